"""Signing a story off by the link in a mail, on a phone; and what an editor sees of it at the desk. With a library of its own."""

import shutil
import socket
import subprocess

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE, manage, wait_for
from tests.browser.hands import publish
from tests.browser.test_accessibility import violations
from tests.browser.test_room import CUT, SMALL, overflow
from tests.browser.watching import Watch

BEGIN = """
from django.contrib.auth import get_user_model
from django.test import Client
from cases.models import Story
from cases.reviewing.actions import start_review
from cases.reviewing.inviting import Invited
from cases.reviewing.links import path_of
edith = get_user_model().objects.create_superuser("edith", "edith@example.org")
for slug in ("kirklees-recycling", "west-walker-school", "southwark-circle"):
    story = Story.objects.get(slug=slug)
    story.save_revision(user=edith)
    people = {kind: Invited(kind.title(), f"{kind}@example.org") for kind in ("practitioner", "scholar")}
    review = start_review(story=story, by=edith, editor=edith, note="Is the order of events right?", **people)
    for sign_off in review.sign_offs.all():
        print("LINK", slug, sign_off.kind, path_of(sign_off))
client = Client()
client.force_login(edith)
print("IN", "session", client.cookies["sessionid"].value)
print("EDIT", "unplaced", f"/desk/stories/edit/{Story.objects.get(slug='apple-vs-ibm').pk}/")
Story.objects.filter(slug="apple-vs-ibm").update(no_place="")
"""
PHONE, WIDE = 390, 1280
THUMB = ".button, .sign-choice, .sign-remark summary, .field input"


@pytest.fixture(scope="module")
def reviewed(loaded_library, tmp_path_factory):
    """The address of a library in which three stories are in review, and the paths of the links."""
    folder = shutil.copytree(loaded_library, tmp_path_factory.mktemp("reviewed") / "library")
    told = subprocess.run(**manage(folder, "shell", "-c", BEGIN), check=True, capture_output=True, text=True).stdout
    paths = {tuple(words[1:-1]): words[-1] for line in told.splitlines() if len(words := line.split()) in (3, 4)}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(**manage(folder, "runserver", address, "--noreload"), stdout=log, stderr=log)
        try:
            wait_for(f"http://{address}/healthz", server, folder / "log")
            yield f"http://{address}", paths
        finally:
            server.terminate()
            server.wait(PATIENCE)


@pytest.fixture
def open_link(browser, reviewed):
    """Opens the link of a signatory, on a phone where nothing else is said."""
    site, paths = reviewed
    contexts, watches = [], []

    def go(slug, kind, page="", width=PHONE, **more):
        contexts.append(browser.new_context(base_url=site, viewport={"width": width, "height": 844}, **more))
        contexts[-1].set_default_timeout(PATIENCE * 500)
        tab = contexts[-1].new_page()
        watches.append(Watch(tab, site))
        tab.goto(f"{paths[slug, kind]}{page}")
        return tab

    yield go
    for context in contexts:
        context.close()
    assert [trouble for watch in watches for trouble in watch.troubles] == []


@pytest.mark.parametrize(("kind", "scripts"), [("practitioner", True), ("scholar", False)])
def test_it_is_signed_off_on_a_phone(open_link, kind, scripts):
    page = open_link("kirklees-recycling", kind, has_touch=True, java_script_enabled=scripts)
    page.get_by_role("button", name="Read the story").tap()

    page.get_by_role("link", name="Go to the question").tap()
    page.get_by_label("I sign this off").check()
    page.get_by_label("Readers may see my name").check()
    page.get_by_label("Your name, as readers should see it").fill("Ann Ode, driver")
    page.get_by_role("button", name="Send my answer").tap()

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you: you signed it off")
    expect(page.locator("main")).to_contain_text("Readers will see your name as “Ann Ode, driver”.")


def test_it_is_sent_back_with_a_remark_and_nothing_typed_is_lost(open_link):
    page = open_link("west-walker-school", "scholar", "story/", has_touch=True)
    page.get_by_label("I send it back").check()
    expect(page.get_by_label("Your name, as readers should see it")).to_be_hidden()
    page.locator("summary", has_text="The dates").tap()
    page.get_by_label("Your remark on “The dates”").fill("The park came later.")

    page.get_by_role("button", name="Send my answer").tap()
    expect(page.get_by_role("alert")).to_contain_text("Say why you send it back")
    expect(page.get_by_label("Your remark on “The dates”")).to_have_value("The park came later.")
    page.get_by_role("alert").get_by_role("link").tap()
    expect(page.get_by_label("Why you send it back")).to_be_focused()
    page.get_by_label("Why you send it back").fill("A date is wrong.")
    page.get_by_role("button", name="Send my answer").tap()

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you: you sent it back")
    expect(page.locator("main")).to_contain_text("The park came later.")


@pytest.mark.parametrize("width", [WIDE, 320])
@pytest.mark.parametrize("page", ["", "story/"])
def test_it_has_nothing_that_axe_objects_to(open_link, page, width):
    tab = open_link("southwark-circle", "practitioner", page, width=width)

    assert violations(tab) == []
    assert overflow(tab) <= 0
    assert tab.evaluate(CUT) == []


def test_it_has_nothing_that_axe_objects_to_in_a_refused_answer(open_link):
    page = open_link("southwark-circle", "practitioner", "story/")
    page.get_by_role("button", name="Send my answer").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose whether you sign it off or send it back.")

    assert violations(page) == []


def test_it_has_nothing_that_axe_objects_to_at_the_end_of_a_link(open_link, reviewed):
    page = open_link("southwark-circle", "practitioner")
    page.goto(f"{reviewed[0]}/sign/nonsense/")

    assert violations(page) == []


def test_it_has_controls_as_large_as_a_thumb(open_link):
    page = open_link("southwark-circle", "practitioner", "story/", has_touch=True)

    assert page.evaluate(SMALL, [THUMB, 44]) == []


def test_it_is_light(open_link, browser, reviewed):
    site, paths = reviewed
    with browser.new_context(base_url=site) as context:
        page = context.new_page()
        watch = Watch(page, site)
        page.goto(f"{paths['southwark-circle', 'scholar']}story/", wait_until="networkidle")

        assert watch.weight() <= 60_000
        assert len(watch.responses) <= 6


@pytest.fixture
def desk(browser, reviewed):
    """The desk, with an editor at it."""
    with browser.new_context(base_url=reviewed[0], viewport={"width": 1400, "height": 1000}) as context:
        context.set_default_timeout(PATIENCE * 500)
        context.add_cookies([{"name": "sessionid", "value": reviewed[1][("session",)], "url": reviewed[0]}])
        page = context.new_page()
        page.goto("/desk/")
        expect(page.get_by_role("heading", name="My queue")).to_be_visible()
        yield page


def test_it_leads_from_what_is_missing_to_the_field(desk, reviewed):
    desk.goto(reviewed[1][("unplaced",)])
    publish(desk)

    expect(desk.locator(".messages")).to_contain_text("was not published, because something is missing.")
    desk.locator(".messages").get_by_role("link", name="Places").click()

    expect(desk.locator("#id_places")).to_be_focused()
    expect(desk.get_by_role("tab", name="Where and what")).to_have_attribute("aria-selected", "true")

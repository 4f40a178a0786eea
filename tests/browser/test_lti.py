"""Inside a real learning platform, in a frame: register, link several things, open and complete them; with cookies and without."""

import shutil
import subprocess

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE, manage, wait_for
from tests.browser.test_accessibility import PHONE, WIDE, violations
from tests.lti.school import free_port, running_school

SWITCH_ON = "from lti_tool.models import LtiRegistration; print(LtiRegistration.objects.update(is_active=True))"
STORIES = ("kirklees-recycling", "west-walker-school", "south-somerset-decentralisation")


class Tool:
    """The library as a tool: a process with an address that platforms know."""

    def __init__(self, folder, address):
        self.folder, self.address = folder, address

    def command(self, *arguments):
        """A command of manage.py."""
        how = manage(self.folder, *arguments)
        how["env"]["SITE_URL"] = self.address
        return how

    def run(self, *arguments):
        """Run a command to its end."""
        return subprocess.run(**self.command(*arguments), check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def school():
    """The platform's process."""
    with running_school() as found:
        yield found


@pytest.fixture(scope="module")
def tool(loaded_library, tmp_path_factory):
    """The library's process, with a library of its own."""
    folder, port = tmp_path_factory.mktemp("lti") / "library", free_port()
    shutil.copytree(loaded_library, folder)
    found = Tool(folder, f"http://127.0.0.1:{port}")
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            **found.command("runserver", f"127.0.0.1:{port}", "--noreload"), stdout=log, stderr=log
        )
        try:
            wait_for(f"{found.address}/healthz", server, folder / "log")
            yield found
        finally:
            server.terminate()
            server.wait(PATIENCE)


@pytest.fixture
def window(browser):
    """A browser of somebody's, in which no policy is broken."""
    context = browser.new_context(viewport={"width": WIDE, "height": 900})
    context.set_default_timeout(PATIENCE * 500)
    broken = []
    context.on("console", lambda said: broken.append(said.text) if "Content Security Policy" in said.text else None)
    yield context.new_page()
    context.close()
    assert broken == []


@pytest.fixture(scope="module")
def registered(browser, tool, school):
    """The platform has registered the library by itself, and an Administrator has switched it on."""
    page = browser.new_page()
    description = f"{school.address}/.well-known/openid-configuration"
    page.goto(f"{tool.address}/lti/register/?openid_configuration={description}&registration_token=one-time")
    page.get_by_role("button", name="Register it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your platform is registered, and waits")
    page.goto(f"{school.address}/?who=teacher-19c2&show=pick")
    page.wait_for_load_state()
    assert not any("Link to the library" in (frame.title() or "") for frame in page.frames)
    page.close()
    assert tool.run("shell", "-v0", "-c", SWITCH_ON).strip() == "1"
    return school


@pytest.fixture(scope="module")
def linked(browser, registered):
    """A trainer has linked three stories in one go, from three searches."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 500)
    page.goto(f"{registered.address}/?who=teacher-19c2&show=pick")
    frame = page.frame_locator("iframe")
    for words in ("recycling", "school", "decentralisation"):
        frame.get_by_label("Search the library").fill(words)
        frame.get_by_role("button", name="Look for it").click()
        slug = STORIES[("recycling", "school", "decentralisation").index(words)]
        expect(frame.get_by_label("Search the library")).to_have_value(words)
        frame.locator(f'[name=chosen][value="story/{slug}"]').check()
    frame.get_by_role("button", name="Link to it from my course").click()
    expect(frame.get_by_role("heading", level=1)).to_have_text("3 taken")
    page.close()
    return registered


def test_it_registers_with_no_more_than_it_needs(registered):
    [said] = registered.known["registered"]

    tool = said["https://purl.imsglobal.org/spec/lti-tool-configuration"]
    assert (said["scope"], tool["claims"]) == ("https://purl.imsglobal.org/spec/lti-ags/scope/score", ["iss", "sub"])
    assert [message["type"] for message in tool["messages"]] == ["LtiDeepLinkingRequest", "LtiResourceLinkRequest"]


def test_it_links_three_stories_in_one_go(linked):
    links = linked.known["links"]

    assert [link["custom"]["casebook_thing"] for link in links[:3]] == [f"story/{slug}" for slug in STORIES]
    assert all(link["title"] and link["text"] and link["lineItem"]["scoreMaximum"] == 1 for link in links[:3])


def test_it_opens_each_and_the_platform_hears_who_has_completed_it(linked, window, tool):
    for number in range(3):
        window.goto(f"{linked.address}/?show={number}")
        frame = window.frame_locator("iframe")
        expect(frame.get_by_role("heading", level=1)).to_have_text(linked.known["links"][number]["title"])
        frame.get_by_role("button", name="I have done this").click()
        expect(frame.get_by_role("status")).to_have_text("You have completed this. Your course is told.")

    tool.run("keep_house")

    told = [(score["lineitem"], score["activityProgress"], score["userId"]) for score in linked.known["scores"]]
    assert {(str(number), "Completed", "learner-7f3a") for number in range(3)} <= set(told)
    assert len(told) == len(set(told))


def test_it_opens_links_in_a_new_tab_and_goes_about_the_page_itself(linked, window):
    window.goto(f"{linked.address}/?show=0")
    frame = window.frame_locator("iframe")
    frame.get_by_role("navigation", name="On this page").get_by_role("link").first.click()
    expect(frame.get_by_role("heading", level=1)).to_be_attached()

    with window.expect_popup() as opened:
        frame.get_by_role("link", name="Civic Casebook").click()

    expect(opened.value.get_by_role("navigation", name="Main")).to_be_visible()
    assert len(window.context.pages) == 2


def test_it_turns_the_screens_of_a_session_in_the_frame(linked, window, tool):
    thing = "course/an-hour-on-restorative-justice/session/1-x"
    link = {
        "title": "A session",
        "url": f"{tool.address}/lti/launch/",
        "custom": {"casebook_thing": thing},
        "lineItem": {},
    }
    number = len(linked.ask("link", link)["links"]) - 1
    window.goto(f"{linked.address}/?show={number}")
    frame = window.frame_locator("iframe")
    where = frame.locator(".teach-where")
    last = int(where.inner_text().split()[2])

    for screen in range(2, last + 1):
        frame.get_by_role("link", name="Next").click()
        expect(where).to_contain_text(f"{screen} of {last}")

    expect(frame.get_by_role("status")).to_have_text("You have completed this. Your course is told.")


def without_cookies(page, tool):
    """The browser has kept no cookie of the login when the first launch comes, as some do not inside another site's page."""

    def forget(route):
        page.context.clear_cookies()
        route.continue_()

    page.context.route(f"{tool.address}/lti/launch/", forget, times=1)


def test_it_asks_the_platform_where_the_browser_keeps_no_cookies(linked, window, tool):
    linked.ask("order", {"storage": True})
    without_cookies(window, tool)

    window.goto(f"{linked.address}/?show=0")

    heading = window.frame_locator("iframe").get_by_role("heading", level=1)
    expect(heading).to_have_text(linked.known["links"][0]["title"])
    assert window.context.cookies(f"{tool.address}/lti/launch/") == []
    linked.ask("order", {"storage": False})


def test_it_opens_a_window_of_its_own_where_nothing_can_be_kept(linked, window, tool):
    without_cookies(window, tool)
    window.goto(f"{linked.address}/?show=0")
    frame = window.frame_locator("iframe")
    expect(frame.get_by_role("heading", level=1)).to_contain_text("Your browser keeps nothing of ours")

    with window.expect_popup() as opened:
        frame.get_by_role("link", name="Open it in a new tab").click()

    expect(opened.value.get_by_role("heading", level=1)).to_have_text(linked.known["links"][0]["title"])


def test_it_lets_no_other_site_frame_what_was_launched(linked, window, tool):
    window.goto(f"{linked.address}/?show=0")
    expect(window.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
    address = window.frames[1].url
    window.goto(f"{tool.address.replace('127.0.0.1', 'localhost')}/about/")

    policy = window.request.get(address).headers["content-security-policy"]

    assert f"frame-ancestors 'self' {linked.address};" in f"{policy};"


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("show", ["pick", "0", "session"])
def test_it_has_nothing_that_axe_objects_to(linked, window, tool, show, width):
    number = next((n for n, link in enumerate(linked.known["links"]) if link["title"] == "A session"), 1)
    window.goto(f"{linked.address}/?who=teacher-19c2&show={number if show == 'session' else show}")
    expect(window.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
    address = window.frames[1].url
    window.set_viewport_size({"width": width, "height": 900})
    window.goto(address)
    for summary in window.locator(".pick summary").all():
        summary.click()

    assert violations(window) == []
    assert window.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_it_links_without_scripts(linked, browser, window):
    window.goto(f"{linked.address}/?who=teacher-19c2&show=pick")
    expect(window.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(window.frames[1].url)

    plain.locator("[name=chosen]").first.check()
    plain.get_by_role("button", name="Link to it from my course").click()
    plain.get_by_role("button", name="Put it into my course").click()

    expect(plain.get_by_role("heading", level=1)).to_have_text("1 taken")
    plain.context.close()

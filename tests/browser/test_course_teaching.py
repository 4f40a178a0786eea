"""Teaching in a browser: by keyboard, on a projector and beside it, on a phone, and on paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.courses import ask, begin, find, saved
from tests.browser.test_accessibility import violations

TRUST = "/courses/an-hour-on-restorative-justice"
COURSES = ("an-hour-on-restorative-justice", "half-a-day-on-learning-from-failure", "nine-elements-in-six-sessions")


def where(page):
    """Which screen it is."""
    return page.locator(".teach-where")


def test_it_turns_with_the_keyboard_and_keeps_the_page(visit):
    page = visit(f"{TRUST}/teach/1/1/")
    page.evaluate("window.here = true")

    page.keyboard.press("ArrowRight")
    expect(where(page)).to_contain_text("2 of")
    page.keyboard.press("Space")
    expect(where(page)).to_contain_text("3 of")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(where(page)).to_contain_text("2 of")

    assert page.evaluate("window.here")
    assert page.url.endswith("/teach/1/2/")
    page.go_back()
    expect(where(page)).to_contain_text("3 of")


def side_by_side(trainer):
    """The screen that is projected, and the facilitator's page in a second window, with its script there."""
    projector = trainer(address=f"{TRUST}/teach/1/3/")
    with projector.expect_popup() as opened:
        projector.get_by_role("link", name="Facilitator’s page").click()
    notes = opened.value
    notes.wait_for_load_state()
    expect(notes.get_by_role("heading", name="Your notes")).to_be_visible()
    return projector, notes


def test_it_lets_the_projector_follow_the_facilitator(trainer):
    projector, notes = side_by_side(trainer)

    notes.keyboard.press("ArrowRight")
    expect(projector.get_by_role("heading", level=1)).to_have_text("What would you do?")

    projector.keyboard.press("ArrowLeft")
    expect(notes.locator(".notes-screen h1")).to_have_text("The caution that made the offender face the victim")


def test_it_turns_twice_for_two_keys_however_slow_the_line_is(trainer):
    projector, notes = side_by_side(trainer)
    slow = "fetch = async (...asked) => { await new Promise((go) => setTimeout(go, 500)); return plain(...asked); };"
    notes.evaluate(f"() => {{ const plain = fetch; {slow} }}")

    notes.keyboard.press("ArrowRight")
    notes.keyboard.press("ArrowRight")

    expect(where(projector)).to_contain_text("5 of")
    expect(notes).to_have_url(re.compile("/teach/1/5/notes/$"))


def test_it_is_not_called_back_by_who_follows(trainer):
    projector, notes = side_by_side(trainer)
    listen = "new BroadcastChannel('casebook-teach').onmessage = ({ data }) => heard.push(data.screen);"
    projector.context.new_page().goto("/courses/")
    other = projector.context.pages[-1]
    other.evaluate(f"() => {{ window.heard = []; {listen} }}")

    notes.keyboard.press("ArrowRight")
    expect(where(projector)).to_contain_text("4 of")

    expect(notes).to_have_url(re.compile("/teach/1/4/notes/$"))
    assert other.evaluate("heard") == ["4"]


def test_it_has_a_clock_that_only_tells_the_time(visit):
    page = visit(f"{TRUST}/teach/1/3/notes/")
    expect(page.locator("[data-clock-shown]")).to_have_text("–")

    page.get_by_role("button", name="Start the clock").click()
    expect(page.locator("[data-clock-shown]")).to_have_text("0:00")
    page.keyboard.press("ArrowRight")

    expect(page.get_by_role("button", name="Start again")).to_be_visible()
    expect(page.get_by_text("Planned to begin at")).to_be_visible()


@pytest.mark.parametrize("width", [1920, 1024, 390])
def test_it_shows_every_screen_of_a_session_without_sideways_scrolling(visit, width):
    page = visit(f"{TRUST}/teach/1/1/", width=width)
    wide = []

    for _screen in range(60):
        wide += [page.url] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else []
        if not page.locator("[data-teach-next]").count():
            break
        before = page.url
        page.keyboard.press("ArrowRight")
        page.wait_for_url(lambda url, before=before: url != before)

    assert wide == []
    expect(page.get_by_role("heading", level=1)).to_have_text("The end of “Face to face”")


def test_it_teaches_without_scripts(visit):
    page = visit("/stories/kirklees-recycling/teach/", scripts=False, width=390)

    page.get_by_role("link", name="Next").click()
    page.get_by_role("link", name="Next").click()
    page.get_by_role("link", name="Back").click()

    expect(where(page)).to_contain_text("2 of")


@pytest.mark.parametrize("slug", COURSES)
def test_it_prints_a_handout_on_two_pages_with_links_written_out(visit, slug):
    page = visit(f"/courses/{slug}/handout/")
    page.emulate_media(media="print")

    expect(page.locator(".handout-address").last).to_contain_text(f"/courses/{slug}/")
    expect(page.locator("header")).to_be_hidden()
    assert 1 <= page.pdf(format="A4").count(b"/Type /Page\n") <= 2


def test_it_prints_a_long_handout_on_two_pages(trainer):
    page = begin(trainer(), "So many questions")
    for number in range(12):
        ask(
            page,
            f"Question {number}: {'what would you do if nobody had asked the people who live there? ' * 4}".strip(),
        )
    find(page, "school")
    for _time in range(3):
        page.locator(".build-found .button").first.click()
        saved(page)
    for _time in range(2):
        page.get_by_role("button", name="Copy “Session 1”").first.click()
        saved(page)
    expect(page.locator(".build-item")).to_have_count(45)

    page.goto(page.url.partition("/build/")[0] + "/handout/")

    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 2


def test_it_prints_a_pack_with_no_chart_cut_in_two(visit):
    page = visit(f"{TRUST}/pack/")
    page.emulate_media(media="print")

    breaks = page.locator(".pack .measure, .pack-passage, .pack-plan tr").evaluate_all(
        "elements => elements.map(element => getComputedStyle(element).breakInside)"
    )
    assert set(breaks) == {"avoid"}
    assert 8 <= page.pdf(format="A4").count(b"/Type /Page\n") <= 20


@pytest.mark.parametrize("width", [1280, 320])
def test_it_has_nothing_that_axe_objects_to_on_the_facilitators_page(visit, width):
    page = visit(f"{TRUST}/teach/1/3/notes/", width=width)

    assert violations(page) == []

"""Building a course in a browser: from nothing to a shared course of two hours with a handout."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.courses import ask, begin, find, items, named, saved, total
from tests.browser.test_accessibility import violations

RECYCLING = "The recycling scheme that everyone wanted"


@pytest.fixture
def builder(trainer):
    """The builder of a new course with three questions."""
    page = begin(trainer(), "Two hours on trust")
    for text in ("First?", "Second?", "Third?"):
        ask(page, text)
    return page


def test_it_builds_and_shares_a_course_of_two_hours_with_a_handout(trainer, browser, library):
    page = begin(trainer(), "Two hours on failure")
    page.get_by_label("Summary").fill("A scheme that everybody wanted, and what came of it.")
    find(page, "recycling")
    page.get_by_role("button", name=f"Add “{RECYCLING}”").click()
    expect(named(page, RECYCLING)).to_be_focused()
    named(page, RECYCLING).get_by_label("Minutes").fill("80")
    ask(page, "What would you have done?", "40")

    expect(total(page)).to_have_text("2 hours, as long as meant")
    saved(page)
    page.reload()
    assert items(page) == [RECYCLING, "What would you have done?"]
    expect(page.get_by_label("Summary")).to_have_value("A scheme that everybody wanted, and what came of it.")

    page.get_by_role("link", name="Two hours on failure").click()
    page.get_by_role("link", name="Share it").click()
    page.get_by_role("button", name="Make a link for participants").click()
    with browser.new_context() as participants:
        phone = participants.new_page()
        phone.goto(page.locator("#course-link").inner_text().replace("http://127.0.0.1:8000", library))
        phone.get_by_role("link", name="Handout").click()
        expect(phone.locator(".handout h1")).to_have_text("Two hours on failure")
        expect(phone.get_by_text(RECYCLING)).to_be_visible()
        assert phone.pdf(format="A4").count(b"/Type /Page\n") <= 2


def test_it_sends_nothing_when_it_is_opened(builder):
    saved(builder)
    sent = []
    builder.on("request", lambda request: sent.append(request.method))

    builder.reload()
    saved(builder)
    # Longer than what is typed waits for more.
    builder.wait_for_timeout(1500)

    assert set(sent) == {"GET"}


def test_it_drags_an_item_with_the_mouse(builder):
    grip, target = named(builder, "Third?").locator("[data-grip]"), named(builder, "First?")
    grip.scroll_into_view_if_needed()
    start, end = grip.bounding_box(), target.bounding_box()

    builder.mouse.move(start["x"] + 8, start["y"] + 20)
    builder.mouse.down()
    builder.mouse.move(start["x"] + 8, start["y"] - 20, steps=4)
    builder.mouse.move(end["x"] + 8, end["y"] + 2, steps=12)
    builder.mouse.up()

    expect(builder.locator("#build-said")).to_have_text("Moved “Third?”.")
    assert items(builder) == ["Third?", "First?", "Second?"]
    builder.reload()
    assert items(builder) == ["Third?", "First?", "Second?"]


def test_it_drags_an_item_into_another_session(builder):
    builder.get_by_role("button", name="Add a session").click()
    expect(builder.locator(".build-session")).to_have_count(2)
    grip, target = named(builder, "Second?").locator("[data-grip]"), builder.locator(".build-session").nth(1)
    grip.scroll_into_view_if_needed()
    start = grip.bounding_box()

    builder.mouse.move(start["x"] + 8, start["y"] + 20)
    builder.mouse.down()
    for _step in range(40):
        box = target.bounding_box()
        builder.mouse.move(start["x"] + 8, min(box["y"] + box["height"] - 4, 880), steps=2)
    builder.mouse.up()

    expect(target.locator(".build-item")).to_have_count(1)
    expect(builder.locator("#build-said")).to_have_text("Moved “Second?”.")


def test_it_drags_a_session(builder):
    builder.get_by_role("button", name="Add a session").click()
    expect(builder.locator(".build-session")).to_have_count(2)
    grip = builder.locator(".build-session").nth(1).locator(".build-session-head [data-grip]")
    grip.scroll_into_view_if_needed()
    start = grip.bounding_box()

    builder.mouse.move(start["x"] + 8, start["y"] + 20)
    builder.mouse.down()
    for _step in range(30):
        top = builder.locator(".build-session").first.bounding_box()
        builder.mouse.move(start["x"] + 8, max(top["y"] + 4, 65), steps=2)
    builder.mouse.up()

    expect(builder.locator("#build-said")).to_have_text("Moved “Session 2”.")
    expect(builder.get_by_label("Title").nth(1)).to_have_value("Session 2")


def test_it_undoes_and_does_again_after_a_reload(builder):
    named(builder, "Second?").get_by_role("button", name="Remove").click()
    expect(builder.locator(".build-item")).to_have_count(2)
    builder.reload()

    builder.get_by_role("button", name="Undo (Removed “Second?”)").click()
    expect(builder.locator(".build-item")).to_have_count(3)
    assert items(builder) == ["First?", "Second?", "Third?"]

    builder.get_by_role("button", name="Do again (Removed “Second?”)").click()
    expect(builder.locator(".build-item")).to_have_count(2)


def test_it_keeps_what_is_being_typed_while_something_is_moved(builder):
    field = named(builder, "First?").get_by_label("Question")
    field.fill("First, but longer?")
    named(builder, "Third?").get_by_role("button", name="Up").click()

    expect(builder.locator("#build-said")).to_have_text("Moved “Third?” up.")
    saved(builder)
    builder.reload()
    assert items(builder) == ["First, but longer?", "Third?", "Second?"]


def test_it_says_what_is_wrong_at_the_field_and_keeps_it(builder):
    first = named(builder, "First?")
    first.get_by_label("Question").fill("")
    first.get_by_label("Minutes").fill("15")
    first.get_by_label("Minutes").blur()

    expect(first.locator(".build-trouble")).to_contain_text("Write the question.")
    expect(builder.locator("#build-state")).to_have_text("Not saved: see what is marked")
    first.get_by_label("Question").fill("First again?")
    saved(builder)
    expect(total(builder)).to_have_text("35 minutes, 1 hour 25 minutes still open")


def test_it_tries_again_when_the_line_is_back(builder):
    builder.context.set_offline(True)
    named(builder, "First?").get_by_label("Question").fill("Written in a tunnel?")
    expect(builder.locator("#build-state")).to_have_text(re.compile("^Not saved: the library cannot be reached"))

    builder.context.set_offline(False)

    saved(builder)
    builder.reload()
    assert items(builder)[0] == "Written in a tunnel?"


@pytest.mark.parametrize(("width", "touch"), [(1280, False), (820, True), (390, True)])
def test_it_has_nothing_that_axe_objects_to(trainer, width, touch):
    page = begin(trainer(width=width, touch=touch), "On trust")
    ask(page, "What now?")
    named(page, "What now?").get_by_text("Notes").click()
    find(page, "recycling")
    expect(page.get_by_role("button", name=f"Add “{RECYCLING}”")).to_be_visible()

    page.evaluate("window.scrollTo(0, 0)")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0

"""Building a course with the keyboard alone, and without scripts."""

from playwright.sync_api import expect

from tests.browser.courses import ask, begin, items, named, saved, total
from tests.browser.hands import tab_to

RECYCLING = "The recycling scheme that everyone wanted"


def press(page, locator):
    """Go to a control with Tab and press Enter."""
    tab_to(page, locator)
    page.keyboard.press("Enter")


def test_it_builds_a_course_of_two_hours_by_keyboard_alone(trainer):
    page = trainer(address="/courses/-/new/")
    tab_to(page, page.get_by_label("Title"))
    page.keyboard.type("By keys")
    tab_to(page, page.get_by_label("How long it shall be, in minutes"))
    page.keyboard.type("120")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Build “By keys”")

    tab_to(page, page.get_by_label("A story, a lesson, evidence or an element"))
    page.keyboard.type("recycling")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_be_focused()
    press(page, page.get_by_role("button", name=f"Add “{RECYCLING}”"))
    expect(named(page, RECYCLING)).to_be_focused()
    tab_to(page, named(page, RECYCLING).get_by_label("Minutes"))
    page.keyboard.press("Control+A")
    page.keyboard.type("70")

    press(page, page.locator("[data-new=new-question] summary"))
    tab_to(page, page.locator("#new-question-text"))
    page.keyboard.type("What now?")
    tab_to(page, page.locator("#new-question-minutes"))
    page.keyboard.press("Control+A")
    page.keyboard.type("50")
    press(page, page.get_by_role("button", name="Add the question"))

    expect(total(page)).to_have_text("2 hours, as long as meant")
    assert items(page) == [RECYCLING, "What now?"]


def test_it_moves_an_item_with_the_arrow_keys_and_says_where_it_is(trainer):
    page = begin(trainer(), "By keys")
    ask(page, "First?")
    ask(page, "Second?")
    grip = named(page, "Second?").locator("[data-grip]")
    grip.focus()

    page.keyboard.press("Space")
    expect(page.locator("#build-said")).to_contain_text("Taken up: “Second?”.")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#build-said")).to_have_text("“Second?”: place 1 of 2 in session 1.")
    page.keyboard.press("Space")

    expect(page.locator("#build-said")).to_have_text("Moved “Second?”.")
    expect(named(page, "Second?").locator("[data-grip]")).to_be_focused()
    page.reload()
    assert items(page) == ["Second?", "First?"]


def test_it_moves_an_item_into_the_next_session_with_the_arrow_keys(trainer):
    page = begin(trainer(), "By keys")
    ask(page, "First?")
    page.get_by_role("button", name="Add a session").click()
    expect(page.locator(".build-session")).to_have_count(2)
    named(page, "First?").locator("[data-grip]").focus()

    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#build-said")).to_have_text("“First?”: place 1 of 1 in session 2.")
    page.keyboard.press("Enter")

    expect(page.locator("#build-said")).to_have_text("Moved “First?”.")
    expect(page.locator(".build-session").nth(1).locator(".build-item")).to_have_count(1)


def test_it_gives_a_move_up_with_escape(trainer):
    page = begin(trainer(), "By keys")
    ask(page, "First?")
    ask(page, "Second?")
    named(page, "First?").locator("[data-grip]").focus()

    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")

    expect(page.locator("#build-said")).to_have_text("Given up: “First?” is back where it was.")
    assert items(page) == ["First?", "Second?"]


def test_it_keeps_the_focus_on_the_button_that_moves(trainer):
    page = begin(trainer(), "By keys")
    ask(page, "First?")
    ask(page, "Second?")
    saved(page)

    named(page, "First?").get_by_role("button", name="Down").press("Enter")

    expect(page.locator("#build-said")).to_have_text("Moved “First?” down.")
    expect(named(page, "First?").get_by_role("button", name="Down")).to_be_focused()


def test_it_builds_a_course_without_scripts(trainer):
    page = begin(trainer(scripts=False, width=390), "Without scripts")
    page.get_by_label("Summary").fill("Made with forms.")
    page.get_by_label("A story, a lesson, evidence or an element").fill("recycling")
    page.get_by_role("button", name="Look for it").click()
    expect(page.get_by_label("Summary")).to_have_value("Made with forms.")
    page.get_by_role("button", name=f"Add “{RECYCLING}”").click()
    page.locator("[data-new=new-question] summary").click()
    page.locator("#new-question-text").fill("What now?")
    named(page, RECYCLING).get_by_label("Minutes").fill("60")
    page.get_by_role("button", name="Add a session").click()

    assert items(page) == [RECYCLING, "What now?"]
    expect(total(page)).to_have_text("1 hour, 1 hour still open")
    named(page, "What now?").get_by_role("button", name="Up").click()
    assert items(page) == ["What now?", RECYCLING]
    page.get_by_role("button", name="Undo").click()
    assert items(page) == [RECYCLING, "What now?"]

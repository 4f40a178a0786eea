"""Two trainers at one course at the same time, and adding to a course while reading."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.courses import ask, begin, items, named, saved
from tests.browser.test_accessibility import violations

STORY = "/stories/kirklees-recycling/"
RECYCLING = "The recycling scheme that everyone wanted"


@pytest.fixture
def two(trainer, loaded_library):
    """Ada's and Ben's windows on the same course."""
    ada = begin(trainer("ada"), "Together")
    ask(ada, "First?")
    address = ada.url.partition("#")[0]
    ada.goto(address.replace("/build/", "/sharing/"))
    ada.get_by_label("E-mail").fill("ben.by.mail@example.org")
    ada.get_by_role("button", name="Invite").click()
    expect(ada.get_by_text("not come yet")).to_be_visible()
    ada.goto(address)
    ben = trainer("ben")
    ben.goto(invitation_in(loaded_library))
    ben.get_by_role("button", name="Accept the invitation").click()
    ben.goto(address)
    return ada, ben


def invitation_in(folder):
    """The way in that stands in the mail that waits last."""
    import sqlite3

    with sqlite3.connect(folder / "casebook.sqlite3") as database:
        [text] = database.execute("SELECT message FROM post_office_email ORDER BY id DESC LIMIT 1").fetchone()
    return re.search(r"/courses/-/invitation/[-\w]+/", text)[0]


def test_it_shows_what_the_other_does_without_losing_what_is_typed(two):
    ada, ben = two
    field = named(ada, "First?").get_by_label("Question")
    field.fill("")
    ask(ben, "By Ben?")

    expect(ada.locator("#build-news")).to_have_text("Ben: Added “By Ben?”.")
    expect(named(ada, "By Ben?")).to_be_visible()
    expect(field).to_have_value("")


def test_it_overwrites_nothing_unseen(two):
    ada, ben = two
    ada.route("**/build/news/*", lambda route: route.fulfill(status=204))
    mine, theirs = (named(page, "First?").get_by_label("Question") for page in two)
    theirs.fill("By Ben?")
    saved(ben)
    mine.fill("By Ada?")

    trouble = ada.locator(".build-item .build-trouble")
    expect(trouble).to_contain_text("Ben changed “Question” while you were writing.")
    expect(trouble).to_contain_text("By Ben?")
    expect(ada.get_by_label("Question").first).to_have_value("By Ada?")
    ben.reload()
    assert items(ben) == ["By Ben?"]

    ada.get_by_role("button", name="Keep mine").click()
    saved(ada)
    ben.reload()
    assert items(ben) == ["By Ada?"]


def test_it_takes_theirs(two):
    ada, ben = two
    ada.route("**/build/news/*", lambda route: route.fulfill(status=204))
    mine, theirs = (named(page, "First?").get_by_label("Question") for page in two)
    theirs.fill("By Ben?")
    saved(ben)
    mine.fill("By Ada?")

    ada.get_by_role("button", name="Take theirs").click()

    expect(ada.locator(".build-item").get_by_label("Question")).to_have_value("By Ben?")
    saved(ada)


def test_it_says_what_one_had_written_where_the_other_took_it_away(two):
    ada, ben = two
    ada.context.set_offline(True)
    named(ada, "First?").get_by_label("Question").fill("Unfinished")
    expect(ada.locator("#build-state")).to_have_text(re.compile("cannot be reached"))
    named(ben, "First?").get_by_role("button", name="Remove").click()
    expect(ben.locator(".build-item")).to_have_count(0)

    ada.context.set_offline(False)

    expect(ada.locator("#build-news")).to_contain_text("This is what you had written: Unfinished")


def test_it_adds_to_a_course_while_reading(trainer):
    page = begin(trainer(), "While reading")
    page.goto(STORY)
    page.get_by_role("link", name=f"Add to course “{RECYCLING}”").first.click()

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("Where it goes")).to_be_focused()
    assert violations(page) == []
    dialog.get_by_label("Where it goes").select_option(label="While reading: Session 1")
    dialog.get_by_role("button", name="Add it").click()
    expect(dialog).to_contain_text(f"“{RECYCLING}” stands in “Session 1” of “While reading” now.")
    expect(page).to_have_url(re.compile(f"{STORY}$"))

    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_it_adds_to_a_new_course_from_the_finder_by_keyboard(trainer):
    page = begin(trainer(), "There before")
    page.goto("/stories/?q=recycling")
    page.get_by_role("link", name=f"Add to course “{RECYCLING}”").press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Where it goes").select_option("new")
    dialog.get_by_label("Title of the new course").fill("From the finder")
    page.keyboard.press("Enter")

    dialog.get_by_role("link", name="Go on building").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Build “From the finder”")
    assert items(page) == [RECYCLING]


def test_it_leads_who_is_not_signed_in_to_signing_in(visit):
    page = visit(STORY)
    page.get_by_role("link", name=f"Add to course “{RECYCLING}”").first.click()

    page.get_by_role("dialog").get_by_role("link", name="Sign in and add it").click()

    expect(page).to_have_url(re.compile(r"login/\?next=/courses/-/add/story/kirklees-recycling/$"))


def test_it_adds_without_scripts(trainer):
    begin(trainer(), "There without scripts")
    page = trainer(address=STORY, scripts=False)
    page.get_by_role("link", name=f"Add to course “{RECYCLING}”").first.click()
    page.get_by_label("Where it goes").select_option("new")
    page.get_by_label("Title of the new course").fill("By forms")
    page.get_by_role("button", name="Add it").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("It is in your course")

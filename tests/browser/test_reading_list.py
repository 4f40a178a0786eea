"""A reader's own list in a browser: with scripts without leaving the page, without them by forms, and on paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import violations

STORY = "/stories/kirklees-recycling/"
TITLE = "The recycling scheme that everyone wanted"
THREE = "kirklees-recycling.west-walker-school.social-exclusion-unit"


@pytest.fixture
def reader(visit, library):
    """Opens an address for somebody whose list holds these slugs; the list is gone afterwards."""
    pages = []

    def open_page(address, slugs="", **person):
        page = visit("/about/", **person)
        page.context.add_cookies([{"name": "casebook-list", "value": slugs, "url": library}] if slugs else [])
        page.goto(address)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.context.clear_cookies()


def titles(page):
    """The stories on the list, in order."""
    return page.locator(".listed .story-row-title")


@pytest.mark.parametrize("width", [1280, 390])
def test_it_puts_a_story_on_the_list_and_off_again_without_leaving_the_page(reader, width):
    page = reader(STORY, width=width)
    button = page.get_by_role("button", name=f"Add to my list “{TITLE}”")

    button.click()
    expect(page.locator("#list-status")).to_have_text(f"“{TITLE}” is on your list now. The list holds 1.")
    expect(page.locator(".header-list")).to_have_text("My list (1)")
    expect(page).to_have_url(re.compile(f"{STORY}$"))

    page.get_by_role("button", name=f"On my list: remove “{TITLE}”").press("Space")
    expect(page.locator(".header-list")).to_have_text("My list")
    expect(button).to_be_focused()


def test_it_knows_the_list_on_the_next_page_and_after_a_filter(reader):
    page = reader("/stories/?result=failed", slugs=THREE)
    expect(page.locator(".header-list")).to_have_text("My list (3)")

    page.get_by_label(re.compile("^Mixed")).check()
    expect(page.locator(".chip")).to_have_count(2)

    expect(page.locator(".list-add[data-on]")).to_have_count(1)
    expect(page.get_by_role("button", name=f"On my list: remove “{TITLE}”")).to_be_visible()


def test_it_moves_a_story_and_keeps_the_focus(reader):
    page = reader("/list/", slugs=THREE)
    page.get_by_role("button", name=f"Move down “{TITLE}”").press("Enter")

    expect(titles(page).nth(1)).to_have_text(TITLE)
    expect(page.locator("#list-status")).to_have_text(f"“{TITLE}” was moved down.")
    expect(page.locator("#down-kirklees-recycling")).to_be_focused()
    assert page.evaluate("document.cookie").count("west-walker-school.kirklees-recycling.") == 1


def test_it_removes_a_story_and_goes_on_to_the_next(reader):
    page = reader("/list/", slugs=THREE)
    page.get_by_role("button", name=f"Remove “{TITLE}”").click()

    expect(titles(page)).to_have_count(2)
    expect(titles(page).first.get_by_role("link")).to_be_focused()
    expect(page.locator(".header-list")).to_have_text("My list (2)")


def test_it_keeps_a_note_in_this_browser_only(reader):
    page = reader("/list/", slugs=THREE)
    sent = []
    page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))

    page.get_by_label("Note to yourself").first.fill("Ask about the crews")
    page.get_by_role("button", name=f"Move down “{TITLE}”").click()
    expect(page.locator("#note-kirklees-recycling")).to_have_value("Ask about the crews")
    page.reload()

    expect(page.locator("#note-kirklees-recycling")).to_have_value("Ask about the crews")
    assert not [text for text in sent if "crews" in text]
    page.evaluate("localStorage.clear()")


def test_it_puts_up_with_notes_that_somebody_spoilt(reader):
    page = reader("/list/", slugs=THREE)
    page.evaluate("localStorage.setItem('casebook-notes', '[1,')")
    page.reload()

    expect(page.get_by_label("Note to yourself").first).to_have_value("")
    page.evaluate("localStorage.clear()")


@pytest.mark.parametrize("width", [1280, 320])
def test_it_has_nothing_that_axe_objects_to(reader, width):
    page = reader("/list/", slugs=THREE, width=width)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("width", [1280, 390])
def test_it_works_without_scripts(reader, width):
    page = reader(STORY, scripts=False, width=width)
    page.get_by_role("link", name=f"Add to my list “{TITLE}”").click()
    page.get_by_role("button", name="Add to my list").click()
    expect(titles(page)).to_have_text([TITLE])
    expect(page.get_by_label("Note to yourself")).to_be_hidden()

    page.goto("/list/?story=west-walker-school")
    page.get_by_role("button", name="Keep as my list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You have a list of 1 story already")
    page.get_by_role("button", name="Add to mine").click()
    expect(titles(page)).to_have_count(2)

    page.get_by_role("button", name=f"Move down “{TITLE}”").click()
    expect(titles(page).nth(1)).to_have_text(TITLE)
    page.get_by_role("button", name=f"Remove “{TITLE}”").click()
    expect(titles(page)).to_have_count(1)


def test_it_makes_an_address_that_somebody_else_can_open(reader, browser, library):
    page = reader("/list/", slugs=THREE)
    page.get_by_label("A title for others").fill("For Tuesday")
    page.get_by_role("button", name="Make an address to share").click()
    expect(page.get_by_text("This is your own list, as others see it.")).to_be_visible()

    with browser.new_context() as other:
        shared = other.new_page()
        shared.goto(page.url)
        expect(titles(shared)).to_have_count(3)
        shared.get_by_role("button", name="Keep as my list").click()
        expect(shared.locator(".header-list")).to_have_text("My list (3)")


def test_it_prints_a_reading_list(reader):
    page = reader("/list/", slugs=THREE)
    page.get_by_label("Note to yourself").first.fill("Ask about the crews")
    page.emulate_media(media="print")
    first = page.locator(".listed > li").first

    expect(first.locator(".story-row-summary")).to_be_visible()
    expect(first.locator(".listed-address")).to_have_text(re.compile("/stories/kirklees-recycling/$"))
    expect(first.locator(".listed-note-words")).to_be_visible()
    expect(first.locator(".listed-buttons")).to_be_hidden()
    expect(page.locator(".list-uses")).to_be_hidden()
    assert first.evaluate("element => getComputedStyle(element).breakInside") == "avoid"
    page.evaluate("localStorage.clear()")

"""What axe-core, a ruler and the light find on the pages that only authors see."""

import pytest

from tests.browser.telling.hands import answer, begin
from tests.browser.test_accessibility import violations

PAGES = {
    "overview": "",
    "you": "you/",
    "title": "title/",
    "place": "places/",
    "person": "people/new/",
    "people": "people/",
    "section": "problem/",
    "figure": "figures/new/",
    "ground": "grounds/",
    "authors": "authors/",
    "check": "check/",
    "later": "later/",
    "end": "end/",
    "history": "problem/0/history/",
}
SMALL = """() => [...document.querySelectorAll('main :is(a[href], button, input:not([type=hidden]), select, textarea, summary)')]
  .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.closest('p:not(.trail), .hidden, .tell-errors'))
  .map(element => (element.closest('label.tell-option') || element))
  .filter(element => element.getBoundingClientRect().height < 43.5)
  .map(element => element.outerHTML.slice(0, 100))"""
"""Targets that a thumb would miss; a link within a sentence is as high as its line."""


@pytest.fixture(scope="session")
def written(browser, house):
    """Where a browser keeps that it may open a story, and the story's key."""
    with browser.new_context(base_url=house.address, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        key = begin(page, "Looked at", "looks@example.org")
        answer(page, key, "problem", {"problem": "Nobody came."})
        answer(page, key, "people/new", {"group": "The drivers"})
        return context.storage_state(), key


@pytest.fixture
def sees(browser, house, written):
    """Opens a page of the story on a screen of that width."""
    state, key = written
    contexts = []

    def see(page, width):
        context = browser.new_context(
            base_url=house.address, viewport={"width": width, "height": 800}, storage_state=state
        )
        contexts.append(context)
        shown = context.new_page()
        shown.goto(f"/tell/{key}/{PAGES[page]}")
        return shown

    yield see
    [context.close() for context in contexts]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("page", PAGES)
def test_it_has_nothing_that_axe_objects_to(sees, page, width):
    assert violations(sees(page, width)) == []


@pytest.mark.parametrize("page", PAGES)
def test_it_fits_and_can_be_hit_on_the_smallest_phone(sees, page):
    shown = sees(page, 320)

    assert shown.evaluate("document.documentElement.scrollWidth") <= 320
    assert shown.evaluate(SMALL) == []


def test_it_has_nothing_that_axe_objects_to_beside_an_error(sees):
    shown = sees("figure", 320)
    shown.locator("#id_result").fill("a lot")
    shown.get_by_role("button", name="Save and go on").click()
    shown.locator(".tell-errors").wait_for()

    assert violations(shown) == []


def test_it_has_nothing_that_axe_objects_to_while_suggesting(sees):
    shown = sees("place", 320)
    shown.locator("#id_place").fill("kirk")
    shown.get_by_role("option").first.wait_for()
    shown.keyboard.press("ArrowDown")

    assert violations(shown) == []


def test_it_has_nothing_that_axe_objects_to_where_it_asks_which(sees):
    shown = sees("place", 320)
    shown.locator("#id_place").fill("kirk")
    shown.get_by_role("button", name="Save and go on").click()
    shown.locator(".tell-which").wait_for()

    assert violations(shown) == []


@pytest.mark.parametrize(
    ("page", "words"), [("section", "nine villages lost their libraries"), ("title", "moved into the bus")]
)
def test_it_shows_the_example_beside_the_field_on_a_wide_screen_and_when_asked_on_a_narrow_one(sees, page, words):
    wide, narrow = sees(page, 1280).get_by_text(words).first, sees(page, 320)

    assert wide.is_visible()
    assert not narrow.get_by_text(words).first.is_visible()
    narrow.get_by_text("See an example").first.click()
    assert narrow.get_by_text(words).first.is_visible()

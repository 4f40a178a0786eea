"""The same without a mouse: everything can be reached, the focus is always seen and never lost."""

import pytest
from playwright.sync_api import expect

from tests.browser.hands import VISIBLE_FOCUS, box, choose, facet, search_in, sentence_of, sentence_on, tab_to
from tests.browser.kinds import PAGES


@pytest.mark.parametrize("kind", PAGES)
def test_it_offers_to_skip_to_the_content(visit, kind):
    page = visit(PAGES[kind])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()
    assert page.evaluate("scrollY") <= page.locator("#main").evaluate("element => element.offsetTop")


@pytest.mark.parametrize("kind", ["home", "finder-filtered", "story", "lessons", "lesson", "404"])
def test_it_shows_where_the_focus_is(visit, kind):
    page = visit(PAGES[kind])

    stops = []
    for _press in range(40):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(VISIBLE_FOCUS))

    assert [element for element, shown in stops if not shown and element != "nothing"] == []


def test_it_filters_with_the_keyboard_alone(finder):
    tab_to(finder, box(finder, "result", "failed"))
    finder.keyboard.press("Space")

    expect(sentence_on(finder)).to_have_text(sentence_of(finder, "result=failed"))
    expect(box(finder, "result", "failed")).to_be_focused()
    assert finder.evaluate(VISIBLE_FOCUS)[1]


def test_it_opens_a_facet_and_goes_on_from_there(finder):
    tab_to(finder, facet(finder, "level").locator("summary"))
    finder.keyboard.press("Enter")
    finder.keyboard.press("Tab")
    finder.keyboard.press("Space")
    expect(finder.locator(".chip")).to_have_count(1)
    finder.keyboard.press("Tab")

    expect(facet(finder, "level").locator("input:focus")).to_have_count(1)


def test_it_searches_inside_a_facet_with_the_keyboard_alone(finder):
    tab_to(finder, facet(finder, "place").locator("summary"))
    finder.keyboard.press("Enter")
    tab_to(finder, facet(finder, "place").get_by_role("link"))
    finder.keyboard.press("Enter")
    expect(finder.get_by_label("Search in Place")).to_be_focused()
    finder.keyboard.insert_text("can")
    expect(facet(finder, "place").get_by_role("checkbox")).to_have_count(1)
    finder.keyboard.press("Tab")
    finder.keyboard.press("Space")

    expect(sentence_on(finder)).to_have_text(sentence_of(finder, "place=canberra"))
    expect(box(finder, "place", "canberra")).to_be_focused()


def test_it_keeps_the_focus_in_the_facet_when_a_value_goes_away(finder):
    search_in(finder, "place", "Place")
    finder.keyboard.insert_text("yeo")
    expect(facet(finder, "place").get_by_role("checkbox")).to_have_count(1)
    box(finder, "place", "yeovil").check()
    expect(finder.locator(".chip")).to_have_count(1)
    expect(box(finder, "place", "yeovil")).to_be_focused()
    finder.keyboard.press("Space")
    expect(finder.locator(".chip")).to_have_count(0)

    expect(facet(finder, "place").locator("summary")).to_be_focused()


def test_it_takes_a_chip_away_and_reads_the_new_sentence(finder):
    choose(finder, "result", "failed")
    finder.locator(".chip").focus()
    finder.keyboard.press("Enter")
    expect(finder.locator(".chip")).to_have_count(0)

    expect(sentence_on(finder)).to_be_focused()
    assert finder.evaluate(VISIBLE_FOCUS)[1]


def test_it_opens_and_closes_the_filters_of_a_phone(visit):
    page = visit("/stories/", width=390)
    tab_to(page, page.get_by_role("button", name="Filter"))
    page.keyboard.press("Space")
    expect(page.locator("#filters summary").first).to_be_focused()
    tab_to(page, box(page, "result", "failed"))
    page.keyboard.press("Space")
    expect(page.locator(".chip")).to_have_count(1)
    tab_to(page, page.locator("#filters-close"))
    page.keyboard.press("Enter")

    expect(page.locator("#filters")).to_be_hidden()
    expect(sentence_on(page)).to_be_focused()

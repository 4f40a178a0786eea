"""The filters on a small screen: shut until asked for, and honest about what they will show."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.hands import choose, facet, sentence_of, sentence_on


@pytest.fixture
def phone(visit):
    """The finder on a phone."""
    return visit("/stories/", width=390, touch=True)


@pytest.fixture
def filtering(phone):
    """Somebody on a phone has opened the filters."""
    phone.get_by_role("button", name="Filter").click()
    return phone


def test_it_shows_the_list_first(phone):
    expect(phone.locator(".results-list > li").first).to_be_visible()
    expect(phone.locator("#filters")).to_be_hidden()
    expect(phone.get_by_role("button", name="Filter")).to_have_attribute("aria-expanded", "false")


def test_it_opens_the_filters_and_goes_there(filtering):
    expect(filtering.locator("#filters")).to_be_visible()
    expect(filtering.get_by_role("button", name="Filter")).to_have_attribute("aria-expanded", "true")
    expect(filtering.locator("#filters summary").first).to_be_focused()


def test_it_says_how_many_stories_will_result_while_the_filters_stay_open(filtering):
    promised = choose(filtering, "result", "failed")

    expect(filtering.locator("#filters")).to_be_visible()
    expect(filtering.get_by_role("button", name="Filter")).to_have_text("Filter (1)")
    expect(filtering.locator("#filters-close")).to_have_text(re.compile(rf"^Show {promised} stor"))
    expect(filtering.locator("#filters-close")).to_be_in_viewport()


def test_it_closes_the_filters_and_shows_the_stories(filtering):
    choose(filtering, "result", "failed")
    filtering.locator("#filters-close").click()

    expect(filtering.locator("#filters")).to_be_hidden()
    expect(sentence_on(filtering)).to_be_focused()
    expect(sentence_on(filtering)).to_be_in_viewport()
    expect(sentence_on(filtering)).to_have_text(sentence_of(filtering, "result=failed"))


def test_it_closes_the_filters_with_the_button_that_opened_them(filtering):
    filtering.get_by_role("button", name="Filter").click()

    expect(filtering.locator("#filters")).to_be_hidden()


def test_it_hides_nothing_that_has_the_focus_behind_the_button(filtering):
    filtering.locator("[data-facet=depth] summary").focus()

    covered = filtering.evaluate("""() => {
        const box = document.activeElement.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + 20, box.top + box.height / 2);
        return !document.activeElement.contains(top);
    }""")

    assert not covered


def test_it_has_no_filter_button_on_a_wide_screen(finder):
    expect(finder.locator("#filters-toggle")).to_be_hidden()
    expect(facet(finder, "result")).to_be_visible()

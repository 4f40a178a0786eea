"""The library with JavaScript off: the same doors, as links and forms."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.hands import facet, sentence_of, sentence_on


@pytest.fixture
def plain(visit):
    """The finder without scripts."""
    return visit("/stories/", scripts=False)


def test_it_applies_the_filters_with_a_button(plain):
    plain.get_by_label(re.compile("^Succeeded")).check()
    plain.get_by_label(re.compile("^Education")).check()
    plain.get_by_role("button", name="Apply the filters").click()

    expect(sentence_on(plain)).to_have_text(sentence_of(plain, "policy=education&result=succeeded"))
    expect(plain.get_by_label(re.compile("^Succeeded"))).to_be_checked()
    expect(plain.get_by_role("status")).to_be_empty()


def test_it_finds_words(plain):
    plain.get_by_label("Find stories by words").fill("stadium")
    plain.get_by_role("button", name="Search").click()

    expect(sentence_on(plain)).to_have_text(sentence_of(plain, "q=stadium"))
    expect(plain.get_by_text("The address asks for something")).to_have_count(0)


def test_it_takes_a_filter_away_and_turns_the_page(plain):
    plain.goto("/stories/?result=failed")
    plain.get_by_role("link", name="Remove the filter Failed").click()
    expect(plain.locator(".chip")).to_have_count(0)
    plain.get_by_role("link", name="Next page").click()

    expect(plain.locator(".pagination-where")).to_have_text(re.compile("Page 2 of"))


def test_it_offers_every_value_of_a_long_facet_on_a_page_of_its_own(plain):
    facet(plain, "place").locator("summary").click()
    facet(plain, "place").get_by_role("link", name=re.compile("^Search all")).click()
    plain.get_by_label("Starts with").fill("can")
    plain.get_by_role("button", name="Search").click()
    plain.get_by_role("link", name=re.compile("^Canberra")).click()

    expect(sentence_on(plain)).to_have_text(sentence_of(plain, "place=canberra"))


def test_it_opens_the_filters_of_a_phone_and_applies_them(visit):
    page = visit("/stories/", width=390, scripts=False)
    page.get_by_role("link", name="Filter").click()
    page.get_by_label(re.compile("^Failed")).check()
    expect(page.locator("#filters-close")).to_be_hidden()
    page.get_by_role("button", name="Apply the filters").click()

    expect(sentence_on(page)).to_have_text(sentence_of(page, "result=failed"))
    expect(page.locator("#filters")).to_be_hidden()


def test_it_leads_on_from_an_empty_list(plain):
    plain.goto("/stories/?result=failed&policy=education&country=au")
    plain.locator(".nothing-steps a").first.click()

    expect(plain.locator(".results-list > li").first).to_be_visible()


def test_it_filters_lessons(visit):
    page = visit("/lessons/", scripts=False)
    page.get_by_label("Evidence").select_option("With contrary evidence")
    page.get_by_role("button", name="Show").click()

    expect(page).to_have_url(re.compile("weight=contested"))
    expect(page.get_by_role("link", name="Clear all")).to_be_visible()

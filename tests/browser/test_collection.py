"""The finder inside a collection, with scripts and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.hands import choose, sentence_on

PAGE = "/collections/when-it-did-not-work/"


def test_it_narrows_in_place_and_goes_back(visit):
    page = visit(PAGE)
    whole = sentence_on(page).inner_text()

    promised = choose(page, "result", "failed")

    expect(sentence_on(page)).to_have_text(f"{promised} stories that failed")
    expect(page.locator("#finder-status")).to_have_text(f"{promised} stories that failed")
    expect(page).to_have_url(re.compile(f"{re.escape(PAGE)}\\?result=failed$"))
    page.go_back()
    expect(sentence_on(page)).to_have_text(whole)


def test_it_narrows_with_a_button_where_there_are_no_scripts(visit):
    page = visit(PAGE, scripts=False)
    page.get_by_label(re.compile("^Mixed")).check()
    page.get_by_role("button", name="Apply the filters").click()

    expect(page).to_have_url(re.compile(f"{re.escape(PAGE)}.*result=mixed"))
    expect(page.get_by_role("heading", level=1)).to_have_text("When it did not work, or not as meant")
    expect(page.locator(".story-row-note").first).to_be_visible()
    expect(page.get_by_text("The address asks for something")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 390])
def test_it_searches_its_stories(visit, width):
    page = visit(PAGE, width=width)
    page.get_by_label("Find words in these stories").fill("doctors")
    page.get_by_role("button", name="Search").click()

    expect(page.locator(".results-list > li")).to_have_count(1)

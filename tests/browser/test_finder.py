"""The finder in place: what changes, what stays, and where the reader is afterwards."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.hands import box, choose, facet, sentence_of, sentence_on


def test_it_changes_the_list_in_place(finder):
    finder.evaluate("window.same = true")
    choose(finder, "result", "failed")

    expected = sentence_of(finder, "result=failed")

    expect(sentence_on(finder)).to_have_text(expected)
    expect(finder).to_have_url(re.compile(r"/stories/\?result=failed$"))
    expect(finder).to_have_title(f"{expected} · Civic Casebook")
    expect(finder.get_by_role("status")).to_have_text(expected)
    assert finder.evaluate("window.same")


def test_it_shows_as_many_stories_as_the_value_promised(finder):
    promised = choose(finder, "result", "failed")

    expect(sentence_on(finder)).to_have_text(re.compile(rf"^{promised} stor"))
    expect(finder.locator(".results-list > li")).to_have_count(promised)


def test_it_keeps_the_focus_on_the_box_and_the_box_in_its_place(finder):
    failed = box(finder, "result", "failed")
    failed.evaluate("element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 100)")
    before = failed.bounding_box()["y"]
    choose(finder, "result", "failed")

    expect(failed).to_be_focused()
    assert abs(failed.bounding_box()["y"] - before) < 2


def test_it_keeps_a_facet_open_that_stood_open(finder):
    facet(finder, "level").locator("summary").click()
    choose(finder, "result", "failed")

    expect(facet(finder, "level")).to_have_attribute("open", "")


def test_it_keeps_a_facet_closed_that_was_closed(finder):
    facet(finder, "policy").locator("summary").click()
    choose(finder, "result", "failed")

    expect(facet(finder, "policy")).not_to_have_attribute("open", "")


def test_it_keeps_the_scroll_position_of_a_long_facet(finder):
    values = facet(finder, "element").locator(".facet-values")
    before = values.evaluate("element => { element.scrollTop = 60; return element.scrollTop; }")
    values.get_by_role("checkbox").nth(5).dispatch_event("click")

    expect(finder.locator(".chip")).to_have_count(1)
    assert before > 0
    assert values.evaluate("element => element.scrollTop") == before


def test_it_loses_no_tick_of_a_fast_hand(finder):
    box(finder, "result", "failed").dispatch_event("click")
    box(finder, "result", "mixed").dispatch_event("click")

    expect(finder.locator(".chip")).to_have_count(2)
    expect(sentence_on(finder)).to_have_text(sentence_of(finder, "result=failed&result=mixed"))


def test_it_goes_back_and_forward(finder):
    everything = sentence_on(finder).inner_text()
    choose(finder, "result", "failed")
    failures = sentence_on(finder).inner_text()
    finder.go_back()
    expect(sentence_on(finder)).to_have_text(everything)
    expect(box(finder, "result", "failed")).not_to_be_checked()

    finder.go_forward()

    expect(sentence_on(finder)).to_have_text(failures)
    expect(box(finder, "result", "failed")).to_be_checked()
    expect(finder).to_have_title(f"{failures} · Civic Casebook")


def test_it_still_works_after_going_back(finder):
    choose(finder, "result", "failed")
    finder.go_back()
    expect(finder.locator(".chip")).to_have_count(0)
    facet(finder, "level").locator("summary").click()
    choose(finder, "result", "mixed")

    expect(sentence_on(finder)).to_have_text(sentence_of(finder, "result=mixed"))
    expect(box(finder, "result", "mixed")).to_be_focused()
    expect(facet(finder, "level")).to_have_attribute("open", "")


def test_it_comes_back_from_a_story_to_the_same_list(finder):
    choose(finder, "result", "failed")
    failures = sentence_on(finder).inner_text()
    finder.locator(".story-row-title a").first.click()
    expect(finder.locator(".story")).to_be_visible()

    finder.go_back()

    expect(sentence_on(finder)).to_have_text(failures)
    expect(box(finder, "result", "failed")).to_be_checked()


def test_it_takes_a_filter_away_with_its_chip(visit):
    page = visit("/stories/?q=council&result=failed")
    page.get_by_role("link", name="Remove the filter “council”").click()

    expect(sentence_on(page)).to_have_text(sentence_of(page, "result=failed"))
    expect(page.get_by_label("Find stories by words")).to_have_value("")
    expect(sentence_on(page)).to_be_focused()


def test_it_clears_everything(visit):
    page = visit("/stories/?q=council&result=failed")
    page.get_by_role("link", name="Clear all").click()

    expect(page.locator(".chip")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/stories/$"))


def test_it_sorts(finder):
    finder.get_by_label("Order").focus()
    finder.get_by_label("Order").select_option("Title")

    expect(finder).to_have_url(re.compile(r"\?sort=title$"))
    expect(finder.get_by_label("Order")).to_be_focused()
    expected = finder.request.get("/stories.json?sort=title").json()["results"]
    expect(finder.locator(".story-row-title")).to_have_text([story["title"] for story in expected])


def test_it_turns_the_page_and_begins_at_its_top(finder):
    finder.get_by_role("link", name="Next page").click()

    expect(finder.locator(".pagination-where")).to_have_text(re.compile("Page 2 of"))
    expect(finder).to_have_url(re.compile(r"\?page=2$"))
    expect(sentence_on(finder)).to_be_in_viewport()
    expect(sentence_on(finder)).to_be_focused()


@pytest.mark.parametrize("address", ["/stories/?result=failed&policy=education&country=au", "/stories/?q=zzzzqqqq"])
def test_it_leads_on_from_an_empty_list(visit, address):
    page = visit(address)
    expect(sentence_on(page)).to_contain_text("No stories")
    page.locator(".nothing-steps a").first.click()

    expect(page.locator(".results-list > li").first).to_be_visible()


def test_it_says_when_the_stories_cannot_be_fetched(finder):
    finder.context.set_offline(True)
    box(finder, "result", "failed").check()

    try:
        expect(finder.get_by_role("alert")).to_contain_text("could not be fetched")
    finally:
        finder.context.set_offline(False)

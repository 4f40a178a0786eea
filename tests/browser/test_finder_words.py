"""Words in the finder: searching, suggestions, and the search inside a long facet."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.hands import box, facet, search_in, sentence_of, sentence_on, suggest


@pytest.fixture
def suggesting(finder):
    """Somebody has typed the beginning of a word, and sees what it may mean."""
    suggest(finder, "recyc")
    return finder


def test_it_finds_words(finder):
    field = finder.get_by_label("Find stories by words")
    field.fill("stadium")
    field.press("Enter")

    expect(sentence_on(finder)).to_have_text(sentence_of(finder, "q=stadium"))
    expect(finder).to_have_url(re.compile(r"\?q=stadium$"))
    expect(finder.get_by_label("Order")).to_have_value("")
    expect(finder.locator("mark").first).to_have_text(re.compile("stadium", re.IGNORECASE))
    expect(field).to_be_focused()


def test_it_asks_once_for_words_that_are_sent_with_enter(finder):
    asked = []
    finder.on("request", lambda request: asked.append(request.url))
    finder.get_by_label("Find stories by words").fill("stadium")
    finder.get_by_label("Find stories by words").press("Enter")
    expect(sentence_on(finder)).to_contain_text("stadium")

    assert len([address for address in asked if "/stories/?" in address]) == 1


def test_it_suggests_while_somebody_types(suggesting):
    field = suggesting.get_by_role("combobox", name="Find stories by words")

    expect(field).to_have_attribute("aria-expanded", "true")
    expect(suggesting.get_by_role("listbox").get_by_role("option").first).to_contain_text(
        re.compile("recyc", re.IGNORECASE)
    )


def test_it_walks_the_suggestions_with_arrows_and_follows_one_with_enter(suggesting):
    field = suggesting.get_by_role("combobox", name="Find stories by words")
    field.press("ArrowDown")
    option = suggesting.get_by_role("listbox").get_by_role("option", selected=True)
    expect(field).to_have_attribute("aria-activedescendant", option.get_attribute("id"))
    address = option.get_attribute("data-url")
    field.press("Enter")

    expect(suggesting).to_have_url(re.compile(re.escape(address) + "$"))


def test_it_walks_the_suggestions_in_a_circle_through_the_field(suggesting):
    field = suggesting.get_by_role("combobox", name="Find stories by words")
    field.press("ArrowUp")
    expect(suggesting.get_by_role("listbox").get_by_role("option").last).to_have_attribute("aria-selected", "true")
    field.press("ArrowDown")

    expect(suggesting.get_by_role("listbox").get_by_role("option", selected=True)).to_have_count(0)
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))


def test_it_closes_the_suggestions_with_escape(suggesting):
    field = suggesting.get_by_role("combobox", name="Find stories by words")
    field.press("Escape")

    expect(suggesting.get_by_role("listbox")).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("recyc")


def test_it_follows_a_suggestion_that_is_pressed(suggesting):
    address = suggesting.get_by_role("listbox").get_by_role("option").first.get_attribute("data-url")
    suggesting.get_by_role("listbox").get_by_role("option").first.click()

    expect(suggesting).to_have_url(re.compile(re.escape(address) + "$"))


@pytest.fixture
def searching_places(finder):
    """Somebody searches among all places."""
    search_in(finder, "place", "Place")
    return finder


def test_it_searches_inside_a_long_facet(searching_places):
    searching_places.keyboard.insert_text("can")

    expect(facet(searching_places, "place").get_by_role("checkbox")).to_have_count(1)
    expect(facet(searching_places, "place").get_by_label(re.compile("^Canberra"))).to_be_visible()
    expect(searching_places.get_by_label("Search in Place")).to_have_value("can")


def test_it_chooses_what_was_found_inside_a_long_facet(searching_places):
    searching_places.keyboard.insert_text("can")
    expect(facet(searching_places, "place").get_by_role("checkbox")).to_have_count(1)
    box(searching_places, "place", "canberra").check()

    expect(sentence_on(searching_places)).to_have_text(sentence_of(searching_places, "place=canberra"))
    expect(box(searching_places, "place", "canberra")).to_be_focused()


def test_it_keeps_what_was_chosen_while_somebody_searches_on(searching_places):
    box(searching_places, "place", "dorset").check()
    expect(searching_places.locator(".chip")).to_have_count(1)
    facet(searching_places, "place").get_by_role("link", name=re.compile("^Search all")).click()
    expect(searching_places.get_by_label("Search in Place")).to_be_focused()
    searching_places.keyboard.insert_text("can")
    expect(facet(searching_places, "place").get_by_role("checkbox")).to_have_count(2)
    box(searching_places, "place", "canberra").check()

    expect(searching_places.locator(".chip")).to_have_count(2)


def test_it_says_when_no_value_of_a_facet_starts_with_that(searching_places):
    searching_places.keyboard.insert_text("zzz")

    expect(searching_places.get_by_text("Nothing starts with that.")).to_be_visible()
    expect(searching_places.get_by_role("status")).to_have_text("0 values")

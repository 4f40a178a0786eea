"""The drawings of the explore views: with the keyboard, without scripts, on a phone and on paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.hands import sentence_of

VIEWS = ["evidence-map", "innovation-zones", "outcomes", "lineage", "map"]
DRAWN = {
    "evidence-map": ".evidence-map .map-bar",
    "innovation-zones": ".zones-link",
    "map": ".map-dot",
    "lineage": ".lineage-node",
}
"""The links within each drawing."""


@pytest.mark.parametrize("name", DRAWN)
def test_it_leads_through_a_drawing_with_the_keyboard(visit, name):
    page = visit(f"/explore/{name}/")
    links = page.locator(DRAWN[name])
    links.first.focus()

    stops = set()
    for _press in range(min(links.count(), 6) - 1):
        stops.add(page.evaluate("document.activeElement.getAttribute('href')"))
        page.keyboard.press("Tab")

    assert len(stops) > 1
    assert page.evaluate("document.activeElement.closest('svg') !== null")


@pytest.mark.parametrize("name", ["innovation-zones", "map", "evidence-map"])
def test_it_leads_from_a_number_to_its_stories(visit, name):
    page = visit(f"/explore/{name}/")
    link = page.locator(DRAWN[name]).first
    promised = re.search(r"(\d+)(?: stor\w+)?$", link.get_attribute("aria-label"))[1]
    link.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#finder-sentence")).to_have_text(re.compile(rf"^{promised} stor"))


@pytest.mark.parametrize("name", DRAWN)
def test_it_shows_where_the_focus_is_in_a_drawing(visit, name):
    page = visit(f"/explore/{name}/")
    link = page.locator(DRAWN[name]).nth(1)
    before = link.screenshot()
    page.keyboard.press("Tab")
    link.focus()

    assert link.screenshot() != before


@pytest.mark.parametrize("name", VIEWS)
def test_it_narrows_without_scripts(visit, name):
    page = visit(f"/explore/{name}/", scripts=False)
    page.get_by_text("Narrow the stories").first.click()
    page.get_by_label("Words").fill("council")
    page.get_by_role("button", name="Show these").click()

    expect(page.locator(".scope-sentence strong")).to_have_text(sentence_of(page, "q=council"))


def test_it_changes_the_lens_without_scripts(visit):
    page = visit("/explore/evidence-map/?result=failed", scripts=False)
    page.get_by_label("Through the lens").select_option("five-questions")
    page.get_by_role("button", name="Change").click()

    expect(page).to_have_url(re.compile(r"lens=five-questions&result=failed"))
    expect(page.locator("#map-title")).to_be_visible()


@pytest.mark.parametrize("name", VIEWS)
def test_it_needs_no_sideways_scrolling_on_a_phone(visit, name):
    page = visit(f"/explore/{name}/", width=320)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator("main table").first.is_visible()


@pytest.mark.parametrize("name", VIEWS)
def test_it_prints_the_figures_and_no_way_around_the_site(visit, name):
    page = visit(f"/explore/{name}/", width=718)
    page.emulate_media(media="print")

    expect(page.locator(".narrow")).to_be_hidden()
    expect(page.locator(".rooms-nav")).to_be_hidden()
    expect(page.locator(".scope-sentence")).to_be_visible()
    expect(page.locator("main table").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 718

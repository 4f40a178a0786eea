"""From the front door, by filters alone, to a failure, what it teaches, and a story that says otherwise."""

import re

import pytest
from playwright.sync_api import expect

MOST = 6
"""Clicks that the whole way may take."""


class Visitor:
    """Somebody who counts their clicks."""

    def __init__(self, page):
        self.page, self.clicks = page, 0

    def click(self, locator):
        """Press something, and follow where it leads; before its scripts have come a page does not hear a tick."""
        locator.click()
        self.page.wait_for_load_state()
        self.clicks += 1


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def visitor(visit, request):
    """Somebody at the front door."""
    return Visitor(visit("/", scripts=request.param))


def to_the_failure(visitor):
    """From the front door to the recycling scheme in Kirklees, by filters alone."""
    page = visitor.page
    visitor.click(page.locator(".result-doors").get_by_role("link", name="Failed"))
    visitor.click(page.get_by_label(re.compile("^Environment and climate")))
    apply = page.get_by_role("button", name="Apply the filters")
    if apply.is_visible():
        visitor.click(apply)
    expect(page.locator("#finder-sentence")).to_have_text(re.compile("about environment and climate that failed$"))
    visitor.click(page.get_by_role("link", name="The recycling scheme that everyone wanted", exact=True))


def test_it_tells_what_was_aimed_at_what_was_reached_and_why(visitor):
    to_the_failure(visitor)

    page = visitor.page
    figures = page.locator(".measure", has_text="Household waste recycled")
    expect(page.locator(".story-head .glance")).to_contain_text("Failed")
    expect(figures).to_contain_text(re.compile(r"Target\s*25 per cent"))
    expect(figures).to_contain_text(re.compile(r"Result\s*3 per cent"))
    expect(page.get_by_role("heading", name="What went wrong or stayed open")).to_be_visible()
    assert visitor.clicks <= 4


def test_it_leads_from_a_failure_to_a_lesson_and_to_a_story_against_it(visitor):
    to_the_failure(visitor)
    page = visitor.page
    visitor.click(page.locator(".story-lesson h3 a", has_text="Start with something small that everyone can see"))
    against = page.locator("section", has=page.get_by_role("heading", name="What limits it or speaks against it"))
    other = against.locator(".evidence-story a").first
    title = other.inner_text()
    visitor.click(other)

    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert visitor.clicks <= MOST

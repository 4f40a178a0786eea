"""What axe-core, a ruler and a second pair of eyes find on every kind of page."""

from importlib.resources import files
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.hands import search_in, suggest
from tests.browser.kinds import KINDS

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
REPEATED_ON_PURPOSE = {"gallery": ["landmark-unique"]}
"""The gallery shows the same navigation in several states."""

WIDE, PHONE = 1280, 320


def violations(page, without=()):
    """What axe-core finds in the light, and what depends on the light in the dark; a line for each thing."""
    page.wait_for_load_state()
    page.evaluate(AXE)
    rules = {rule: {"enabled": False} for rule in without}
    found = axe(page, {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules, "resultTypes": ["violations"]})
    page.emulate_media(color_scheme="dark")
    return found + axe(page, {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}})


def axe(page, options):
    """One run of axe-core."""
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("kind", KINDS)
def test_it_has_nothing_that_axe_objects_to(visit, kind, width):
    page = visit(KINDS[kind], width=width)

    assert violations(page, REPEATED_ON_PURPOSE.get(kind, ())) == []


def test_it_has_nothing_that_axe_objects_to_while_suggesting(finder):
    suggest(finder, "recyc")
    finder.keyboard.press("ArrowDown")
    expect(finder.get_by_role("listbox").get_by_role("option", selected=True)).to_have_count(1)

    assert violations(finder) == []


def test_it_has_nothing_that_axe_objects_to_in_the_open_filters(visit):
    page = visit("/stories/", width=PHONE)
    page.get_by_role("button", name="Filter").click()
    search_in(page, "place", "Place")

    assert violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_put_in_order_for_who_listens(visit, kind):
    page = visit(KINDS[kind])

    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))")

    assert sorted(ids) == sorted(set(ids))
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []
    assert page.title().endswith(" · Civic Casebook")
    assert page.locator("head title").count() == 1

"""Stories side by side, and beside the reader's own place: wide, on a phone, on paper, without a mouse and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.hands import VISIBLE_FOCUS
from tests.browser.kinds import PAGES


@pytest.fixture
def table(visit):
    """Four stories on a wide screen."""
    return visit(PAGES["compare-four"])


def edges(page, selector, edge="left"):
    """Where the elements begin, each rounded to a pixel."""
    return page.locator(selector).evaluate_all(
        "(found, edge) => found.map(element => Math.round(element.getBoundingClientRect()[edge]))", edge
    )


def test_it_aligns_the_stories_row_by_row(table):
    heads = edges(table, ".compare thead th")
    rows = [
        row.evaluate(
            "row => [...row.querySelectorAll('td')].map(cell => Math.round(cell.getBoundingClientRect().left))"
        )
        for row in table.locator(".compare tbody tr:has(th[scope=row])").all()
    ]

    assert len(heads) == 4
    assert {tuple(row) for row in rows} == {tuple(heads)}


def test_it_keeps_the_titles_in_sight(table):
    table.locator("#measures").scroll_into_view_if_needed()

    for title in table.locator(".compare-title").all():
        expect(title).to_be_in_viewport()


def test_it_puts_one_story_under_the_other_on_a_phone(visit):
    page = visit(PAGES["compare"], width=390)
    cells = page.locator(".compare tbody tr:has(th[scope=row])").first.locator("td")

    first, second = cells.nth(0).bounding_box(), cells.nth(1).bounding_box()

    assert first["x"] == second["x"]
    assert second["y"] >= first["y"] + first["height"]
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.compare td[data-label]'), '::before').content")
        != "none"
    )


def test_it_prints_stories_beside_one_another_on_wide_paper(table):
    table.emulate_media(media="print")
    expect(table.locator(".compare-chooser")).to_be_hidden()
    expect(table.locator(".compare-ways").first).to_be_hidden()

    document = table.pdf(prefer_css_page_size=True)

    assert b"/MediaBox [0 0 841" in document or b"/MediaBox [0 0 842" in document


@pytest.mark.parametrize("kind", ["compare", "compare-one", "would-it-work-here-set"])
def test_it_shows_where_the_focus_is(visit, kind):
    page = visit(PAGES[kind])

    stops = []
    for _press in range(40):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(VISIBLE_FOCUS))

    assert [element for element, shown in stops if not shown and element != "nothing"] == []


def test_it_is_chosen_without_scripts(visit):
    page = visit("/stories/kirklees-recycling/", scripts=False)
    page.get_by_role("link", name="Compare with another story").click()
    page.get_by_label("Find a story by words").fill("breakfast")
    page.get_by_role("button", name="Search").click()
    page.locator(".compare-offers a").first.click()

    expect(page.locator(".compare thead th")).to_have_count(2)
    expect(page.locator(".compare-title").first).to_have_text("The recycling scheme that everyone wanted")


def test_it_compares_with_a_place_without_scripts(visit):
    page = visit(PAGES["would-it-work-here"], scripts=False)
    page.get_by_label("Your kind of body").select_option("Council")
    page.get_by_label("What carries you, above all").select_option("Elected politicians")
    page.get_by_role("button", name="Set the stories beside it").click()

    expect(page.locator(".here-answers > li").first).to_contain_text("A council led it, too")
    expect(page.get_by_label("Your kind of body")).to_have_value("council")

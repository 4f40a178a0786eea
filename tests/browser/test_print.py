"""A story on paper is a handout."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def paper(visit):
    """A story as it is printed."""
    page = visit("/stories/kirklees-recycling/")
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize("part", ["header nav", ".contents", "footer", ".skip-link", ".similar"])
def test_it_prints_no_way_around_the_site(paper, part):
    expect(paper.locator(part)).to_be_hidden()


def test_it_prints_the_summary_and_every_section(paper):
    headings = paper.locator(".story-main h2").all_inner_texts()

    expect(paper.locator(".lede")).to_be_visible()
    expect(paper.locator("#cast")).to_be_visible()
    assert headings[:4] == ["The problem", "What they did", "How it unfolded", "What changed"]
    assert {"What went wrong or stayed open", "Before you adapt it", "Sources"} <= set(headings)


def test_it_cuts_no_chart_and_no_lesson_in_two(paper):
    breaks = paper.locator(".measure, .story-lesson, .adapt").evaluate_all(
        "elements => elements.map(element => getComputedStyle(element).breakInside)"
    )

    assert set(breaks) == {"avoid"}


def test_it_fits_on_pages(paper):
    document = paper.pdf(format="A4")

    assert document.startswith(b"%PDF")
    assert 2 <= document.count(b"/Type /Page\n") <= 8

"""Every kind of page on a small screen, enlarged, with wider spacing, and under a thumb."""

import pytest

from tests.browser.kinds import KINDS, PAGES

SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""The spacing that a reader may set (WCAG 1.4.12)."""

CUT = """() => [...document.querySelectorAll('body *')].filter(element => {
  const style = getComputedStyle(element);
  const hides = value => ['hidden', 'clip'].includes(value);
  if (element.closest('.hidden, svg') || !element.textContent.trim()) return false;
  return (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
      || (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1);
}).map(element => element.outerHTML.slice(0, 120))"""
"""Elements that hide a part of their text."""

CONTROLS = (
    ".button, .search input, summary, .option label, .field input, .field select, "
    ".header-name, .header-list, .header-account, .header-nav a, .pagination a, .footer-links a, .list-add, .link-button"
)
"""What a reader presses to move on."""

SMALL = """([controls, least]) => [...document.querySelectorAll(controls)]
  .filter(element => element.checkVisibility())
  .map(element => [element.getBoundingClientRect().height, element])
  .filter(([height]) => height && height < least)
  .map(([height, element]) => `${height} ${element.outerHTML.slice(0, 120)}`)"""
"""Main controls that are lower than `least`."""


def overflow(page):
    """By how much the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def spilled(page):
    """What does not fit on the smallest phone, and on one that lies on its side."""
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 900})
        if (more := overflow(page)) > 0:
            yield f"At {width} the page is wider by {more}."
        yield from page.evaluate(CUT)


@pytest.mark.parametrize("kind", KINDS)
def test_it_fits_and_cuts_no_text_when_a_reader_widens_the_spacing(visit, kind):
    page = visit(KINDS[kind], width=320)
    assert list(spilled(page)) == []

    page.evaluate(SPACING)

    assert list(spilled(page)) == []


@pytest.mark.parametrize("kind", PAGES)
def test_it_has_controls_as_large_as_a_thumb(visit, kind):
    page = visit(PAGES[kind], width=390, touch=True)

    assert page.evaluate(SMALL, [CONTROLS, 44]) == []


def test_it_has_filters_as_large_as_a_thumb(visit):
    page = visit("/stories/?result=failed", width=390, touch=True)
    page.get_by_role("button", name="Filter").click()

    assert page.evaluate(SMALL, [CONTROLS, 44]) == []


@pytest.mark.parametrize("kind", ["home", "finder", "story", "lesson"])
def test_it_moves_nothing_for_who_asks_for_stillness(visit, kind):
    page = visit(PAGES[kind], motion="reduce")

    moving = page.evaluate("""[...document.querySelectorAll('*')].filter(element => {
        const style = getComputedStyle(element);
        const motion = [style.transitionDuration, style.animationName, style.scrollBehavior];
        return motion.join() !== '0s,none,auto';
    }).length""")

    assert moving == 0

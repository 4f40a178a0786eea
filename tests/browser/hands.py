"""What a person does with the pages, and where they look."""

import re

from playwright.sync_api import expect

VISIBLE_FOCUS = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const shown = outlined && box.width > 0 && box.height > 0;
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return [element === document.body ? 'nothing' : element.outerHTML.slice(0, 100), shown && inside];
}"""
"""What has the focus, and whether that can be seen."""


def facet(page, key):
    """A facet of the finder."""
    return page.locator(f"[data-facet={key}]")


def sentence_on(page):
    """The sentence above the list."""
    return page.locator("#finder-sentence")


def sentence_of(page, query):
    """The sentence that the library has for a state, without filters that a page may have added."""
    return page.request.get(f"/stories.json?{query}").json()["sentence"]


def choose(page, key, label):
    """Tick a value and wait for the list; the number of stories that stood beside it."""
    box = facet(page, key).get_by_label(re.compile(f"^{re.escape(label)}"))
    promised = int(re.search(r"\d+", box.locator("xpath=..").locator(".option-count").inner_text())[0])
    chips = page.locator(".chip").count()
    box.check()
    expect(page.locator(".chip")).to_have_count(chips + 1)
    return promised


def focused(page):
    """The id of what has the focus."""
    return page.evaluate("document.activeElement.id")


def tab_to(page, locator, most=120):
    """Press Tab until `locator` has the focus; every stop on the way must be visible."""
    for _press in range(most):
        page.keyboard.press("Tab")
        element, shown = page.evaluate(VISIBLE_FOCUS)
        assert shown, f"The focus cannot be seen on {element}"
        if locator.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{locator} was not reached in {most} steps; the focus stands on {element}")

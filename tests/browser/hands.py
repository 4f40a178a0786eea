"""What a person does with the pages, and where they look."""

import re

from playwright.sync_api import TimeoutError as Unopened
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


def box(page, key, value):
    """The box of a facet's value. It is the same one after the list has changed, however many boxes there are then."""
    return facet(page, key).locator(f"input[value='{value}']")


def choose(page, key, value):
    """Tick a value and wait for the list; the number of stories that stood beside it."""
    chosen = box(page, key, value)
    promised = int(re.search(r"\d+", chosen.locator("xpath=..").locator(".option-count").inner_text())[0])
    chosen.check()
    expect(page).to_have_url(re.compile(rf"[?&]{key}={value}(&|$)"))
    expect(facet(page, key).locator(".facet-chosen")).to_be_visible()
    return promised


def suggest(page, text):
    """Type words at once, so that one list of suggestions comes and no other after it; wait for it."""
    page.get_by_label("Find stories by words").fill(text)
    expect(page.get_by_role("listbox")).to_be_visible()


def search_in(page, key, label):
    """Open the search inside a long facet and go there."""
    facet(page, key).locator("summary").click()
    facet(page, key).get_by_role("link", name=re.compile("^Search all")).click()
    expect(page.get_by_label(f"Search in {label}")).to_be_focused()


def tab_to(page, locator, most=120):
    """Press Tab until `locator` has the focus; every stop on the way must be visible."""
    page.wait_for_load_state()
    for _press in range(most):
        page.keyboard.press("Tab")
        element, shown = page.evaluate(VISIBLE_FOCUS)
        assert shown, f"The focus cannot be seen on {element}"
        if locator.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{locator} was not reached in {most} steps; the focus stands on {element}")


def publish(page):
    """Press Publish at the desk. The menu that it is in may close again while the page settles."""
    button = page.get_by_role("button", name=re.compile("^Publish"))
    for _attempt in range(5):
        page.get_by_role("button", name="More actions").click()
        try:
            return button.click(timeout=5000)
        except Unopened:
            continue
    raise AssertionError("The menu with Publish does not open.")

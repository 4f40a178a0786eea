"""What a trainer does with the builder, and where they look."""

import re

from playwright.sync_api import expect


def begin(page, title, minutes="120"):
    """Begin a course; the builder is open then, with its script."""
    page.goto("/courses/-/new/")
    page.get_by_label("Title").fill(title)
    page.get_by_label("How long it shall be, in minutes").fill(minutes)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Build “{title}”")
    page.wait_for_load_state()
    return page


def ask(page, text, minutes="10"):
    """Add a question."""
    box = page.locator("[data-new=new-question]")
    if not box.get_attribute("open"):
        box.locator("summary").click()
    box.get_by_label("Question").fill(text)
    box.get_by_label("Minutes").fill(minutes)
    box.get_by_role("button", name="Add the question").click()
    expect(named(page, text)).to_be_visible()


def find(page, words):
    """Look for something to add."""
    page.get_by_label("A story, a lesson, evidence or an element").fill(words)
    page.get_by_role("button", name="Look for it").click()


def items(page):
    """The items of the builder, in order: what each is called."""
    grips = page.locator(".build-item [data-grip] .hidden")
    return [re.search("“(.*)”", text, re.S)[1] for text in grips.all_text_contents()]


def named(page, name):
    """The item of that name."""
    return page.locator(".build-item").filter(has=page.locator("[data-grip]", has_text=f"“{name}”"))


def saved(page):
    """Wait until everything is saved."""
    expect(page.locator("#build-state")).to_have_text("Everything is saved")


def total(page):
    """The minutes of the whole course, in words."""
    return page.locator("#course-total")

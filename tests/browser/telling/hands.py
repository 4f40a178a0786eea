"""What somebody does with the form."""

import re

from playwright.sync_api import expect

from tests.drawing import photograph
from tests.telling.everything import EVERYTHING

SENT = {**EVERYTHING, "areas": [{"policy_areas": ["health", "housing"], "tags": "mobile library"}]}
"""Every field of every page, as the library that comes with the software knows its subjects."""

BLINK = 3500
"""Nobody fills in the first page faster than this."""


def begin(page, title="The bus", email="ada@example.org", name="Ada Okafor", at="/tell/begin/"):
    """Fill in the first page, which is open where `at` is empty; the key of the story."""
    if at:
        page.goto(at)
    page.get_by_label("What would you call the story").fill(title)
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your e-mail address").fill(email)
    page.wait_for_timeout(BLINK)
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return re.search(r"/tell/(\w+)/", page.url)[1]


def save(page, button="Save and go on"):
    """Press a button at the end of the page."""
    page.get_by_role("button", name=button, exact=True).click()


def fill(page, data):
    """Fill in the fields of a page."""
    for name, value in data.items():
        field = page.locator(f"[name={name}]").first
        kind = field.get_attribute("type")
        if kind in {"radio", "checkbox"}:
            [page.locator(f"[name={name}][value='{one}']").check() for one in ([value] if kind == "radio" else value)]
        elif kind == "file":
            field.set_input_files({"name": value, "mimeType": "image/jpeg", "buffer": photograph()})
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def answer(page, key, step, data):
    """Open a page of the story, fill it in and save it; where the page asks which record is meant, take the first."""
    page.goto(f"/tell/{key}/{step}/")
    fill(page, data)
    save(page)
    while page.locator(".tell-which").count():
        [row.locator("input").first.check() for row in page.locator(".tell-which").all()]
        save(page)
    expect(page.locator(".tell-errors")).to_have_count(0)


def tell_everything(page, key, everything=None):
    """Answer every question."""
    for step, pages in (everything or SENT).items():
        many = len(pages) > 1 or step in {"figures", "origins", "grounds"}
        [answer(page, key, f"{step}/new" if many else step, data) for data in pages]

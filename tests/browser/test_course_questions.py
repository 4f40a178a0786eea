"""Building a multiple choice with scripts: it is saved while somebody types, and what is wrong is said at its place."""

from playwright.sync_api import expect

from tests.browser.courses import begin, saved
from tests.browser.test_accessibility import violations


def test_it_builds_a_multiple_choice(trainer):
    page = begin(trainer(), "On buses")
    fresh = page.locator("[data-new=new-choice]")
    fresh.locator("summary").click()
    page.locator("#new-choice-text").fill("Whom first?")
    page.locator("#new-choice-options-0-text").fill("The drivers")
    page.locator("#new-choice-options-0-right").select_option("right")
    page.locator("#new-choice-options-1-text").fill("The mayor")
    fresh.get_by_role("button", name="Add the multiple choice").click()
    item = page.locator(".build-item")
    expect(item).to_have_count(1)
    expect(page.locator("#new-choice-options-0-text")).to_have_value("")
    assert violations(page) == []

    item.locator("[name$=options-2-text]").fill("Nobody")
    saved(page)
    item.locator("[name$=options-0-right]").select_option("wrong")
    expect(item.locator(".build-trouble")).to_contain_text("Mark at least one answer as right.")

    page.reload()
    expect(page.locator(".build-item [name$=options-2-text]")).to_have_value("Nobody")
    expect(page.locator(".build-item [name$=options-0-right]")).to_have_value("right")

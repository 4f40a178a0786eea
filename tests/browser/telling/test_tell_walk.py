"""The whole way, on a phone: from the first words to a draft at the desk, with scripts and without."""

import re
import sqlite3

import pytest
from playwright.sync_api import expect

from tests.browser.telling.hands import SENT, begin, save, tell_everything
from tests.telling.everything import words_in

LEFT_OUT = {"Kirklees Council", "Kirklees"}
"""What the library calls by its whole name."""


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_it_takes_a_story_from_a_phone_to_an_editor(person, house, scripts):
    email = f"ada.{scripts}@example.org".lower()
    page = person(scripts=scripts)
    page.goto("/")
    page.get_by_role("link", name="Tell the story").click()
    page.get_by_role("link", name="Begin", exact=True).click()
    key = begin(page, "The bus", email)
    tell_everything(page, key)
    page.goto(f"/tell/{key}/check/")
    told = page.locator("main").inner_text()
    page.get_by_label("I may tell this story").check()
    save(page, "Send the story")
    expect(page.locator(".tell-standing-title")).to_have_text("Waiting for an e-mail address to be confirmed")

    laptop = person(width=1280, scripts=scripts)
    laptop.goto(house.newest_link(email))
    save(laptop, "Open my story")

    expect(laptop.locator(".tell-standing-title")).to_have_text("Held for a first look")
    assert [words for words in words_in(SENT) if words not in told and words not in LEFT_OUT] == []


def test_it_is_a_draft_that_an_editor_publishes(person, house):
    page, key = person(), ""
    key = begin(page, "The train", "cy@example.org", "Cy Dahl")
    tell_everything(page, key, {**SENT, "title": [{"title": "The train", "summary": "It came. It went."}]})
    page.goto(house.newest_link("cy@example.org"))
    save(page, "Open my story")
    page.goto(f"/tell/{key}/check/")
    page.get_by_label("I may tell this story").check()
    save(page, "Send the story")

    desk = person(width=1280, height=1000)
    sign_in(desk, house)
    desk.goto("/desk/contributions/")
    desk.get_by_role("link", name="The train").first.click()
    desk.get_by_role("button", name="Take it to the desk as a draft").click()
    expect(desk.get_by_role("tab", name="What the contributors wrote")).to_be_visible()
    story = re.search(r"/edit/(\d+)/", desk.url)[1]

    assert in_database(house, "SELECT live, title FROM cases_story WHERE id = ?", story) == (0, "The train")
    page.goto(f"/tell/{key}/")
    expect(page.locator(".tell-standing-title")).to_have_text("At the desk")
    page.goto(house.newest_link("cy@example.org"))
    expect(page.get_by_role("heading", level=1)).to_have_text("The train")


def sign_in(page, house):
    """Sign in at the desk."""
    import subprocess

    said = subprocess.run(**house.manage("open_desk", "--reset"), check=True, capture_output=True, text=True).stdout
    page.goto("/desk/")
    page.get_by_label("E-mail address").fill("editor")
    page.locator("[name=password]").fill(re.search(r"with the password (\S+)", said)[1])
    page.locator("[name=password]").press("Enter")
    page.wait_for_url("**/desk/")


def in_database(house, query, *values):
    """A row of the library's own database."""
    with sqlite3.connect(house.folder / "casebook.sqlite3") as database:
        return database.execute(query, values).fetchone()


def test_it_goes_on_with_the_keyboard_alone(person):
    page = person(width=1280)
    key = begin(page, "By hand", "hand@example.org")
    page.goto(f"/tell/{key}/title/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    press_tab_to(page, page.locator("#id_summary"))
    page.keyboard.type("They did it by hand. It took long.")
    press_tab_to(page, page.get_by_role("button", name="Save and go on"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Where did it happen?")

    press_tab_to(page, page.locator("#id_place"))
    page.keyboard.type("kirkl")
    expect(page.get_by_role("option", name=re.compile("Kirklees"))).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#id_place")).to_have_value("Kirklees, Yorkshire")
    press_tab_to(page, page.get_by_role("button", name="Save and go on"))
    page.keyboard.press("Enter")

    expect(page.locator(".tell-items")).to_contain_text("Kirklees, Yorkshire")


def press_tab_to(page, locator, most=60):
    """Press Tab until it has the focus, which must be seen on the way."""
    from tests.browser.hands import tab_to

    tab_to(page, locator, most)


def test_it_leads_to_the_field_that_is_wrong(person):
    page = person()
    key = begin(page, "Wrong", "wrong@example.org")
    page.goto(f"/tell/{key}/years/")
    page.get_by_label("It began in").fill("20")
    save(page)

    expect(page.locator(".tell-errors")).to_be_focused()
    page.locator(".tell-errors").get_by_role("link", name="It began in").click()
    expect(page.get_by_label("It began in")).to_be_focused()
    expect(page.get_by_label("It began in")).to_have_value("20")

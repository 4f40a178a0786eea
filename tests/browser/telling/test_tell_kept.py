"""Nothing that somebody typed is lost: not with a lost connection, a killed server, a second writer or another device."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.telling.hands import answer, begin, save

TYPED = "Nobody came, for nobody had been asked."


@pytest.fixture
def ada(person):
    """Ada, on a phone."""
    return person()


def test_it_offers_back_what_was_typed_when_the_server_was_killed(ada, house):
    key = begin(ada, "Killed", "killed@example.org")
    answer(ada, key, "what-they-did", {"what_they_did": "They bought a bus."})
    ada.goto(f"/tell/{key}/problem/")
    ada.get_by_label("The problem").fill(TYPED)
    expect(ada.get_by_role("status")).to_have_text("What you type is kept in this browser until it is saved.")
    house.kill()
    save(ada)
    ada.wait_for_url("chrome-error://**")
    house.open()

    ada.goto(f"/tell/{key}/problem/")
    expect(ada.get_by_label("The problem")).to_have_value("")
    ada.get_by_role("button", name="Put it back").click()
    expect(ada.get_by_label("The problem")).to_have_value(TYPED)
    save(ada)
    expect(ada.get_by_role("heading", level=1)).to_have_text("What did they do?")

    expect(ada.get_by_label("What they did")).to_have_value("They bought a bus.")
    ada.goto(f"/tell/{key}/problem/")
    expect(ada.get_by_label("The problem")).to_have_value(TYPED)
    expect(ada.locator("[data-kept]")).to_be_hidden()


def test_it_keeps_what_is_typed_while_the_device_is_offline(ada):
    key = begin(ada, "Offline", "offline@example.org")
    ada.goto(f"/tell/{key}/problem/")
    ada.context.set_offline(True)
    ada.get_by_label("The problem").fill(TYPED)
    save(ada)
    expect(ada.get_by_role("status")).to_contain_text("This device is offline.")
    ada.context.set_offline(False)
    save(ada)

    expect(ada.get_by_role("heading", level=1)).to_have_text("What did they do?")


def test_it_offers_nothing_back_that_it_shows(ada):
    key = begin(ada, "Shown", "shown@example.org")
    ada.goto(f"/tell/{key}/places/")
    ada.get_by_label("Name of the place").fill("kirk")
    save(ada)
    expect(ada.locator(".tell-which")).to_be_visible()
    expect(ada.locator("[data-kept]")).to_be_hidden()

    ada.goto(f"/tell/{key}/places/")
    ada.get_by_role("button", name="Put it back").click()

    expect(ada.get_by_label("Name of the place")).to_have_value("kirk")


def test_it_keeps_what_is_typed_before_the_script_is_there(ada):
    key, held = begin(ada, "Slow", "slow@example.org"), []
    ada.route("**/static/js/tell/*.js", lambda route: held.append(route))
    ada.goto(f"/tell/{key}/problem/", wait_until="commit")
    ada.get_by_label("The problem").fill(TYPED)

    held[0].continue_()

    expect(ada.get_by_role("status")).to_have_text("What you type is kept in this browser until it is saved.")


def test_it_throws_away_what_nobody_wants(ada):
    key = begin(ada, "Away", "away@example.org")
    ada.goto(f"/tell/{key}/problem/")
    ada.get_by_label("The problem").fill(TYPED)
    ada.goto(f"/tell/{key}/problem/")
    ada.get_by_role("button", name="Throw it away").click()
    ada.reload()

    expect(ada.get_by_label("The problem")).to_have_value("")
    expect(ada.locator("[data-kept]")).to_be_hidden()


def test_it_keeps_nothing_in_the_browser_that_is_saved(ada):
    key = begin(ada, "Saved", "saved@example.org")
    answer(ada, key, "problem", {"problem": TYPED})
    expect(ada).not_to_have_url(re.compile("#|/problem/"))
    answer(ada, key, "dates/new", {"text": "It came.", "year": "2016"})
    expect(ada.locator(".tell-items")).to_contain_text("It came.")
    expect(ada).not_to_have_url(re.compile("#"))

    kept = ada.evaluate("Object.keys(localStorage).filter(key => key.startsWith('casebook-tell'))")

    assert kept == []


def test_it_keeps_nothing_of_a_story_that_was_begun_before_the_script_was_there(ada):
    ada.goto("/tell/begin/")
    held = []
    ada.route("**/static/js/tell/*.js", lambda route: held.append(route))
    key = begin(ada, "Left", "left@example.org", at="")
    ada.unroute("**/static/js/tell/*.js")
    ada.goto(f"/tell/{key}/problem/")

    assert ada.evaluate("Object.keys(localStorage).filter(key => key.startsWith('casebook-tell'))") == []


def test_it_deletes_what_is_kept_when_the_story_is_closed_on_the_device(ada):
    key = begin(ada, "Closed", "closed@example.org")
    ada.goto(f"/tell/{key}/problem/")
    ada.get_by_label("The problem").fill(TYPED)
    expect(ada.get_by_role("status")).to_contain_text("kept in this browser")
    ada.goto(f"/tell/{key}/later/")
    save(ada, "Close it on this device")
    expect(ada.get_by_role("heading", level=1)).to_have_text("Tell a story")

    assert ada.evaluate("Object.keys(localStorage).filter(key => key.startsWith('casebook-tell'))") == []
    ada.goto(f"/tell/{key}/")
    expect(ada.get_by_role("heading", level=1)).to_have_text("This story is open to those who write it")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_it_goes_on_in_another_browser(ada, person, house, scripts):
    email = f"resume.{scripts}@example.org".lower()
    key = begin(ada, "Resumed", email)
    answer(ada, key, "problem", {"problem": TYPED})

    other = person(width=1280, scripts=scripts)
    other.goto(house.newest_link(email))
    save(other, "Open my story")
    other.get_by_role("link", name="The problem").click()

    expect(other.get_by_label("The problem")).to_have_value(TYPED)


def test_it_shows_two_writers_both_texts(ada, person, house):
    key = begin(ada, "Together", "together@example.org")
    ada.goto(house.newest_link("together@example.org"))
    save(ada, "Open my story")
    ada.goto(f"/tell/{key}/authors/")
    ada.get_by_label("Their name").fill("Lena Ruiz")
    ada.get_by_label("Their e-mail address").fill("lena@example.org")
    save(ada, "Send the invitation")
    lena = person(width=1280)
    lena.goto(house.newest_link("lena@example.org"))
    save(lena, "Open my story")

    ada.goto(f"/tell/{key}/problem/")
    lena.goto(f"/tell/{key}/problem/")
    expect(lena.locator(".notice").first).to_contain_text("Ada Okafor has had this page open since")
    lena.get_by_label("The problem").fill("Hardly anybody came.")
    save(lena)
    ada.get_by_label("The problem").fill("Nobody came.")
    save(ada)
    expect(ada.locator(".tell-collision")).to_contain_text("Lena Ruiz saved this page at")
    expect(ada.locator(".tell-both")).to_contain_text("Hardly anybody came.")
    expect(ada.get_by_label("The problem")).to_have_value("Nobody came.")
    ada.get_by_label("The problem").fill("Hardly anybody came; Ada counted nobody.")
    save(ada)

    lena.goto(f"/tell/{key}/problem/0/history/")
    expect(lena.locator(".tell-versions > li")).to_have_count(2)
    expect(lena.locator(".tell-versions > li").first).to_contain_text("Ada counted nobody.")


def test_it_counts_what_is_left(ada):
    key = begin(ada, "Counted", "counted@example.org")
    ada.goto(f"/tell/{key}/title/")
    count = ada.locator("#id_summary-count")
    ada.get_by_label("The story in two sentences").fill("x" * 290)
    expect(count).to_have_text("Characters left: 10")
    ada.get_by_label("The story in two sentences").fill("x" * 305)

    expect(count).to_have_text("Characters too many: 5")

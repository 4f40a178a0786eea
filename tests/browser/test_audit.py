"""The learning audit on a phone: alone and in a team, with scripts and without them, and on paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE
from tests.browser.test_accessibility import violations
from tests.browser.test_room import CONTROLS, SMALL, overflow

WAIT = 2500
"""Milliseconds in which a person would still be reading the form."""


@pytest.fixture
def phone(browser, library):
    """Opens a browser of its own for each person, on a phone; what one keeps, no other sees."""
    opened = []

    def person(*, scripts=True, width=390):
        context = browser.new_context(
            base_url=library, viewport={"width": width, "height": 844}, java_script_enabled=scripts, has_touch=True
        )
        context.set_default_timeout(PATIENCE * 500)
        opened.append(context)
        return context.new_page()

    yield person
    for context in opened:
        context.close()


def path_of(page, selector):
    """The path of the link that the page writes out."""
    return "/" + page.locator(selector).inner_text().split("/", 3)[3]


def answer(page, *words):
    """Answer the statements of the step, one after the other, and go on."""
    for place, word in enumerate(words):
        page.locator(".audit-statement").nth(place).get_by_label(word, exact=True).check()
    page.get_by_role("button", name=re.compile("^Save and")).click()


def set_up(page, name="The library service"):
    """Set an audit up; the paths of the organiser's and of the participants' link."""
    page.goto("/audit/")
    page.get_by_role("link", name="Set up an audit").click()
    page.get_by_label("What body or team is it about?").fill(name)
    page.get_by_label("Kind of body").select_option("Council")
    page.wait_for_timeout(WAIT)
    page.get_by_role("button", name="Make the two links").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    return path_of(page, "#own-link"), path_of(page, "#link-1")


def take_part(page, link, voice, word):
    """Answer the first step by the participants' link, and hand in."""
    page.goto(link)
    page.get_by_label(voice, exact=True).check()
    page.get_by_role("button", name="Begin").click()
    answer(page, word, word)
    page.get_by_role("link", name="The library service").click()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("You have handed in.")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_it_is_answered_alone_from_the_first_step_to_the_result(phone, scripts):
    page = phone(scripts=scripts)
    page.goto("/audit/")
    page.get_by_role("link", name="Begin").click()
    for number in range(1, 10):
        expect(page.locator(".audit-where")).to_have_text(f"{number} of 9")
        answer(page, "Seldom", "I cannot say", "Often")

    expect(page.get_by_role("heading", level=1)).to_have_text("How it looks from where you stand")
    expect(page.locator(".audit-finding")).to_have_count(9)
    page.locator(".audit-finding").nth(3).locator(".audit-reading > summary").click()
    expect(page.locator(".audit-finding").nth(3).locator(".recommended")).to_have_count(3)
    expect(page.locator(".audit-finding").nth(3).locator(".result-failed").first).to_be_visible()
    assert overflow(page) <= 0


def test_it_goes_on_where_somebody_stopped(phone):
    page = phone()
    page.goto("/audit/alone/")
    answer(page, "Often")
    page.goto("/audit/")
    page.get_by_role("link", name="Go on", exact=True).click()

    expect(page.locator(".audit-where")).to_have_text("2 of 9")
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.locator(".audit-statement").first.get_by_label("Often", exact=True)).to_be_checked()


def test_it_keeps_an_example_in_this_browser_until_the_answers_are_kept(phone):
    page = phone()
    page.goto("/audit/alone/")
    sent = []
    page.on("request", lambda request: sent.append(request.post_data or ""))
    page.locator(".audit-example summary").first.click()
    page.locator("[data-audit-note]").first.fill("The mobile library")
    answer(page, "Often")
    page.goto("/audit/alone/-/result/")
    page.get_by_text("What was said to each statement").first.click()
    expect(page.get_by_text("The mobile library")).to_be_visible()
    assert not [text for text in sent if "mobile" in text]

    page.get_by_role("link", name="Keep it under a private link").click()
    page.get_by_label("A name, for you to know it by").fill("Mine")
    page.wait_for_timeout(WAIT)
    page.get_by_role("button", name="Keep my answers").click()
    page.get_by_role("link", name="See the result").click()
    page.get_by_text("What was said to each statement").first.click()
    expect(page.get_by_text("The mobile library")).to_be_visible()
    page.wait_for_load_state()
    assert page.evaluate("localStorage.length") == 0


def test_it_keeps_what_is_noted_after_other_answers_were_kept(phone):
    page = phone()
    page.goto("/audit/alone/")
    answer(page, "Often")
    page.goto("/audit/alone/-/keep/")
    page.get_by_label("A name, for you to know it by").fill("Mine")
    page.wait_for_timeout(WAIT)
    page.get_by_role("button", name="Keep my answers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mine")
    kept = page.url

    page.goto("/audit/alone/")
    page.locator(".audit-example summary").first.click()
    page.locator("[data-audit-note]").first.fill("The second library")
    page.goto(kept)
    page.goto("/audit/alone/")

    expect(page.locator("[data-audit-note]").first).to_have_value("The second library")


@pytest.mark.parametrize("scripts", [True, False])
def test_it_is_answered_by_a_team_two_of_them_at_once(phone, scripts):
    organiser, first, second = phone(scripts=scripts), phone(scripts=scripts), phone(scripts=scripts)
    own, link = set_up(organiser)
    for page, voice in ((first, "Staff"), (second, "A user or resident")):
        page.goto(link)
        page.get_by_label(voice, exact=True).check()
        page.get_by_role("button", name="Begin").click()
    answer(first, "Always")
    answer(second, "Never")
    organiser.goto(own)
    expect(organiser.get_by_text("0 people have handed in, 2 have begun.")).to_be_visible()

    first.goto(link)
    first.get_by_role("link", name="That was me: go on").click()
    first.get_by_role("link", name="Back", exact=True).click()
    expect(first.locator(".audit-statement").first.get_by_label("Always", exact=True)).to_be_checked()
    expect(second.locator(".audit-where")).to_have_text("2 of 9")
    second.get_by_role("link", name="Back", exact=True).click()
    expect(second.locator(".audit-statement").first.get_by_label("Never", exact=True)).to_be_checked()


def test_it_shows_a_team_where_it_differs_and_prints_all_of_it(phone):
    organiser = phone()
    own, link = set_up(organiser)
    for voice, word in [("Staff", "Never")] * 3 + [("A user or resident", "Always")] * 3:
        take_part(phone(), link, voice, word)
    organiser.goto(own)
    organiser.get_by_role("link", name="Close the round").click()
    organiser.get_by_role("button", name="Close the round").click()
    organiser.get_by_role("link", name="See the result").click()

    expect(organiser.get_by_text("6 people answered. Staff: 3; users: 3.")).to_be_visible()
    expect(organiser.locator(".audit-strip").first.locator(".audit-mark")).to_have_count(2)
    organiser.emulate_media(media="print")
    organiser.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(organiser.locator(".recommended-what").first).to_be_visible()
    expect(organiser.locator(".audit-said li").first).to_be_visible()
    expect(organiser.locator(".audit-twins")).to_be_hidden()


def test_it_has_nothing_that_axe_objects_to_behind_private_links(phone):
    organiser, person = phone(), phone(width=320)
    own, link = set_up(organiser, "A name that goes on for so long that it has to be broken over several lines")
    addresses = [own, f"{own}change/", f"{own}again/", f"{own}1/"]
    found = []
    for address in addresses:
        organiser.goto(address)
        found += [*violations(organiser), *organiser.evaluate(SMALL, [CONTROLS, 44])]
    person.goto(link)
    found += violations(person)
    person.get_by_label("Staff", exact=True).check()
    person.get_by_role("button", name="Begin").click()
    answer(person, "Never", "Always")
    person.goto(person.url.replace("/working", "/").rsplit("/", 2)[0] + "/")
    found += violations(person)
    person.get_by_role("link", name="See first what they come to").click()
    found += violations(person)

    assert found == []
    assert overflow(person) <= 0

"""What somebody writes while a page is still loading: its fields are there sooner than its script."""

import pytest
from playwright.sync_api import expect

from tests.browser.courses import begin, saved
from tests.browser.test_study import STUDY, first


@pytest.fixture
def without_script_yet():
    """Opens an address as on a slow line, where the scripts of courses have not come; they come when the second thing is called."""

    def open_slowly(page, address):
        held = []
        page.route("**/static/js/courses/*.js", lambda route: held.append(route))
        page.goto(address, wait_until="commit")

        def come():
            for route in held:
                route.continue_()
            page.unroute_all()

        return come

    return open_slowly


def test_it_saves_what_is_typed_early_into_a_course(trainer, without_script_yet):
    page = begin(trainer(), "On a slow line")
    script_comes = without_script_yet(page, page.url)
    page.get_by_label("Summary").fill("Typed at once.")

    with page.expect_response("**/build/change/"):
        script_comes()

    saved(page)
    page.reload()
    expect(page.get_by_label("Summary")).to_have_value("Typed at once.")


def test_it_chooses_what_is_chosen_early_in_a_course(trainer, without_script_yet):
    page = begin(trainer(), "Chosen on a slow line")
    script_comes = without_script_yet(page, page.url)
    page.get_by_label("Audience", exact=True).select_option("managers")

    with page.expect_response("**/build/change/"):
        script_comes()

    saved(page)
    page.reload()
    expect(page.get_by_label("Audience", exact=True)).to_have_value("managers")


def test_it_keeps_what_is_noted_early(trainer, without_script_yet):
    page = trainer("ada")
    script_comes = without_script_yet(page, STUDY)
    first(page).locator("[name=done]").uncheck()
    first(page).locator("[name=done]").check()
    first(page).get_by_text("My note").first.click()
    first(page).locator("textarea").fill("Noted at once.")

    script_comes()

    expect(page.locator("#study-said")).to_have_text("Kept")
    page.reload()
    expect(first(page).locator("textarea")).to_have_value("Noted at once.")

"""Participants in a real browser: ticks and notes on a device and in an account, and a group that answers."""

from playwright.sync_api import expect

from tests.browser.test_accessibility import violations

STUDY = "/courses/an-hour-on-restorative-justice/study/"


def first(page):
    """The controls of the first item."""
    return page.locator("[data-study-form]").first


def note(page, text):
    """Write a note on the first item, and tick it; wait until it is kept."""
    if not first(page).locator("textarea").is_visible():
        first(page).get_by_text("My note").first.click()
    first(page).locator("textarea").fill(text)
    first(page).locator("[name=done]").check()
    expect(page.locator("#study-said")).to_have_text("Kept")


def test_it_keeps_ticks_and_notes_on_the_device_and_sends_them_nowhere(visit):
    page = visit(STUDY)
    sent = []
    page.on("request", lambda request: "/static/" in request.url or sent.append(request.url))

    note(page, "Ask our own drivers.")

    assert sent == []
    page.reload()
    expect(first(page).locator("textarea")).to_have_value("Ask our own drivers.")
    expect(page.locator("#study-sum")).to_have_text("1 of 10 done")
    assert violations(page) == []

    page.locator("[data-study-forget]").click()
    page.locator("[data-study-forget]").click()
    expect(page.locator("#study-sum")).to_have_text("0 of 10 done")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('study'))") == []


def test_it_takes_what_lies_on_the_device_into_the_account_when_it_is_asked_to(trainer):
    page = trainer("ben", address=STUDY)
    mark = first(page).get_attribute("data-study-form")
    page.evaluate(
        "mark => localStorage.setItem('casebook-study:an-hour-on-restorative-justice',"
        " JSON.stringify({[mark]: {mark, done: true, note: 'From the phone.'}}))",
        mark,
    )
    page.reload()
    expect(page.locator("#study-device")).to_be_visible()
    assert violations(page) == []

    page.get_by_role("button", name="Take them into my account").click()

    expect(first(page).locator("textarea")).to_have_value("From the phone.")
    expect(page.locator("#study-device")).to_be_hidden()
    note(page, "From the phone, and more.")
    page.reload()
    expect(first(page).locator("textarea")).to_have_value("From the phone, and more.")


def test_it_works_in_an_account_without_scripts(trainer):
    page = trainer("ada", address=STUDY, scripts=False)
    first(page).locator("[name=done]").check()
    first(page).get_by_role("button", name="Keep").click()

    expect(first(page).locator("[name=done]")).to_be_checked()


def test_it_checks_an_answer_without_scripts_and_without_an_account(visit):
    page = visit(STUDY, scripts=False)
    page.get_by_label("With young people whose cases went to court").check()
    page.get_by_role("button", name="Check it").first.click()

    expect(page.get_by_text("That is not it yet. Choose again.")).to_be_visible()


def test_it_lets_a_group_answer_and_shows_the_trainer_what_comes(trainer, visit):
    page = trainer("ada", address="/courses/an-hour-on-restorative-justice/groups/")
    page.get_by_label("Name of the group").fill("Tuesday")
    page.get_by_role("button", name="Open it").click()
    code = page.locator(".group-code").inner_text()

    phone = visit("/groups/", width=390)
    phone.get_by_label("Code of the group").fill(f" {code.upper()} ")
    phone.get_by_role("button", name="Go to the group").click()
    phone.get_by_label("Your name").fill("Cy")
    phone.locator("textarea").first.fill("An apology.")
    phone.get_by_label("With young people who were cautioned in the old way").check()
    phone.get_by_role("button", name="Send my answers").click()

    expect(phone.get_by_text("Your answers have been sent.")).to_be_visible()
    assert violations(phone) == []
    expect(page.locator(".group-words").first).to_contain_text("An apology.")
    expect(page.locator(".group-tally").first).to_contain_text("Cy")
    assert violations(page) == []


def test_it_chooses_by_keyboard_on_a_screen_without_turning_it(visit):
    page = visit("/courses/half-a-day-on-learning-from-failure/teach/1/23/")
    page.get_by_label("It looked like a success").focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")

    expect(page.get_by_label("It looked like a success")).to_be_checked()
    assert page.url.endswith("/teach/1/23/")

"""Making an account, signing in, a second factor: as a person does it, in a real browser, by mail and with a real passkey."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.people import PeoplesLibrary
from tests.browser.test_accessibility import violations
from tests.codes import code_of
from tests.factories.person import PASSWORD

PAGES = {
    "account": "/account/",
    "address": "/account/email/",
    "password": "/account/password/change/",
    "devices": "/account/devices/",
    "second-factor": "/account/second-factor/",
    "needed": "/account/second-factor/needed/",
    "app": "/account/second-factor/totp/activate/",
    "passkey": "/account/second-factor/webauthn/add/",
    "delete": "/account/close/",
    "403": "/desk/users/",
}
"""What only somebody who is signed in sees."""

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
"""A device that holds passkeys and that a finger opens: Chromium's own, for tests."""


@pytest.fixture(scope="module")
def house(browser, tables, tmp_path_factory):
    """A library with people, served for all tests of the module."""
    library = PeoplesLibrary(tmp_path_factory.mktemp("people"), tables, browser)
    process = library.serve()
    yield library
    process.terminate()
    process.wait(60)


@pytest.fixture
def tab(house):
    """A tab in which nothing may complain."""
    page, complaints = house.new_tab(), []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert [complaint for complaint in complaints if "status of" not in complaint] == []
    page.context.close()


def make_account(house, page, address):
    """Fill in the form, and follow the link in the mail."""
    page.goto("/account/signup/")
    page.get_by_label("Your name").fill("Noor Bakker")
    page.get_by_label("E-mail address").fill(address)
    page.get_by_label("Password").fill("a quiet harbour wall")
    page.get_by_role("button", name="Make the account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your mail")
    page.goto(house.link_in_mail_to(address))
    page.get_by_role("button", name="Yes, it is mine").click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_it_makes_an_account_by_the_link_in_a_mail(house, scripts):
    page = house.new_tab(scripts=scripts)

    make_account(house, page, f"noor-{scripts}@example.org".lower())

    expect(page.get_by_role("heading", level=1)).to_have_text("Noor Bakker")
    expect(page.get_by_role("link", name="My account: Noor Bakker")).to_be_visible()
    expect(page.get_by_text("You may tell stories of your own")).to_be_visible()


def test_it_leads_back_to_the_page_that_was_being_read(house, tab):
    tab.goto("/about/")
    tab.get_by_role("link", name="Sign in").click()
    tab.get_by_label("E-mail address").fill("carl")
    tab.get_by_label("Password", exact=True).fill(PASSWORD)
    tab.get_by_role("button", name="Sign in", exact=True).click()

    tab.wait_for_url("**/about/")
    expect(tab.get_by_role("link", name="My account: Carl Okafor")).to_be_visible()


def test_it_says_what_was_wrong_and_keeps_the_name(house, tab):
    house.sign_in("carl", tab, password="not his password")

    expect(tab.get_by_role("alert")).to_contain_text("No account has this e-mail address (or name)")
    expect(tab.get_by_label("E-mail address")).to_have_value("carl")


def set_up_app(tab):
    """Set an app up on the page that explains it; answers the app's key."""
    tab.get_by_role("link", name="Set up an app").click()
    key = tab.locator(".account-key").inner_text()
    tab.get_by_label("Code").fill(code_of(key))
    tab.get_by_role("button", name="It works").click()
    return key


def test_it_opens_the_desk_once_an_app_is_set_up_and_asks_for_it_from_then_on(house, tab):
    house.sign_in("anna", tab)
    tab.goto("/desk/")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Set up a second factor first")
    key = set_up_app(tab)
    tab.get_by_role("link", name="go to the desk").click()
    tab.wait_for_url("**/desk/")

    again = house.sign_in("anna")
    expect(again.get_by_role("heading", level=1)).to_have_text("Your second factor")
    again.get_by_label("Code").fill(code_of(key, time.time() + 30))
    again.get_by_role("button", name="Sign in", exact=True).click()

    expect(again.get_by_role("heading", level=1)).to_have_text("Anna Okafor")


def test_it_signs_in_with_a_passkey_alone(house, tab):
    device = tab.context.new_cdp_session(tab)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    house.sign_in("eva", tab)
    tab.goto("/account/second-factor/webauthn/add/")
    tab.get_by_label("Name of the passkey").fill("My telephone")
    tab.get_by_label("Sign in with it alone").check()
    tab.get_by_role("button", name="Make the passkey").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("My recovery codes")
    tab.context.clear_cookies()

    tab.goto("/account/login/")
    tab.get_by_role("button", name="Sign in with a passkey").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Eva Okafor")
    tab.goto("/desk/")

    expect(tab).to_have_url(f"{house.address}/desk/")


def test_it_says_that_a_passkey_could_not_be_read(house, tab):
    device = tab.context.new_cdp_session(tab)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR | {"isUserVerified": False}})
    tab.goto("/account/login/")
    tab.get_by_role("button", name="Sign in with a passkey").click()

    expect(tab.get_by_role("status")).to_have_text(
        "The passkey was not read. Try again, or sign in with your password."
    )


@pytest.fixture
def ritas(house):
    """The tab of a Reviewer who has just signed in, and so is not asked for the password again."""
    page = house.sign_in("rita")
    page.wait_for_url("**/account/")
    yield page
    page.context.close()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("kind", PAGES)
def test_it_has_nothing_that_axe_objects_to(house, ritas, kind, width):
    ritas.set_viewport_size({"width": width, "height": 900})
    ritas.emulate_media(color_scheme="light")
    ritas.goto(PAGES[kind])

    assert ritas.url == house.address + PAGES[kind]
    assert violations(ritas) == []
    assert ritas.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

"""Where one is signed in, and ending it."""

import pytest
from django.test import Client

from tests.reading import words


@pytest.fixture
def here(ada, sign_in):
    """A browser in which Ada is signed in."""
    return sign_in(
        "ada", browser=Client(HTTP_USER_AGENT="Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    )[0]


@pytest.fixture
def there(ada, sign_in):
    """Another browser in which she is."""
    phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1"
    return sign_in("ada", browser=Client(HTTP_USER_AGENT=phone))[0]


def test_it_says_on_which_devices_one_is_signed_in(here, there):
    page = words(here.get("/account/devices/"))

    assert "Signed in on 2 devices" in page
    assert "This device Firefox on Linux" in page
    assert "Another device Safari on iPhone" in page


def test_it_signs_out_everywhere_else(here, there):
    page = here.post("/account/devices/", follow=True)

    assert "You are signed out on all other devices." in words(page)
    assert "Signed in on one device" in words(page)
    assert there.get("/account/").status_code == 302


def test_it_forgets_a_device_that_signed_out(here, there):
    there.post("/account/logout/")

    assert "Signed in on one device" in words(here.get("/account/devices/"))


@pytest.mark.parametrize("agent", ["", "<script>alert(1)</script>", "\u202e" * 300])
def test_it_takes_any_browser_for_what_it_is(ada, sign_in, agent):
    browser, _response = sign_in("ada", browser=Client(HTTP_USER_AGENT=agent))

    page = browser.get("/account/devices/")

    assert "A browser that does not say which" in words(page)
    assert b"<script>alert" not in page.content

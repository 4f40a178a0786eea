"""Every address of the site, asked for by GET and by POST as everybody, against one table (`tests/rights/expected.py`)."""

import pytest

from tests.rights.expected import REFUSED, TABLE, row_for
from tests.rights.walking import ask, browser_of, outcome
from tests.rights.world import KINDS, World, routes

pytestmark = [
    pytest.mark.once,
    # Wagtail leaves the file open of which it makes a small picture
    pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.Spooled:ResourceWarning"),
]


@pytest.fixture(scope="module")
def everything(django_db_setup, django_db_blocker):
    """Everything there is, and the folders of its files."""
    from django.conf import settings
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield World(), settings.MEDIA_ROOT, settings.ORIGINALS_DIR
        transaction.set_rollback(True)


@pytest.fixture
def world(everything, settings):
    """Everything there is, for all tests of the module."""
    found, settings.MEDIA_ROOT, settings.ORIGINALS_DIR = everything
    return found


OPEN_TO_FORMS_FROM_ELSEWHERE = [
    # A mail program stops a subscription (RFC 8058); the key in the address is what shows that it may
    "follow/stop/<slug:key>/",
    # Learning platforms send browsers here; what they say is signed, and a token in the address opens the rest
    "lti/login/",
    "lti/launch/",
    "lti/register/",
    "lti/pick/<str:token>/",
    "lti/at/<str:token>/done/",
]


def surprises(world, sign, method):
    """Each address that is open and should not be, or should be and is not; and each that breaks."""
    browser, column = browser_of(world.people[sign]), {"get": "opens", "post": "sends"}[method]
    for route in routes():
        expected = sign in getattr(row_for(route) or REFUSED, column)
        response = ask(browser, method, world.address(route, sign))
        found = outcome(response)
        if found not in ({"open", "closed"} if expected else {"refused", "nothing", "closed"}):
            yield f"{route}: {found} ({response.status_code}), and should be {'open' if expected else 'refused'}"


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("sign", KINDS)
def test_it_is_open_to_whom_the_table_says_and_to_nobody_else(world, sign, method):
    found = list(surprises(world, sign, method))

    assert not found, "\n".join(found)


def test_it_has_a_row_for_every_address():
    missing = [route for route in routes() if row_for(route) is None]

    assert not missing, f"Say in tests/rights/expected.py who may open {missing}, and who may send something there."


def test_it_has_no_row_for_an_address_that_is_gone():
    used = {row_for(route) for route in routes()}

    assert [row.address for row in TABLE if row not in used] == []


def test_it_takes_no_form_that_comes_from_elsewhere(world):
    browser = browser_of(world.people["O"], enforce_csrf_checks=True)

    taken = [route for route in routes() if outcome(ask(browser, "post", world.address(route, "O"))) == "open"]

    assert taken == OPEN_TO_FORMS_FROM_ELSEWHERE


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_it_takes_nothing_by_other_ways_from_who_may_not_send(world, method):
    browser = browser_of(world.people["C"])
    closed = [route for route in routes() if "C" not in (row_for(route) or REFUSED).sends]

    assert [route for route in closed if outcome(ask(browser, method, world.address(route, "C"))) == "open"] == []

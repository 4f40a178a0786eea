"""A link is followed with care: only into the public web, and not for long."""

import pytest

from cases.choices import LinkState
from cases.record import following
from cases.record.following import follow, is_public
from tests.record.web import small_web


@pytest.fixture(scope="module")
def web():
    """A small web."""
    with small_web() as server:
        yield server


@pytest.fixture
def visit(web):
    """Follows a link into that web, which counts as public here."""

    def run(path):
        return follow(f"http://127.0.0.1{path}", {"127.0.0.1"}.__contains__, {"http": web.port})

    return run


FOLLOWED = [
    ("/there", LinkState.WORKS, "Answers 200."),
    ("/there?page=2&q=ä ö", LinkState.WORKS, "Answers 200."),
    ("/moved", LinkState.WORKS, "Answers 200."),
    ("/whole", LinkState.WORKS, "Answers 200."),
    ("/members", LinkState.WORKS, "Answers 403: it is there, and refuses programs."),
    ("/nowhere", LinkState.WORKS, "Answers 302."),
    ("/gone", LinkState.BROKEN, "Answers 404."),
    ("/broken", LinkState.BROKEN, "Answers 500."),
    ("/moved-to-gone", LinkState.BROKEN, "Answers 404."),
    ("/round", LinkState.BROKEN, "It leads on more than 5 times."),
    ("/inside", LinkState.UNTRIABLE, "“169.254.169.254” is not a host of the public web."),
    ("/file", LinkState.UNTRIABLE, "It is not an address of the public web."),
    ("/port", LinkState.UNTRIABLE, "Its port, 22, is not one of the public web."),
]


@pytest.mark.parametrize(("path", "state", "said"), FOLLOWED)
def test_it_says_what_came_of_it(visit, path, state, said):
    found = visit(path)

    assert (found.state, found.said) == (state, said)


def test_it_asks_for_the_head_alone_and_says_who_it_is(web, visit):
    web.asked.clear()

    visit("/there?once")

    assert dict(web.asked) == {"HEAD /there?once": 1}
    assert web.agents == {"CivicCasebook (+http://127.0.0.1:8000)"}


UNTRIABLE = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://localhost/",
    "http://localhost./",
    "http://10.0.0.1/admin",
    "http://192.168.1.1/",
    "http://172.16.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[2002:7f00:1::]/",
    "http://224.0.0.1/",
    "http://user:secret@example.org/",
    "http://example.org:22/",
    "ftp://example.org/",
    "http:///nothing",
]


@pytest.mark.parametrize("address", UNTRIABLE)
def test_it_never_asks_a_machine_of_its_own_network(monkeypatch, address):
    monkeypatch.setattr(following, "_asked", lambda *args: pytest.fail("It was asked."))

    assert follow(address).state in {LinkState.UNTRIABLE, LinkState.BROKEN}


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("100.64.0.1", False),
        ("fe80::1%eth0", False),
    ],
)
def test_it_knows_the_public_internet(address, public):
    assert is_public(address) is public


def test_it_refuses_a_name_of_which_one_machine_is_inside(monkeypatch):
    both = [(0, 0, 0, "", ("93.184.216.34", 80)), (0, 0, 0, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(following.socket, "getaddrinfo", lambda *args, **more: both)

    assert follow("http://two-faced.example/").said == "“two-faced.example” is not a host of the public web."


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://no-such-host.invalid/", "There is no host “no-such-host.invalid”."),
        ("http://[::1/", "The address cannot be read."),
        (f"http://{'a' * 300}.org/", "The address cannot be read."),
        ("http://example.org:99999/", "The address cannot be read."),
    ],
)
def test_it_says_that_there_is_nothing(address, said):
    found = follow(address)

    assert (found.state, found.said) == (LinkState.BROKEN, said)


def test_it_hangs_up_on_who_never_finishes(monkeypatch, visit):
    monkeypatch.setattr(following, "SECONDS", 0.2)

    assert visit("/drips").state == LinkState.BROKEN

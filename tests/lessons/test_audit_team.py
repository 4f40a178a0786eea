"""A team answers the learning audit: an organiser sets it up, people answer by a link, and all see what came of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from lessons.audit.keys import hashed, round_key
from lessons.models import Audit, Round, Sheet
from tests.audits import an_audit, many_answer, nine_with_statements, opened
from tests.factories import StoryFactory
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """Three elements with two statements each, and a story."""
    StoryFactory(result="failed")
    return nine_with_statements()


@pytest.fixture
def audit(asked):
    """An audit, its round, and the organiser's key."""
    made, key = an_audit()
    return made, made.rounds.get(), key


def started(**fields):
    """What setting an audit up leads to."""
    form = {"name": "The library service", "moment": opened("ask a team"), **fields}
    return Client().post("/audit/team/", form)


def begun(link, voice="staff"):
    """A person who has opened the participants' link and begun, and the address of their sheet."""
    client = Client()
    step = client.post(link, {"voice": voice}).url
    return client, step.removesuffix("-/on/")


def test_it_makes_two_links(asked):
    page = Client().get(started(asked_by="The head of service").url)

    own, others = (tag.get_text() for tag in soup(page).select(".list-address"))
    assert "/audit/organise/" in own
    assert "The head of service" in words(Client().get(others.partition("127.0.0.1:8000")[2]))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": ""}, "Say which body or team it is about"),
        ({"closes_on": "tomorrow"}, "Write the day as 2027-03-31"),
        ({"closes_on": "2020-01-01"}, "2020-01-01 is over already."),
        ({"email": "nobody"}, "Enter a valid email address."),
        ({"body": "circus"}, "circus is not one of the available choices"),
        ({"website": "x"}, "Empty this field"),
    ],
)
def test_it_says_what_is_wrong_and_keeps_what_was_typed(asked, fields, said):
    page = started(asked_by="The head of service", **fields)

    assert said in words(page)
    assert "The head of service" in str(page.content.decode())
    assert not Audit.objects.exists()


def test_it_takes_no_more_than_so_many_a_day(asked, monkeypatch):
    monkeypatch.setattr("lessons.audit.forms.MOST_A_DAY", 1)
    started()

    assert "So many audits were begun today" in words(started())


def test_it_asks_as_whom_one_answers_and_nothing_else(audit):
    page = Client().post(f"/audit/round/{round_key(audit[2], 1)}/", {})

    assert "Choose as whom you answer." in words(page)
    assert not Sheet.objects.exists()


def test_it_saves_every_step_and_resumes_in_the_same_browser(audit):
    link = f"/audit/round/{round_key(audit[2], 1)}/"
    client, sheet = begun(link)
    client.post(f"{sheet}element-0/", {"s0-0": "often", "s0-0-example": "Last spring."})

    again = client.get(links(client.get(link))["That was me: go on"])
    assert again.url == f"{sheet}element-1/"
    assert "Last spring." in client.get(f"{sheet}element-0/").content.decode()


def test_it_resumes_anywhere_by_ones_own_link(audit):
    client, sheet = begun(f"/audit/round/{round_key(audit[2], 1)}/")
    client.post(f"{sheet}element-0/", {"s0-0": "often"})

    assert "1 of 6 statements answered, and saved." in words(Client().get(sheet))


def test_it_lets_somebody_else_begin_on_the_same_machine(audit):
    link = f"/audit/round/{round_key(audit[2], 1)}/"
    client, sheet = begun(link)
    client.post(links(client.get(link))["It was somebody else: forget it here"])

    assert "Somebody has begun" not in words(client.get(link))
    assert Client().get(sheet).status_code == 200


def test_it_takes_back_an_answer_that_is_not_sent_any_more(audit):
    client, sheet = begun(f"/audit/round/{round_key(audit[2], 1)}/")
    client.post(f"{sheet}element-0/", {"s0-0": "often", "s0-0-example": "Last spring."})
    client.post(f"{sheet}element-0/", {"s0-1": "never"})

    assert list(Sheet.objects.get().replies.values_list("statement", "example")) == [("s0-1", "")]


def test_it_changes_nothing_after_handing_in(audit):
    client, sheet = begun(f"/audit/round/{round_key(audit[2], 1)}/")
    client.post(f"{sheet}element-0/", {"s0-0": "often"})
    client.post(sheet)
    client.post(sheet)

    assert client.post(f"{sheet}element-0/", {"s0-0": "never"}).url == sheet
    assert list(Sheet.objects.get().replies.values_list("often")) == [("often",)]
    assert "You have handed in. Thank you." in words(client.get(sheet))


def test_it_closes_by_itself_after_the_last_day(audit):
    client, sheet = begun(link := f"/audit/round/{round_key(audit[2], 1)}/")
    yesterday = timezone.localdate() - timedelta(days=1)
    Round.objects.update(closes_on=yesterday, opened_on=yesterday)

    assert "This round is closed." in words(client.get(link))
    assert client.post(link, {"voice": "staff"}).status_code == 200
    assert "The round was closed before you handed in." in words(client.get(sheet))
    assert Sheet.objects.count() == 1


def test_it_shows_the_groups_and_where_they_differ_once_it_is_closed(audit):
    _audit, asked_in, key = audit
    many_answer(asked_in, *[("staff", 0)] * 3, *[("user", 4)] * 3)
    Client().post(f"/audit/organise/{key}/close/")

    text = words(Client().get(f"/audit/round/{round_key(key, 1)}/result/"))
    assert "6 people answered. Staff: 3; users: 3." in text
    assert "Staff say “never”, users “always”" in text
    assert "Bring staff together with users" in text


def test_it_changes_what_the_organiser_said(audit):
    made, _round, key = audit
    Client().post(f"/audit/organise/{key}/change/", {"name": "Wardens", "country": "no", "closes_on": "2199-01-01"})

    made.refresh_from_db()
    assert (made.name, made.country.code, made.rounds.get().closes_on.year) == ("Wardens", "NO", 2199)


def test_it_asks_before_it_does_something_grave(audit):
    page = Client().get(f"/audit/organise/{audit[2]}/delete/")

    assert "at once and for good" in words(page)
    assert Audit.objects.exists()


def test_it_deletes_everything(audit):
    _audit, asked_in, key = audit
    many_answer(asked_in, ("staff", 1))

    page = Client().post(f"/audit/organise/{key}/delete/", follow=True)
    assert "Nothing of it is left" in words(page)
    assert not Sheet.objects.exists()
    assert Client().get(f"/audit/organise/{key}/").status_code == 404


def test_it_lists_audits_under_the_account_of_who_wants_that(asked, admin_user):
    client = Client()
    client.force_login(admin_user)
    client.post("/audit/team/", {"name": "Wardens", "listed": "on", "moment": opened("ask a team")})
    client.post("/audit/team/", {"name": "Secret", "moment": opened("ask a team")})

    page = client.get("/audit/mine/")
    assert "Wardens" in links(page)
    assert "Secret" not in words(page)
    assert client.get(links(page)["Wardens"]).status_code == 200
    assert Audit.objects.get(name="Wardens").key_hash == hashed(links(page)["Wardens"].split("/")[3])

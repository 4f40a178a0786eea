"""The same audit asked again: what moved, and what cannot be compared."""

import csv
import io

import pytest
from django.test import Client

from lessons.audit import actions
from lessons.audit.keys import round_key
from lessons.models import Round, Statement
from tests.audits import an_audit, many_answer, nine_with_statements
from tests.factories import StoryFactory
from tests.reading import soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def audit(db):
    """An audit of three elements whose first round three people answered: “seldom” to everything."""
    StoryFactory(result="failed")
    nine_with_statements()
    made, key = an_audit()
    many_answer(made.rounds.get(), *[("staff", 1)] * 3)
    return made, key


def again(audit, place, people=3):
    """Ask again; so many people stand at that place; then close the round."""
    made, key = audit
    Client().post(f"/audit/organise/{key}/again/")
    newest = made.rounds.get(number=made.rounds.count())
    many_answer(newest, *[("staff", place)] * people)
    actions.close_round(audit_round=newest)
    return newest


def result(audit, number):
    """What the organiser sees of that round's result."""
    return Client().get(f"/audit/organise/{audit[1]}/{number}/")


def since(audit, number=2):
    """What stands under “Since the round before”, a line for each element."""
    return [" ".join(row.get_text(" ").split()) for row in soup(result(audit, number)).select(".audit-since tbody tr")]


def test_it_closes_the_round_before_and_gives_the_new_one_a_link_of_its_own(audit):
    again(audit, 1)

    first, second = Round.objects.order_by("number")
    assert first.closed_on
    assert first.key_hash != second.key_hash
    assert Client().get(f"/audit/round/{round_key(audit[1], 2)}/").status_code == 200


def test_it_says_what_moved(audit):
    again(audit, 3)

    assert since(audit)[0] == "Do we 0? From seldom to often: more than chance would move so few answers."


def test_it_says_what_did_not_move(audit):
    again(audit, 1)

    assert since(audit)[0] == "Do we 0? Seldom, as before."


def test_it_compares_nothing_in_the_first_round(audit):
    actions.close_round(audit_round=Round.objects.get())

    assert since(audit, 1) == []


def test_it_compares_only_what_was_asked_in_the_same_words(audit):
    Statement.objects.filter(element__slug="element-0").update(text="We now do something else.")
    again(audit, 3)

    assert [line[:8] for line in since(audit)] == ["Do we 1?", "Do we 2?"]


def test_it_compares_nothing_with_a_round_that_nobody_answered(audit):
    again(audit, 3, people=0)
    again(audit, 3)

    assert "From seldom to often" in since(audit, 3)[0]


def test_it_asks_what_the_library_asks_now_and_keeps_what_it_asked_then(audit):
    Statement.objects.filter(slug="s0-0").update(text="We now do something else.")
    again(audit, 3)

    assert "We do 0 in way 0." in words(result(audit, 1))
    assert "We now do something else." in words(result(audit, 2))


def test_it_keeps_an_audit_that_is_asked_again_for_two_more_years(audit):
    made, _key = audit
    before = made.keep_until
    type(made).objects.update(keep_until=before.replace(year=2020))
    again(audit, 1)

    made.refresh_from_db()
    assert made.keep_until == before


def table(audit, number=1):
    """The result as CSV, a dictionary for each line."""
    answer = Client().get(f"/audit/organise/{audit[1]}/{number}.csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_it_exports_what_the_page_shows(audit):
    again(audit, 3)

    line = table(audit, 2)[1]
    assert (line["element"], line["statement"]) == ("Element 0", "We do 0 in way 0.")
    assert (line["who"], line["people"], line["place"], line["often"]) == ("Everybody", "3", "3.0", "3")
    assert line["worded_the_other_way_round"] == "no"


def test_it_exports_groups_that_may_be_shown_and_no_others(audit):
    made, _key = audit
    first = made.rounds.get()
    many_answer(first, *[("user", 3)] * 3, ("partner", 0))
    actions.close_round(audit_round=first)

    assert {line["who"] for line in table(audit)} == {"Everybody", "Users", "Staff and partners"}


def test_it_exports_nothing_that_may_not_be_shown(audit):
    assert table(audit) == []


def test_it_exports_no_formula(audit):
    Statement.objects.filter(slug="s0-0").update(text="=1+1")
    again(audit, 3)

    assert table(audit, 2)[1]["statement"] == "'=1+1"

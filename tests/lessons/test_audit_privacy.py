"""What nobody can see: other people's answers, who gave them, and a link that one was not given."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from lessons.audit import actions
from lessons.audit.keys import behind, hashed, new_key, round_key
from lessons.models import Audit, Reply, Round, Sheet
from tests.audits import an_audit, many_answer, nine_with_statements, one_answers
from tests.factories import StoryFactory
from tests.reading import links, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """Three elements with two statements each, and a story."""
    StoryFactory(result="failed")
    return nine_with_statements()


@pytest.fixture
def organiser(asked):
    """The organiser's key of an audit with an open round."""
    return an_audit()[1]


@pytest.fixture
def audit_round(organiser):
    """Its round."""
    return Round.objects.get()


def result(key, number=1):
    """What the organiser sees of the result."""
    return words(Client().get(f"/audit/organise/{key}/{number}/"))


def a_sheet(audit_round, voice="staff"):
    """The address of the sheet of somebody who has handed in."""
    key = actions.begin_sheet(audit_round=audit_round, voice=voice)
    actions.hand_in(sheet=behind(Sheet.objects.all(), key))
    return f"/audit/sheet/{key}/"


def test_it_shows_nothing_of_all_before_five_have_handed_in(organiser, audit_round):
    many_answer(audit_round, *[("staff", 1)] * 4)

    assert "Nothing is shown before 5 people have handed in" in result(organiser)


def test_it_shows_everybody_together_from_five_on(organiser, audit_round):
    many_answer(audit_round, *[("staff", 0)] * 3, *[("user", 4)] * 4)

    text = result(organiser)
    assert "5 people answered." in text
    assert "Users:" not in text


def test_it_leaves_out_for_good_whose_answers_subtraction_would_show(organiser, audit_round):
    many_answer(audit_round, *[("staff", 1)] * 5)
    result(organiser)
    one_answers(audit_round, "user", 4)
    page = Client().get(f"/audit/organise/{organiser}/")
    actions.close_round(audit_round=audit_round)

    assert "1 person has handed in since the result was last looked at." in words(page)
    assert "5 people answered." in result(organiser)
    assert "1 person handed in after the result had been looked at." in result(organiser)


def test_it_counts_everybody_where_nobody_looked_before(organiser, audit_round):
    many_answer(audit_round, *[("staff", 1)] * 6)
    actions.close_round(audit_round=audit_round)

    assert "6 people answered." in result(organiser)


def test_it_shows_nothing_of_two_even_when_it_is_closed(organiser, audit_round):
    many_answer(audit_round, ("staff", 0), ("staff", 4))
    actions.close_round(audit_round=audit_round)

    assert "Fewer than 3 people handed in." in result(organiser)
    assert "Fewer than 3 people handed in." in words(Client().get(f"/audit/round/{round_key(organiser, 1)}/result/"))


def test_it_lets_nobody_see_the_result_of_all_who_has_not_handed_in(organiser, audit_round):
    many_answer(audit_round, *[("staff", 1)] * 5)
    key = actions.begin_sheet(audit_round=audit_round, voice="user")

    assert Client().get(f"/audit/sheet/{key}/-/together/").url == f"/audit/sheet/{key}/"
    assert Client().get(f"/audit/round/{round_key(organiser, 1)}/result/").status_code == 302
    assert Client().get(f"/audit/round/{round_key(organiser, 1)}/result.csv").status_code == 302


def test_it_shows_the_result_to_who_has_handed_in(organiser, audit_round):
    many_answer(audit_round, *[("staff", 1)] * 4)
    sheet = a_sheet(audit_round)

    assert "5 people answered." in words(Client().get(links(Client().get(sheet))["What all say"]))


def test_it_shows_a_person_their_own_answers_and_nobody_elses(organiser, audit_round):
    one_answers(audit_round, "staff", 4, example="The mobile library.")
    key = actions.begin_sheet(audit_round=audit_round, voice="user")

    page = Client().get(f"/audit/sheet/{key}/-/own/")
    assert "You have not answered anything yet." in words(page)
    assert "The mobile library." not in page.content.decode()


def test_it_tells_examples_without_their_voices_and_in_no_order_of_people(organiser, audit_round):
    for_all = ["Zebra.", "Ant.", "Mole."]
    [one_answers(audit_round, "staff", 1, example=text) for text in for_all]
    many_answer(audit_round, ("user", 1), ("user", 1))

    text = result(organiser)
    assert text.index("Ant.") < text.index("Mole.") < text.index("Zebra.")


def test_it_stores_no_key(organiser, audit_round):
    sheet = a_sheet(audit_round)
    keys = [organiser, round_key(organiser, 1), sheet.split("/")[3]]

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key_hash FROM lessons_audit UNION SELECT key_hash FROM lessons_round UNION SELECT key_hash FROM lessons_sheet"
        )
        kept = {row[0] for row in cursor.fetchall()}
    assert kept == {hashed(key) for key in keys}


def test_it_has_no_column_for_a_name_an_address_or_a_time_of_answering():
    columns = {field.name for model in (Sheet, Reply) for field in model._meta.concrete_fields}

    assert columns == {"id", "round", "key_hash", "voice", "place", "sheet", "statement", "often", "example"}


def test_it_has_keys_of_144_bits_none_like_another():
    keys = {new_key() for _turn in range(1000)}

    assert len(keys) == 1000
    assert {len(key) for key in keys} == {24}


@pytest.mark.parametrize("way", ["organise", "round", "sheet"])
@pytest.mark.parametrize("key", ["x", "0" * 24, "a" * 2000, "-"])
def test_it_opens_nothing_with_another_key(organiser, way, key):
    page = Client().get(f"/audit/{way}/{key}/")

    assert page.status_code == 404
    assert "This link leads nowhere" in words(page)


def test_it_opens_no_door_with_the_key_of_another(organiser, audit_round):
    others = round_key(organiser, 1)

    assert Client().get(f"/audit/organise/{others}/").status_code == 404
    assert Client().get(f"/audit/sheet/{others}/").status_code == 404
    assert Client().get(f"/audit/round/{organiser}/").status_code == 404


@pytest.mark.parametrize("number", [2, 0, 10**9])
def test_it_opens_no_round_that_there_is_not(organiser, number):
    assert Client().get(f"/audit/organise/{organiser}/{number}/").status_code == 404


def test_it_lists_no_link_anywhere(organiser, audit_round):
    pages = ["/audit/", "/sitemap.xml", "/robots.txt", "/audit/alone/-/result/"]
    text = "".join(Client().get(page).content.decode() for page in pages)

    assert "/audit/organise/" not in text
    assert "/audit/round/" not in text


def test_it_lists_audits_to_nobody_who_is_not_signed_in(organiser):
    assert Client().get("/audit/mine/").status_code == 302


def test_it_lists_to_somebody_only_their_own(organiser, admin_client):
    assert "No audit stands under your account." in words(admin_client.get("/audit/mine/"))


@pytest.mark.parametrize("name", ["audit-organise", "audit-round", "audit-sheet"])
def test_it_is_kept_in_no_cache_and_listed_by_no_robot(organiser, audit_round, name):
    keys = {"audit-organise": organiser, "audit-round": round_key(organiser, 1)}
    key = keys.get(name) or actions.begin_sheet(audit_round=audit_round, voice="staff")

    answer = Client().get(reverse(name, args=[key]))
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "same-origin"


def test_it_leaves_the_audit_when_the_account_goes(asked, admin_user):
    made, _key = actions.start_audit(said={"name": "Wardens"}, user=admin_user)
    admin_user.delete()

    assert Audit.objects.get(pk=made.pk).user is None

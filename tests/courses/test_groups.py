"""A group answers the questions of a course without accounts, and its trainer sees the answers side by side."""

import csv
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.test import Client
from django.utils import timezone

from lessons.courses.participants.groups import MOST_MEMBERS, delete_ended, open_group
from lessons.marks import mark_of
from lessons.models import Course, CourseGroup, GroupAnswer, Item, Member
from lessons.options import Option
from tests.factories import CourseFactory, CourseGroupFactory, MemberFactory
from tests.reading import words

pytestmark = pytest.mark.django_db

OPTIONS = [{"text": "The drivers", "right": True, "feedback": "They know."}, {"text": "The mayor", "right": False}]
DRIVERS, MAYOR = Option("The drivers").key, Option("The mayor").key


@pytest.fixture
def buses(ada):
    """A private course of Ada's that asks three questions."""
    items = [
        {"kind": "choice", "text": "Whom?", "options": OPTIONS},
        {"kind": "open", "text": "And then?", "answer": "Model answer."},
        {"kind": "question", "text": "What now?"},
    ]
    return Course.objects.for_page().get(pk=CourseFactory(slug="on-buses", draft=True, owner=ada, items=items).pk)


@pytest.fixture
def group(buses, ada):
    """A group of Ada's."""
    return open_group(course=buses, user=ada, title="Tuesday")


@pytest.fixture
def marks(buses):
    """By what the three questions are known."""
    return [mark_of(item) for item in buses.items]


@pytest.fixture
def send(group, marks):
    """Sends answers from a browser: an answer to choose, one in words, and a name."""

    def by(browser, chosen="", text="", name=""):
        fields = {f"chosen-{marks[0]}": chosen, f"words-{marks[1]}": text, "name": name}
        return browser.post(f"/groups/{group.code}/", fields, follow=True)

    return by


@pytest.fixture
def results(signed_in, ada, group):
    """What Ada sees."""
    return lambda: words(signed_in(ada).get(f"/groups/{group.code}/results/"))


@pytest.fixture
def change(signed_in, ada, group):
    """Does something with the group, as Ada."""
    return lambda do: signed_in(ada).post(f"/groups/{group.code}/change/", {"do": do}, follow=True)


def test_it_opens_a_group_with_a_code(signed_in, ada, buses):
    page = signed_in(ada).post("/courses/on-buses/groups/", {"title": "Tuesday"}, follow=True)

    group = CourseGroup.objects.get()
    assert re.fullmatch("[a-hjkmnp-z2-9]{8}", group.code)
    assert group.code in words(page)
    assert len(group.questions) == 3


@pytest.mark.parametrize(("title", "sentence"), [("", "Give the group a name."), ("x" * 81, "at most 80 characters")])
def test_it_says_what_is_wrong_with_a_group(signed_in, ada, buses, title, sentence):
    page = signed_in(ada).post("/courses/on-buses/groups/", {"title": title})

    assert page.status_code == 422
    assert sentence in words(page)


def test_it_opens_no_group_where_nothing_is_asked(signed_in, ada, course):
    page = signed_in(ada).post(f"/courses/{course.slug}/groups/", {"title": "Tuesday"})

    assert "This course asks nothing yet." in words(page)


def test_it_lets_people_answer_without_an_account(client, send, results):
    page = send(client, DRIVERS, "On Monday.", "Cy")

    assert "Your answers have been sent." in words(page)
    assert Member.objects.get().name == "Cy"
    assert "1 person has answered" in results()
    assert "The drivers (right) 1 Cy" in results()
    assert "Cy On Monday." in results()


def test_it_lets_them_change_their_answers_from_the_same_browser(client, send, group):
    send(client, DRIVERS, "On Monday.")
    page = send(client, MAYOR, "")

    assert Member.objects.count() == 1
    assert GroupAnswer.objects.get().chosen == [MAYOR]
    assert f'value="{MAYOR}" id="{group.questions[0]["mark"]}-{MAYOR}" checked' in page.content.decode()


def test_it_tells_people_of_one_name_and_of_none_apart(send, results):
    send(Client(), "", "First.", "Cy")
    send(Client(), "", "Second.", "Cy")
    send(Client(), "", "Third.")

    assert "Cy First. Cy (2) Second. No. 3 Third." in results()


def test_it_does_not_say_what_is_right_before_the_group_is_closed(client, send, change, group):
    before = words(send(client, DRIVERS))
    change("close")
    after = words(client.get(f"/groups/{group.code}/"))

    assert "They know." not in before
    assert "Right. They know." in after
    assert "Model answer." not in before + after


def test_it_takes_no_answer_once_it_is_closed_and_loses_none(client, send, change):
    change("close")

    page = send(client, "", "Late.")

    assert page.status_code == 422
    assert "Late." in page.content.decode()
    assert not GroupAnswer.objects.exists()


def test_it_takes_so_many_people_and_no_more(client, send, group):
    Member.objects.bulk_create(Member(group=group, token=str(n)) for n in range(MOST_MEMBERS))

    assert "This group is full: 300 people have answered." in words(send(client, "", "Me, too."))


@pytest.mark.parametrize("path", ["results/", "answers.csv"])
def test_it_shows_the_answers_to_who_opened_it_and_to_nobody_else(client, signed_in, ben, editor, group, buses, path):
    buses.trainers.create(user=ben, right="edit")
    address = f"/groups/{group.code}/{path}"

    statuses = [browser.get(address).status_code for browser in (client, signed_in(ben), signed_in(editor))]

    assert statuses == [302, 404, 404]


def test_it_shows_members_nothing_of_one_another_and_nothing_of_the_course(client, send, group):
    send(Client(), "", "Mine alone.", "Dee")

    page = client.get(f"/groups/{group.code}/").content.decode()

    assert "Mine alone." not in page
    assert "Dee" not in page
    assert "/courses/" not in page.partition("<main")[2].partition("</main")[0]


def test_it_keeps_the_answers_where_the_course_changes_and_asks_anew_when_told(client, send, change, results, buses):
    send(client, DRIVERS, "On Monday.")
    Item.objects.filter(kind="open").update(text="Which day?")
    assert "Ask what the course asks now" in results()

    page = words(change("anew"))

    assert "Which day? No answer yet." in page
    assert "Open question · no longer asked And then? No. 1 On Monday." in page
    assert "Which day?" in words(client.get(f"/groups/{CourseGroup.objects.get().code}/"))


def test_it_exports_what_its_page_shows_and_no_formula(client, send, signed_in, ada, group):
    send(client, DRIVERS, "=1+1", "@Cy")

    text = signed_in(ada).get(f"/groups/{group.code}/answers.csv").content.decode("utf-8-sig")

    assert list(csv.reader(StringIO(text))) == [
        ["question", "kind", "who", "answer", "right"],
        ["Whom?", "Multiple choice", "'@Cy", "The drivers", "yes"],
        ["And then?", "Open question", "'@Cy", "'=1+1", ""],
    ]


def test_it_brings_new_answers_as_a_part_of_the_page(signed_in, ada, group):
    part = signed_in(ada).get(f"/groups/{group.code}/results/", headers={"HX-Request": "true"}).content.decode()

    assert "Whom?" in part
    assert "<html" not in part


@pytest.mark.parametrize("code", ["{}", " {} ", "{}".upper()])
def test_it_finds_a_group_by_its_code(client, group, code):
    answer = client.get("/groups/", {"code": code.format(group.code).upper()})

    assert answer["Location"] == f"/groups/{group.code}/"


@pytest.mark.parametrize("code", ["nothere2", "<b>", "\x00", "x" * 50, ""])
def test_it_says_that_there_is_no_such_group(client, code):
    page = client.get("/groups/", {"code": code})

    assert page.status_code == 404
    assert "Code of the group" in words(page)


def test_it_deletes_a_group_with_its_answers(client, send, change):
    send(client, DRIVERS)

    assert "You have opened no group" in words(change("delete"))
    assert not Member.objects.exists()


def test_it_deletes_groups_whose_time_is_over(client):
    past = timezone.now() - timedelta(days=61)
    old = CourseGroupFactory(opened_at=past, ends_at=past + timedelta(days=60))
    MemberFactory(group=old)
    CourseGroupFactory()

    assert client.get(f"/groups/{old.code}/").status_code == 404
    assert [delete_ended(), delete_ended()] == ["deleted 1 group", ""]
    assert not Member.objects.exists()


def test_it_keeps_a_token_for_the_groups_own_page_alone(client, send, group):
    send(client, DRIVERS)

    cookie = client.cookies["casebook-group"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (f"/groups/{group.code}/", True, "Lax")
    assert cookie.value not in str(list(Member.objects.values()))


def test_it_is_not_for_robots(client, group):
    response = client.get(f"/groups/{group.code}/")

    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response["Cache-Control"]

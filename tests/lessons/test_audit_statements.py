"""What the audit asks: edited at the desk, kept in files, and turned into an exercise for a course."""

import pytest
from django.test import Client

from lessons.audit.questionnaire import Questionnaire
from lessons.audit.teaching import as_extra
from lessons.models import Statement
from tests.audits import nine_with_statements
from tests.factories import ElementFactory, FrameworkFactory, StatementFactory
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def form():
    """What the desk's screen of a statement sends."""
    element = ElementFactory(slug="risk", name="Risk", asks="Do we dare?")
    fields = {"text": "We try it first.", "slug": "we-try", "element": element.pk, "order": "1"}
    return {**fields, "example": "When?", "next_step": "Try one thing."}


def test_it_asks_what_an_editor_has_published(admin_client, form):
    admin_client.post("/desk/statements/add/", {**form, "turned": "on", "action-publish": "1"})

    assert Statement.objects.get().turned
    assert "We try it first." in words(Client().get("/audit/alone/risk/"))


def test_it_asks_no_draft(admin_client, form):
    admin_client.post("/desk/statements/add/", form)

    assert Statement.objects.count() == 1
    assert Client().get("/audit/alone/risk/").status_code == 404


def test_it_previews_a_statement_where_it_is_asked(admin_client, form):
    admin_client.post("/desk/statements/preview/", form)

    page = admin_client.get("/desk/statements/preview/").content.decode()
    assert "We try it first." in page
    assert "This is a preview of a draft." in page


def test_it_previews_a_statement_without_an_element(admin_client, form):
    admin_client.post("/desk/statements/preview/", {**form, "element": ""})

    assert admin_client.get("/desk/statements/preview/").status_code == 200


def test_it_lists_statements_at_the_desk(admin_client):
    StatementFactory(text="We try it first.")

    assert "We try it first." in admin_client.get("/desk/statements/").content.decode()


def test_it_says_what_keeps_an_element_from_being_deleted(admin_client):
    statement = StatementFactory(text="We try it first.")
    framework = statement.element.framework

    page = admin_client.post(f"/desk/frameworks/delete/{framework.pk}/")
    assert page.status_code == 409
    assert "We try it first." in page.content.decode()


def test_it_asks_the_elements_of_the_main_lens_in_their_order():
    other = ElementFactory(framework=FrameworkFactory(order=50))
    StatementFactory(element=other)
    asked = nine_with_statements()

    assert [section.slug for section in asked.sections] == ["element-0", "element-1", "element-2"]


def test_it_keeps_a_questionnaire_as_it_was_worded():
    asked = nine_with_statements()

    assert Questionnaire.read(asked.as_kept()) == asked


def test_it_can_be_an_exercise_of_a_course():
    nine_with_statements()

    exercise = as_extra()
    assert exercise.path == "/audit/"
    assert exercise.minutes >= 20
    assert exercise.title

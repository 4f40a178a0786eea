"""What the builder finds, and what it does not let happen."""

import pytest
from django.template.loader import render_to_string
from django.test import Client

from lessons.courses.building.extras import Extra
from lessons.courses.pages import my_courses
from lessons.models import Course
from tests.factories import CourseFactory, ElementFactory, EvidenceFactory, StoryFactory
from tests.reading import words

pytestmark = pytest.mark.django_db


def test_it_finds_what_it_can_be_made_of(signed_in, ada, course):
    EvidenceFactory(
        story=StoryFactory(title="The purple bus"), lesson__sentence="Buy a purple bus.", what_happened="Purple."
    )
    ElementFactory(name="Purple thinking")

    page = words(signed_in(ada).get(f"/courses/{course.slug}/build/?words=purple"))

    assert "Stories The purple bus" in page
    assert "Lessons Buy a purple bus." in page
    assert "Evidence Supports Purple." in page
    assert "Elements Purple thinking" in page


def test_it_suggests_what_to_do_when_nothing_matches(signed_in, ada, course):
    page = words(signed_in(ada).get(f"/courses/{course.slug}/build/find/?words=xyzzy"))

    assert "Nothing in the library has “xyzzy”. Try another word, or fewer." in page


def test_it_keeps_a_share_alike_licence(act, ada, course):
    Course.objects.filter(pk=course.pk).update(
        adapted_from=CourseFactory(licence="cc-by-sa-4.0"), credit="It", licence="cc-by-sa-4.0"
    )
    name = f"course-{course.pk}"
    fields = {
        f"{name}-{key}": value
        for key, value in {"title": "T", "by": "A", "audience": "mixed", "experience": "new", "language": "en"}.items()
    }

    page = act(ada, course, "save", rows=[name], **fields, **{f"{name}-licence": "cc0-1.0"})

    assert "was adapted from one under CC BY-SA 4.0, and has to keep that licence" in words(page)


def test_it_holds_only_so_many(act, ada, course, monkeypatch):
    monkeypatch.setattr("lessons.courses.building.actions.MOST_ITEMS", 1)
    act(ada, course, "add:question", **{"new-question-text": "One?"})

    page = act(ada, course, "add:question", **{"new-question-text": "Two?"})

    assert "A session has at most 1 items." in words(page)
    assert [item.text for item in course.sessions.get().items.all()] == ["One?"]


def test_it_needs_a_token_of_its_own_page(ada, course):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ada)

    assert client.post(f"/courses/{course.slug}/build/change/", {"do": "add-session"}).status_code == 403


def test_it_offers_what_other_parts_of_the_library_have(act, ada, course, monkeypatch):
    audit = Extra("audit", "The learning audit", 20, "/audit/", "Do it together.")
    monkeypatch.setattr("lessons.courses.building.extras.EXTRAS", [lambda: audit])

    act(ada, course, "extra:audit")

    item = course.sessions.get().items.get()
    assert (item.kind, item.title, item.minutes) == ("reading", "The learning audit", 20)
    assert item.address == "http://127.0.0.1:8000/audit/"
    assert act(ada, course, "extra:nothing").status_code == 422


def test_it_shows_a_trainer_their_courses_on_a_page_of_their_own(ada, course):
    shown = render_to_string("lessons/courses/_account.html", {"panel": {"context": my_courses(ada)}})

    assert course.title in shown
    assert "Build another course" in shown

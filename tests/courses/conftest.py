"""Trainers with their courses, and who else comes by."""

import pytest
from django.contrib.auth.models import Group as UserGroup
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from cases.people import Group
from lessons.courses.making import make_course
from tests.factories import UserFactory


@pytest.fixture
def person(db):
    """Makes somebody with an account; a trainer unless told otherwise."""

    def make(name, *, trains=True, publishes=False):
        user = UserFactory(username=name, first_name=name.capitalize())
        if trains:
            user.groups.add(UserGroup.objects.get_or_create(name=Group.TRAINER)[0])
        if publishes:
            user.user_permissions.add(Permission.objects.get(codename="publish_course"))
        return user

    return make


@pytest.fixture
def signed_in():
    """A browser of somebody's."""

    def client_of(user):
        client = Client()
        client.force_login(user)
        return client

    return client_of


@pytest.fixture
def ada(person):
    """A trainer."""
    return person("ada")


@pytest.fixture
def ben(person):
    """Another trainer."""
    return person("ben")


@pytest.fixture
def editor(person):
    """Somebody who may make courses public."""
    return person("eve", publishes=True)


@pytest.fixture
def course(ada):
    """A private course of Ada's with one session."""
    return make_course(user=ada, title="Two hours on trust", minutes=120)


@pytest.fixture
def page_of():
    """The address of a page of a course."""
    return lambda name, course, *more: reverse(f"course-{name}", args=[course.handle or course.slug, *more])


@pytest.fixture
def act(signed_in):
    """Presses a button of the builder as somebody, with whatever stands in the fields; answers the page that comes."""

    def press(user, course, do="", **fields):
        address = reverse("course-change", args=[course.slug])
        return signed_in(user).post(address, {"do": do, **fields}, follow=True)

    return press


@pytest.fixture
def told(signed_in):
    """The same as a page with scripts does it; answers what that is told."""

    def press(user, course, do="", **fields):
        address = reverse("course-change", args=[course.slug])
        return signed_in(user).post(address, {"do": do, **fields}, headers={"X-Requested-With": "builder"}).json()

    return press

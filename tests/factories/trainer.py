"""Trainers of courses."""

import factory
from django.contrib.auth import get_user_model

from lessons.models import Trainer
from tests.factories.course import CourseFactory


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody with an account and an address. Nobody types a password."""

    class Meta:
        model = get_user_model()

    username = factory.Sequence(lambda n: f"person-{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = "!"


class TrainerFactory(factory.django.DjangoModelFactory):
    """Somebody who may see a course."""

    class Meta:
        model = Trainer

    course = factory.SubFactory(CourseFactory, draft=True)
    user = factory.SubFactory(UserFactory)

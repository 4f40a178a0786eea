"""Steps of courses."""

import factory

from lessons.models import Step
from tests.factories.course import CourseFactory
from tests.factories.record import FIRST_DAY
from tests.factories.trainer import UserFactory


class StepFactory(factory.django.DjangoModelFactory):
    """Something that was done to a course, and touched no row."""

    class Meta:
        model = Step

    course = factory.SubFactory(CourseFactory, draft=True)
    number = factory.Sequence(lambda n: n)
    user = factory.SubFactory(UserFactory)
    said = "Added a session"
    at = FIRST_DAY

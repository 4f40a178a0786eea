"""Sessions of courses."""

import factory

from lessons.models import Session
from tests.factories.course import CourseFactory


class SessionFactory(factory.django.DjangoModelFactory):
    """A session without items."""

    class Meta:
        model = Session

    course = factory.SubFactory(CourseFactory)
    sort_order = 0
    title = factory.Sequence(lambda n: f"Session {n}")

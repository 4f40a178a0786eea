"""Groups."""

from datetime import timedelta

import factory
from django.utils import timezone

from lessons.models import CourseGroup
from tests.factories.course import CourseFactory
from tests.factories.trainer import UserFactory


class CourseGroupFactory(factory.django.DjangoModelFactory):
    """A group that answers no question yet."""

    class Meta:
        model = CourseGroup

    course = factory.SubFactory(CourseFactory)
    owner = factory.SubFactory(UserFactory)
    title = "Tuesday"
    code = factory.Sequence(lambda n: f"abcd{n:04d}")
    ends_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=60))

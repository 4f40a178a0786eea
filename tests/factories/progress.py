"""Progress in courses."""

import factory

from lessons.models import Progress
from tests.factories.course import CourseFactory
from tests.factories.trainer import UserFactory


class ProgressFactory(factory.django.DjangoModelFactory):
    """Somebody who is done with an item."""

    class Meta:
        model = Progress

    user = factory.SubFactory(UserFactory)
    course = factory.SubFactory(CourseFactory)
    mark = "0123456789abcdef"
    done = True

"""Courses."""

import factory

from lessons.models import Course
from tests.factories.record import RecordFactory


class CourseFactory(RecordFactory):
    """A public course without sessions; `draft=True` is private. `owner` may be given as a user, `items` as a list of items' fields."""

    class Meta:
        model = Course

    slug = factory.Sequence(lambda n: f"course-{n}")
    title = factory.Sequence(lambda n: f"Course {n}")
    summary = "What people do in it."
    by = "Ada Okafor"

    @factory.post_generation
    def owner(course, create, user, **kwargs):
        """Whose it is."""
        if user:
            course.trainers.create(user=user, right="owner")

    @factory.post_generation
    def items(course, create, items, **kwargs):
        """What stands in its one session."""
        from tests.factories.item import ItemFactory
        from tests.factories.session import SessionFactory

        if items:
            session = SessionFactory(course=course)
            for place, fields in enumerate(items):
                ItemFactory(session=session, sort_order=place, **fields)

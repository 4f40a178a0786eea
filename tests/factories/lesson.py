"""Lessons."""

import factory

from lessons.models import Lesson
from tests.factories.record import RecordFactory


class LessonFactory(RecordFactory):
    """A lesson without evidence; `elements` may be given as a list."""

    class Meta:
        model = Lesson

    slug = factory.Sequence(lambda n: f"lesson-{n}")
    sentence = factory.Sequence(lambda n: f"Do thing {n}")

    @factory.post_generation
    def elements(lesson, create, elements, **kwargs):
        """What it belongs to."""
        if elements:
            lesson.elements.set(elements)
            lesson.save()

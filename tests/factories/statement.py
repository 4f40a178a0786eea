"""Statements of the learning audit."""

import factory

from lessons.models import Statement
from tests.factories.element import ElementFactory
from tests.factories.record import RecordFactory


class StatementFactory(RecordFactory):
    """A statement that is worded straight; `lessons` may be given as a list."""

    class Meta:
        model = Statement

    element = factory.SubFactory(ElementFactory)
    slug = factory.Sequence(lambda n: f"statement-{n}")
    text = factory.Sequence(lambda n: f"We do thing {n}.")
    example = "When did this last happen?"
    next_step = factory.Sequence(lambda n: f"Do thing {n} with five people.")

    @factory.post_generation
    def lessons(statement, create, lessons, **kwargs):
        """What bears on it."""
        if lessons:
            statement.lessons.set(lessons)
            statement.save()

"""Questions."""

import factory

from lessons.models import Question
from tests.factories.record import RecordFactory


class QuestionFactory(RecordFactory):
    """A question without lessons; `lessons` may be given as a list."""

    class Meta:
        model = Question

    slug = factory.Sequence(lambda n: f"question-{n}")
    question = factory.Sequence(lambda n: f"How do I do thing {n}?")

    @factory.post_generation
    def lessons(question, create, lessons, **kwargs):
        """What bears on it."""
        if lessons:
            question.lessons.set(lessons)
            question.save()

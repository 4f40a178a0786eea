"""Questions that practitioners ask."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from cases.choices import not_empty
from cases.markdown import validate_markdown
from cases.models.record import Record, RecordQuerySet, retired_with_reason


class QuestionQuerySet(RecordQuerySet):
    """Lists of questions."""

    def for_list(self):
        """Published questions with `lesson_count`."""
        count = models.Count("lessons", filter=models.Q(lessons__live=True), distinct=True)
        return self.published().annotate(lesson_count=count).order_by("question", "pk")


class Question(Record):
    """A question in a practitioner's words, with the lessons that bear on it."""

    question = models.CharField(_("question"), max_length=100, help_text=_("In the words of who asks it."))
    about = models.TextField(_("about"), blank=True, validators=[validate_markdown])
    lessons = ParentalManyToManyField("lessons.Lesson", blank=True, related_name="questions", verbose_name=_("lessons"))

    objects = QuestionQuerySet.as_manager()

    page_name = "question-page"

    class Meta:
        ordering = ["question", "slug"]
        constraints = [retired_with_reason("question"), not_empty("question", "question")]

    def __str__(self):
        return self.question

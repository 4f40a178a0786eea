"""Lessons, held up or contradicted by evidence."""

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from cases.choices import not_empty
from cases.markdown import validate_markdown
from cases.models.record import Record, RecordQuerySet, retired_with_reason
from lessons.choices import Stance


class LessonQuerySet(RecordQuerySet):
    """Lists of lessons."""

    def with_balance(self):
        """Adds `supports`, `qualifies` and `contradicts`: how many published stories point which way; `story_count` in all."""
        return self.annotate(
            story_count=Count("evidence__story", filter=Q(evidence__story__live=True), distinct=True),
            **{
                stance.value: Count(
                    "evidence__story", filter=Q(evidence__stance=stance, evidence__story__live=True), distinct=True
                )
                for stance in Stance
            },
        )

    def for_list(self):
        """Lessons by their sentence, with their elements; their balance comes from `lessons.balance.balanced`."""
        return self.prefetch_related("elements").order_by("sentence", "pk")

    def under_element(self, element):
        """Lessons that belong to the element."""
        return self.filter(pk__in=Lesson.elements.through.objects.filter(element=element).values("lesson_id"))

    def by_element(self, elements):
        """Each of `elements` (id) that lessons belong to, with their number."""
        found = self.filter(elements__in=elements).order_by()
        return found.values_list("elements").annotate(Count("pk", distinct=True))

    def of_elements(self) -> dict[str, list[int]]:
        """The slugs of elements that lessons belong to, each with its lessons (ids)."""
        found = {}
        for element, lesson in self.order_by("pk").filter(elements__isnull=False).values_list("elements__slug", "pk"):
            found.setdefault(element, []).append(lesson)
        return found

    def beside(self, lesson):
        """Other published lessons that share an element with `lesson`."""
        mine = lesson.elements.values_list("id", flat=True)
        links = Lesson.elements.through.objects.filter(element__in=list(mine)).values("lesson_id")
        return self.published().filter(pk__in=links).exclude(pk=lesson.pk)

    def of_story(self, story):
        """Lessons that the story has evidence on, by sentence."""
        return self.filter(evidence__story=story).distinct().order_by("sentence", "pk")

    def mentioning(self, words):
        """Lessons whose sentence or explanation has every word."""
        found = self
        for word in words.split():
            found = found.filter(Q(sentence__icontains=word) | Q(explanation__icontains=word))
        return found

    def among(self, pks):
        """Those of these primary keys."""
        return self.filter(pk__in=pks)


class Lesson(Record):
    """One sentence that a practitioner can act on, or disagree with."""

    sentence = models.CharField(_("sentence"), max_length=150, help_text=_("Something to do tomorrow. Not a theme."))
    explanation = models.TextField(_("explanation"), blank=True, validators=[validate_markdown])
    elements = ParentalManyToManyField(
        "lessons.Element", blank=True, related_name="lessons", verbose_name=_("elements")
    )

    objects = LessonQuerySet.as_manager()

    page_name = "lesson-page"

    class Meta:
        ordering = ["sentence", "slug"]
        constraints = [retired_with_reason("lesson"), not_empty("lesson", "sentence")]

    def __str__(self):
        return self.sentence

    @property
    def balance(self):
        """The balance of evidence of a lesson from `with_balance`, or `lessons.balance.balanced`."""
        from lessons.balance import annotated_balance

        return annotated_balance(self)

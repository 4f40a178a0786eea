"""Evidence: what happened in a story that bears on a lesson."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.choices import not_empty, one_of
from cases.models.cited import Cited
from cases.models.placed import Placed
from lessons.choices import CONTRARY, Stance, Strength


class EvidenceQuerySet(models.QuerySet):
    """Lists of evidence."""

    def published(self):
        """Evidence that joins a published story to a published lesson."""
        return self.filter(story__live=True, lesson__live=True)

    def of_retired(self):
        """Evidence of stories that were retired with a reason; it is not counted any more."""
        return self.filter(story__retired_on__isnull=False).order_by("story__title", "pk")

    def of_source(self, source):
        """How much published evidence rests on the source."""
        return self.published().filter(source=source)

    def tally(self):
        """How many stories support, qualify and contradict, and how many there are of whichever stance: one row of numbers."""
        sides = {stance.value: models.Count("pk", filter=models.Q(stance=stance)) for stance in Stance}
        return self.aggregate(**sides, stories=models.Count("story_id", distinct=True))

    def supporting(self):
        """Evidence for its lesson."""
        return self.filter(stance=Stance.SUPPORTS)

    def contrary(self):
        """Evidence that limits its lesson or speaks against it."""
        return self.filter(stance__in=CONTRARY)

    def of_others(self, story, lessons):
        """Those of the lessons (ids) that have evidence from another story, too."""
        return set(
            self.filter(lesson__in=lessons).exclude(story=story.pk).order_by().values_list("lesson_id", flat=True)
        )

    def best_first(self):
        """What contradicts before what qualifies; then figures, events, and somebody's word."""
        told = models.Case(*(models.When(strength=strength, then=place) for place, strength in enumerate(Strength)))
        return self.order_by("stance", told, "story__title", "pk")

    def weighed(self, lessons):
        """Published evidence on the lessons (ids) as tuples by which it is chosen: see `lessons.tensions`."""
        columns = ("pk", "lesson_id", "stance", "strength", "story_id", "story__depth", "story__title")
        return list(self.published().filter(lesson__in=lessons).order_by().values_list(*columns))

    def between(self, stories, lessons):
        """Published evidence in the stories (slugs) on the lessons (ids) as tuples: key, story, lesson, stance; the best first."""
        found = self.published().filter(story__slug__in=stories, lesson__in=lessons)
        return found.best_first().values_list("pk", "story__slug", "lesson_id", "stance")

    def chosen(self, keys):
        """The pieces of these primary keys, with their story, its places, their lesson and their source."""
        return self.filter(pk__in=keys).select_related("story", "lesson", "source").prefetch_related("story__places")

    def of_lesson(self, lesson, stories):
        """Evidence on the lesson (id) in any of the stories (ids), with its story."""
        return self.filter(lesson=lesson, story__in=stories).select_related("story", "lesson")

    def newest_first(self):
        """What was published last comes first, with its story."""
        return self.select_related("story", "lesson").order_by("-story__first_published_at", "-pk")

    def mentioning(self, words):
        """Evidence that has every word in what happened, in its lesson or in its story's title, with both."""
        found = self.select_related("story", "lesson")
        for word in words.split():
            told = models.Q(what_happened__icontains=word) | models.Q(lesson__sentence__icontains=word)
            found = found.filter(told | models.Q(story__title__icontains=word))
        return found.order_by("story__title", "sort_order", "pk")

    def for_lesson_page(self):
        """Evidence with its story, where that happened, and its source."""
        return self.select_related("story", "source").prefetch_related("story__places")


class Evidence(Cited, Placed):
    """What happened in a story that supports, qualifies or contradicts a lesson, with its citation."""

    story = ParentalKey("cases.Story", on_delete=models.CASCADE, related_name="evidence")
    lesson = models.ForeignKey(
        "lessons.Lesson", on_delete=models.PROTECT, related_name="evidence", verbose_name=_("lesson")
    )
    stance = models.CharField(_("stance"), max_length=20, choices=Stance)
    strength = models.CharField(
        _("strength"),
        max_length=20,
        choices=Strength,
        help_text=_(
            "Measured: there is a figure. Observed: it is described as it happened. Claimed: it is somebody's word."
        ),
    )
    what_happened = models.TextField(_("what happened"), max_length=600)
    quotation = models.CharField(_("quotation"), max_length=300, blank=True)
    source = models.ForeignKey(
        "cases.Source", on_delete=models.PROTECT, related_name="evidence", verbose_name=_("source")
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta(Placed.Meta):
        verbose_name_plural = _("evidence")
        constraints = [
            one_of("evidence", "stance", Stance),
            one_of("evidence", "strength", Strength),
            not_empty("evidence", "what_happened"),
            models.CheckConstraint(
                name="evidence_has_pinpoint",
                condition=~models.Q(section="") | ~models.Q(page=""),
                violation_error_message=_("Evidence needs a pinpoint. Give the section or the page of the source."),
            ),
            models.UniqueConstraint(
                name="evidence_once",
                fields=["story", "lesson", "stance"],
                violation_error_message=_("The story has evidence of this stance on this lesson already. Add to that."),
            ),
        ]

    def __str__(self):
        return f"{self.get_stance_display()}: {self.what_happened[:60]}"

    @property
    def key(self) -> str:
        """What it is called in an address: its story, its lesson and its stance."""
        return f"{self.story.slug}/{self.lesson.slug}/{self.stance}"

    def clean(self):
        """A quotation only where the source's licence allows one."""
        super().clean()
        if self.quotation and self.source_id and not self.source.quotable:
            raise ValidationError(
                {
                    "quotation": _("The licence of “%(source)s” allows no quotation. Tell it in your own words.")
                    % {"source": self.source}
                }
            )

"""Statements: what the learning audit asks."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from cases.choices import not_empty
from cases.models.record import Record, RecordQuerySet, retired_with_reason


class StatementQuerySet(RecordQuerySet):
    """Lists of statements."""

    def of_framework(self, framework):
        """The published statements on the elements of the framework, element by element."""
        found = self.published().filter(element__framework=framework).select_related("element")
        return found.order_by("element__sort_order", "element__pk", "order", "slug")

    def with_lessons(self, slugs):
        """The statements of these slugs with the lessons that bear on each."""
        return self.filter(slug__in=slugs).prefetch_related("lessons")


class Statement(Record):
    """Something that anybody who works in a body, or with it, can say how often it is so there. It bears on one element."""

    element = models.ForeignKey(
        "lessons.Element", on_delete=models.PROTECT, related_name="statements", verbose_name=_("element")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100, help_text=_("Among those of the same element."))
    text = models.CharField(
        _("text"),
        max_length=150,
        help_text=_("Something that can be seen, in words that serve at the front line and in the chamber alike."),
    )
    turned = models.BooleanField(
        _("worded the other way round"),
        default=False,
        help_text=_("Where it is often so, the element is missing."),
    )
    example = models.CharField(
        _("question for an example"), max_length=120, help_text=_("Such as: When did this last happen?")
    )
    next_step = models.CharField(
        _("next step"), max_length=250, help_text=_("What a team could do this month where it is seldom so.")
    )
    lessons = ParentalManyToManyField(
        "lessons.Lesson", blank=True, related_name="statements", verbose_name=_("lessons that bear on it")
    )

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["element__framework__order", "element__sort_order", "order", "slug"]
        constraints = [
            retired_with_reason("statement"),
            not_empty("statement", "text"),
            not_empty("statement", "example"),
            not_empty("statement", "next_step"),
        ]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        """Where it is asked."""
        return reverse("audit-alone-step", args=[self.element.slug])

"""Courses: what a trainer teaches."""

from django.apps import apps
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty, one_of
from cases.markdown import validate_markdown
from cases.models.record import Record, RecordQuerySet, retired_with_reason
from lessons.choices import (
    LANGUAGES,
    MINUTES,
    Audience,
    Experience,
    Licence,
    Right,
    Visibility,
    minutes_between,
)

LONGEST = 100 * 60
"""Minutes of the longest course: a hundred hours."""


class CourseQuerySet(RecordQuerySet):
    """Lists of courses."""

    def with_minutes(self):
        """Adds `planned`, the minutes of all items, and `session_count`."""
        items = apps.get_model("lessons", "Item").objects.filter(session__course=models.OuterRef("pk"))
        total = items.order_by().values("session__course").annotate(sum=models.Sum("minutes")).values("sum")
        return self.annotate(
            planned=Coalesce(models.Subquery(total), 0), session_count=models.Count("sessions", distinct=True)
        )

    def for_list(self):
        """Courses by title, with their length."""
        return self.with_minutes().order_by("title", "slug")

    def for_page(self):
        """Courses with their sessions and items, what items point at, and what they were adapted from."""
        items = apps.get_model("lessons", "Item").objects.with_records()
        sessions = apps.get_model("lessons", "Session").objects.prefetch_related(models.Prefetch("items", items))
        return self.select_related("adapted_from").prefetch_related(models.Prefetch("sessions", sessions))

    def of_length(self, length):
        """Courses of a band of lengths; needs `with_minutes`."""
        return self.filter(planned__range=MINUTES[length])

    def holding(self, items):
        """Courses with any of the items."""
        return self.filter(pk__in=items.order_by().values("session__course"))

    def taught_by(self, user):
        """The courses of which the user is a trainer, the one changed last first."""
        return self.filter(trainers__user=user).with_minutes().with_waiting().order_by("-changed_at", "pk")

    def open_to(self, user):
        """The courses that the user may change, with their sessions."""
        may = {"trainers__user": user, "trainers__right__in": (Right.OWNER, Right.EDIT)}
        return self.filter(**may, live=False).prefetch_related("sessions").order_by("-changed_at", "pk")

    def with_waiting(self):
        """Adds `waiting`, how many items have a record that has changed."""
        changed = models.Q(sessions__items__changed_at__isnull=False)
        return self.annotate(waiting=models.Count("sessions__items", filter=changed, distinct=True))

    def for_desk(self):
        """The courses that ask to be public, the longest waiting first; those that are; and those that nobody owns."""
        known = models.Q(asked_at__isnull=False) | models.Q(live=True) | models.Q(trainers__isnull=True)
        return (
            self.filter(known)
            .with_minutes()
            .with_waiting()
            .order_by(models.F("asked_at").asc(nulls_last=True), "title", "pk")
        )

    def with_trainers(self):
        """Courses by title with `trainer_count`, how many people teach each."""
        people = models.Count("trainers", filter=models.Q(trainers__user__isnull=False), distinct=True)
        return self.annotate(trainer_count=people).order_by("title", "slug")


class Course(Record):
    """What a trainer teaches: sessions made of stories, lessons, evidence, elements, questions, activities and readings."""

    title = models.CharField(_("title"), max_length=100)
    summary = models.TextField(
        _("summary"), max_length=300, blank=True, help_text=_("One or two sentences: what people do in it, and why.")
    )
    by = models.CharField(_("by"), max_length=120, help_text=_("Who made it, as others are to read it."))
    audience = models.CharField(_("audience"), max_length=20, choices=Audience, default=Audience.MIXED)
    experience = models.CharField(_("level of the audience"), max_length=10, choices=Experience, default=Experience.NEW)
    minutes = models.PositiveSmallIntegerField(
        _("length in minutes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(5), MaxValueValidator(LONGEST)],
        help_text=_("How long it is meant to take, without breaks."),
    )
    language = models.CharField(_("language"), max_length=10, choices=LANGUAGES, default="en")
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, default=Licence.BY)
    aims = models.TextField(
        _("aims"),
        blank=True,
        validators=[validate_markdown],
        help_text=_("What people can do afterwards that they could not do before."),
    )
    link_key = models.CharField(max_length=43, blank=True, editable=False)
    adapted_from = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="adaptations",
        verbose_name=_("adapted from"),
    )
    credit = models.CharField(
        _("credit"), max_length=300, blank=True, help_text=_("Of the course that it was adapted from.")
    )
    revises = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="revisions_asked")
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    answer = models.TextField(max_length=1000, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now_add=True)

    objects = CourseQuerySet.as_manager()

    page_name = "course-page"

    handle = ""
    """The name in addresses of this visit: with the key, where somebody came by the link."""

    class Meta:
        ordering = ["title", "slug"]
        permissions = [("publish_course", "Can make a course public")]
        constraints = [
            retired_with_reason("course"),
            not_empty("course", "title"),
            not_empty("course", "by"),
            one_of("course", "audience", Audience),
            one_of("course", "experience", Experience),
            one_of("course", "licence", Licence),
            models.CheckConstraint(
                name="course_language_one_of",
                condition=models.Q(language__in=[code for code, _name in LANGUAGES]),
                violation_error_message=_("language must be a code of two letters, such as en or cy."),
            ),
            minutes_between("course", 5, LONGEST),
            models.UniqueConstraint(
                name="course_link_key_once",
                fields=["link_key"],
                condition=~models.Q(link_key=""),
                violation_error_message=_("This key opens another course already. Make a new one."),
            ),
            models.CheckConstraint(
                name="course_adapted_with_credit",
                condition=models.Q(adapted_from__isnull=True) | ~models.Q(credit=""),
                violation_error_message=_("An adapted course gives credit. Say what it was adapted from, and by whom."),
            ),
            models.CheckConstraint(
                name="course_not_from_itself",
                condition=~models.Q(adapted_from=models.F("id")) & ~models.Q(revises=models.F("id")),
                violation_error_message=_("A course cannot be adapted from itself, or revise itself."),
            ),
            models.CheckConstraint(
                name="course_public_is_whole",
                condition=models.Q(live=False)
                | (~models.Q(summary="") & models.Q(revises__isnull=True, asked_at__isnull=True)),
                violation_error_message=_("A public course has a summary, asks for nothing, and revises no other."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The course's page, by the way that the visitor came."""
        return reverse(self.page_name, args=[self.handle or self.slug])

    @property
    def visibility(self) -> Visibility:
        """Who can see it beside its trainers."""
        if self.live:
            return Visibility.PUBLIC
        return Visibility.LINK if self.link_key else Visibility.PRIVATE

    @property
    def planned_minutes(self) -> int:
        """The minutes of all its items."""
        return sum(session.planned_minutes for session in self.sessions.all())

    @property
    def items(self) -> list:
        """All its items, in order."""
        return [item for session in self.sessions.all() for item in session.items.all()]

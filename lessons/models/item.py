"""Items of sessions: what is read, asked and done in a course."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.choices import one_of
from cases.markdown import validate_markdown
from cases.models import Story
from cases.models.placed import Placed
from cases.models.story import SECTIONS
from lessons.choices import ASKED_KINDS, RECORD_KINDS, TEST_KINDS, ItemKind, Stance, minutes_between
from lessons.models.element import Element
from lessons.models.evidence import Evidence
from lessons.models.framework import Framework
from lessons.models.lesson import Lesson

LONGEST = 600
"""Minutes of the longest item."""

POINTS_AT = {
    ItemKind.STORY: ("story",),
    ItemKind.LESSON: ("lesson",),
    ItemKind.EVIDENCE: ("story", "lesson", "stance"),
    ItemKind.ELEMENT: ("element",),
}
"""By which columns each kind names its record. Evidence is named as in the library's files, since its rows come and go."""


def _points_as_it_should() -> Q:
    found = ~Q(kind__in=ItemKind.values)
    for kind in ItemKind:
        unused = {"story", "lesson", "element"} - set(POINTS_AT.get(kind, ()))
        rule = Q(kind=kind, **{f"{name}__isnull": True for name in unused})
        found |= rule & (~Q(stance="") if kind == ItemKind.EVIDENCE else Q(stance=""))
    return found


class ItemQuerySet(models.QuerySet):
    """Lists of items."""

    def with_records(self):
        """Items in order, with what they point at, without its long texts."""
        long = (*(f"story__{name}" for name in SECTIONS), "lesson__explanation", "element__meaning")
        return self.select_related("story", "lesson", "element__framework").defer(*long).order_by("sort_order", "pk")

    def of_records(self):
        """Items that point at something of the library."""
        return self.filter(kind__in=RECORD_KINDS)

    def changed(self):
        """Items whose record has changed since it was pinned, as long as nobody has answered to that."""
        return self.filter(changed_at__isnull=False)

    def under_element(self, element):
        """Items with the element, or with a lesson under it."""
        return self.filter(Q(element=element) | Q(lesson__elements=element))

    def in_policy_area(self, area):
        """Items with a story of the policy area, or with evidence from one."""
        return self.filter(story__policy_areas=area)

    def pointing_at(self, record):
        """Items that show something of the record: of a story, a lesson, an element, or of the elements of a framework."""
        names = {Story: "story", Lesson: "lesson", Element: "element", Framework: "element__framework"}
        if isinstance(record, Evidence):
            return self.filter(
                kind=ItemKind.EVIDENCE, story=record.story_id, lesson=record.lesson_id, stance=record.stance
            )
        found = Q(**{names[type(record)]: record})
        if isinstance(record, Story):
            found |= Q(kind=ItemKind.LESSON, lesson__evidence__story=record)
        if isinstance(record, Lesson):
            found |= Q(kind=ItemKind.STORY, story__evidence__lesson=record)
        return self.filter(pk__in=self.model.objects.filter(found).values("pk"))


class Item(Placed):
    """One thing of a session: a story, a lesson, a piece of evidence, an element, a question, an activity, a reading."""

    session = models.ForeignKey("lessons.Session", on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(_("kind"), max_length=10, choices=ItemKind)
    story = models.ForeignKey("cases.Story", on_delete=models.SET_NULL, null=True, blank=True, related_name="taught_in")
    lesson = models.ForeignKey(
        "lessons.Lesson", on_delete=models.SET_NULL, null=True, blank=True, related_name="taught_in"
    )
    element = models.ForeignKey(
        "lessons.Element", on_delete=models.SET_NULL, null=True, blank=True, related_name="taught_in"
    )
    stance = models.CharField(_("stance"), max_length=20, choices=Stance, blank=True)
    title = models.CharField(_("title"), max_length=120, blank=True)
    text = models.TextField(_("text"), max_length=3000, blank=True, validators=[validate_markdown])
    address = models.URLField(_("address"), max_length=500, blank=True)
    options = models.JSONField(_("answers"), default=list, blank=True)
    answer = models.TextField(_("answer"), max_length=3000, blank=True, validators=[validate_markdown])
    material = models.CharField(_("material"), max_length=200, blank=True, help_text=_("What to bring or to lay out."))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=0, validators=[MaxValueValidator(LONGEST)])
    for_participants = models.TextField(
        _("note to participants"), max_length=1000, blank=True, validators=[validate_markdown]
    )
    for_facilitator = models.TextField(
        _("note to the facilitator"), max_length=3000, blank=True, validators=[validate_markdown]
    )
    pinned = models.JSONField(default=dict, blank=True, editable=False)
    pinned_at = models.DateTimeField(null=True, blank=True, editable=False)
    changed_at = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
    gone = models.BooleanField(default=False, editable=False)
    noticed = models.CharField(max_length=64, blank=True, editable=False)
    declined = models.CharField(max_length=64, blank=True, editable=False)
    seen = models.PositiveBigIntegerField(default=0, editable=False)

    objects = ItemQuerySet.as_manager()

    class Meta(Placed.Meta):
        constraints = [
            one_of("item", "kind", ItemKind),
            one_of("item", "stance", Stance, blank=True),
            models.CheckConstraint(
                name="item_points_at_its_kind",
                condition=_points_as_it_should(),
                violation_error_message=_("An item points at what its kind says, and at nothing else."),
            ),
            models.CheckConstraint(
                name="item_record_is_pinned",
                condition=Q(kind__in=RECORD_KINDS, pinned_at__isnull=False)
                | (~Q(kind__in=RECORD_KINDS) & Q(pinned_at__isnull=True, changed_at__isnull=True)),
                violation_error_message=_("What points at the library is pinned, with its day; nothing else is."),
            ),
            models.CheckConstraint(
                name="item_has_its_words",
                condition=~Q(kind__in=(ItemKind.ACTIVITY, ItemKind.READING, *ASKED_KINDS))
                | Q(kind__in=ASKED_KINDS) & ~Q(text="")
                | Q(kind=ItemKind.ACTIVITY) & ~Q(title="") & ~Q(text="")
                | Q(kind=ItemKind.READING) & ~Q(title="") & ~Q(address=""),
                violation_error_message=_(
                    "A question has a text; an activity has a title and says what people do; a reading has a title and an address."
                ),
            ),
            models.CheckConstraint(
                name="item_answers_of_its_kind",
                condition=(Q(kind=ItemKind.CHOICE) & ~Q(options=[]))
                | (~Q(kind=ItemKind.CHOICE) & Q(options=[]) & (Q(kind__in=TEST_KINDS) | Q(answer=""))),
                violation_error_message=_(
                    "A multiple choice has answers to choose from; an open question has a model answer; nothing else has either."
                ),
            ),
            minutes_between("item", 0, LONGEST),
        ]

    def __str__(self):
        return self.name

    @property
    def of_library(self) -> bool:
        """Whether it points at something of the library."""
        return self.kind in RECORD_KINDS

    @property
    def name(self) -> str:
        """What it is called in a list."""
        return self.title or self.pinned.get("name") or " ".join(self.text.split())

    @property
    def lost(self) -> bool:
        """Whether readers can no longer open what it points at."""
        return self.of_library and (self.gone or self.record is None)

    @property
    def record(self):
        """What it points at and readers may open, or None. Of evidence it is the story."""
        return self._pointed_at if self._pointed_at and self._pointed_at.live else None

    @property
    def retired_because(self) -> str:
        """Why what it points at was retired; nothing where it was not."""
        return getattr(self._pointed_at, "retired_because", "")

    @property
    def _pointed_at(self):
        return {ItemKind.LESSON: self.lesson, ItemKind.ELEMENT: self.element}.get(self.kind, self.story)

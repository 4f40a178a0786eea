"""Innovation stories, the heart of the library."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField

from cases.choices import Depth, Driver, Level, Novelty, Realm, Result, not_empty, one_of
from cases.markdown import validate_markdown
from cases.models.record import Record, retired_with_reason
from cases.models.story_lists import StoryQuerySet
from cases.models.upkept import Upkept

SECTIONS = {
    "problem": _("The problem"),
    "what_they_did": _("What they did"),
    "how_it_unfolded": _("How it unfolded"),
    "what_changed": _("What changed"),
    "what_went_wrong": _("What went wrong or stayed open"),
    "before_you_adapt_it": _("Before you adapt it"),
}


def narrative(label):
    """A section of a story: Markdown, checked when it comes in."""
    return models.TextField(label, blank=True, validators=[validate_markdown])


class Story(Upkept, Record):
    """An innovation story: what was tried against what problem, who did it, what came of it, and what to doubt."""

    title = models.CharField(_("title"), max_length=70, help_text=_("Tell the tension, not the programme."))
    summary = models.TextField(
        _("summary"), max_length=300, help_text=_("Two sentences: what was done against what problem; what came of it.")
    )
    problem = narrative(SECTIONS["problem"])
    what_they_did = narrative(SECTIONS["what_they_did"])
    how_it_unfolded = narrative(SECTIONS["how_it_unfolded"])
    what_changed = narrative(SECTIONS["what_changed"])
    what_went_wrong = narrative(SECTIONS["what_went_wrong"])
    before_you_adapt_it = narrative(SECTIONS["before_you_adapt_it"])
    voices_missing = models.CharField(
        _("whose voice is missing"),
        max_length=300,
        blank=True,
        help_text=_("Whose side of it the sources do not tell. Readers who can are invited to."),
    )
    result = models.CharField(_("result"), max_length=20, choices=Result)
    depth = models.CharField(_("depth"), max_length=10, choices=Depth)
    level = models.CharField(_("level"), max_length=20, choices=Level, blank=True)
    novelty = models.CharField(_("novelty"), max_length=20, choices=Novelty, blank=True)
    driver = models.CharField(_("driver"), max_length=20, choices=Driver, blank=True)
    year_from = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    year_to = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    part_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="strands", verbose_name=_("part of")
    )
    places = ParentalManyToManyField("cases.Place", blank=True, related_name="stories", verbose_name=_("places"))
    no_place = models.CharField(
        _("why it has no place"),
        max_length=200,
        blank=True,
        help_text=_("Only where a story happened in no place: such as a comparison of two companies. Readers see it."),
    )
    policy_areas = ParentalManyToManyField(
        "cases.PolicyArea", blank=True, related_name="stories", verbose_name=_("policy areas")
    )
    tags = ClusterTaggableManager(through="cases.StoryTag", blank=True, verbose_name=_("tags"))

    objects = StoryQuerySet.as_manager()

    page_name = "story-page"

    kept_apart = (*Record.kept_apart, "version", "owner_id", "checked_on", "review_by", "reminded_on")

    class Meta:
        verbose_name_plural = _("stories")
        ordering = ["title", "slug"]
        constraints = [
            *Upkept.Meta.constraints,
            retired_with_reason("story"),
            not_empty("story", "title"),
            not_empty("story", "summary"),
            one_of("story", "result", Result),
            one_of("story", "depth", Depth),
            one_of("story", "level", Level, blank=True),
            one_of("story", "novelty", Novelty, blank=True),
            one_of("story", "driver", Driver, blank=True),
            models.CheckConstraint(
                name="story_years_in_order",
                condition=models.Q(year_to__isnull=True)
                | models.Q(year_from__isnull=True)
                | models.Q(year_to__gte=models.F("year_from")),
                violation_error_message=_("The last year must not lie before the first."),
            ),
            models.CheckConstraint(
                name="story_not_part_of_itself",
                condition=~models.Q(part_of=models.F("id")),
                violation_error_message=_("A story cannot be part of itself. Choose the larger story."),
            ),
        ]

    def __str__(self):
        return self.title

    def publish(self, revision, *args, **kwargs):
        """Show the version to readers, now or at its time; NotReady says what is missing where it falls short."""
        self.ready_or_raise(revision.as_object())
        return super().publish(revision, *args, **kwargs)

    def save(self, *args, update_fields=None, **kwargs):
        """Save the story. Nobody gets around `publish`: a version that becomes the live one is looked at here, too."""
        if self.live and self.live_revision_id and update_fields is None:
            before = type(self)._base_manager.filter(pk=self.pk).values_list("live_revision_id", flat=True)
            if self.live_revision_id not in before:
                self.ready_or_raise(self)
        return super().save(*args, update_fields=update_fields, **kwargs)

    @staticmethod
    def ready_or_raise(story):
        """Do nothing, or say what keeps the story from readers."""
        from cases.checking_stories.gate import ready_or_raise

        ready_or_raise(story)

    @property
    def sections(self) -> list[tuple[str, str, str]]:
        """The sections that say something: (field, heading, text)."""
        return [(field, label, text) for field, label in SECTIONS.items() if (text := getattr(self, field))]

    @property
    def is_mention(self) -> bool:
        """Whether the source says no more than a sentence or two."""
        return self.depth == Depth.MENTION

    @property
    def years(self) -> str:
        """1993–1998, 1993, “from 1993”, “to 1998” where the source gives one end only, or nothing."""
        if self.year_from and self.year_to:
            return f"{self.year_from}–{self.year_to}" if self.year_to != self.year_from else str(self.year_from)
        if self.year_from or self.year_to:
            return (_("from %s") if self.year_from else _("to %s")) % (self.year_from or self.year_to)
        return ""

    @property
    def decades(self) -> list[int]:
        """The decades that the story touches: 1990 for the nineties."""
        years = [year for year in (self.year_from, self.year_to) if year]
        return list(range(min(years) // 10 * 10, max(years) + 1, 10)) if years else []

    @property
    def zone(self) -> tuple[Realm, ...]:
        """The realms of those who led, in their fixed order; empty where nobody is known to have led."""
        leading = {role.realm for role in self.roles.all() if role.leads}
        return tuple(realm for realm in Realm if realm in leading)

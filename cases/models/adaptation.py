"""Lineage: what a story took from where."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.models.cited import Cited
from cases.models.placed import Placed


class AdaptationQuerySet(models.QuerySet):
    """Lists of adaptations."""

    def of_stories(self, ids):
        """What these stories took from elsewhere, and from stories that are published."""
        origin = models.Q(from_story=None) | models.Q(from_story__live=True)
        return self.filter(origin, story__in=ids).select_related("story", "from_story", "from_place", "source")

    def for_origin_page(self):
        """Adaptations by published stories, with the story."""
        return (
            self.filter(story__live=True)
            .select_related("story", "source")
            .order_by("story__year_from", "story__title", "pk")
        )


class Adaptation(Cited, Placed):
    """A story took something from another story, or from elsewhere: what it kept, changed and dropped."""

    story = ParentalKey("cases.Story", on_delete=models.CASCADE, related_name="adaptations")
    from_story = models.ForeignKey(
        "cases.Story",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="adopted_by",
        verbose_name=_("from the story"),
    )
    from_elsewhere = models.CharField(_("from elsewhere"), max_length=200, blank=True)
    from_place = models.ForeignKey(
        "cases.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("from the place"),
    )
    kept = models.CharField(_("kept"), max_length=400, blank=True)
    changed = models.CharField(_("changed"), max_length=400, blank=True)
    dropped = models.CharField(_("dropped"), max_length=400, blank=True)
    note = models.CharField(_("note"), max_length=400, blank=True)

    objects = AdaptationQuerySet.as_manager()

    class Meta(Placed.Meta):
        constraints = [
            *Cited.Meta.constraints,
            models.CheckConstraint(
                name="adaptation_one_origin",
                condition=models.Q(from_story__isnull=False, from_elsewhere="")
                | (models.Q(from_story__isnull=True) & ~models.Q(from_elsewhere="")),
                violation_error_message=_(
                    "Give either the story that it comes from, or words for where else it comes from."
                ),
            ),
            models.CheckConstraint(
                name="adaptation_not_from_itself",
                condition=~models.Q(from_story=models.F("story")),
                violation_error_message=_("A story cannot take something from itself."),
            ),
        ]

    def __str__(self):
        return str(self.from_story or self.from_elsewhere)

"""Places: where stories happen."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from cases.choices import PlaceKind, Setting, not_empty, one_of
from cases.models.record import Record, RecordQuerySet


class PlaceQuerySet(RecordQuerySet):
    """Lists of places."""

    def for_list(self):
        """Published places with `story_count`, how many published stories happen there (not in its parts)."""
        count = models.Count("stories", filter=models.Q(stories__live=True), distinct=True)
        return self.published().select_related("within").annotate(story_count=count).order_by("name", "slug")

    def for_labels(self):
        """Places with the place that each lies within."""
        return self.select_related("within__within__within")


class Place(Record):
    """Where a story happens. A story in a place counts for the places that it lies within, too."""

    name = models.CharField(_("name"), max_length=120)
    country = CountryField(_("country"))
    kind = models.CharField(_("kind"), max_length=20, choices=PlaceKind)
    setting = models.CharField(_("setting"), max_length=10, choices=Setting, blank=True)
    within = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("lies within")
    )

    objects = PlaceQuerySet.as_manager()

    page_name = "place-page"

    class Meta:
        ordering = ["name", "slug"]
        constraints = [
            not_empty("place", "name"),
            not_empty("place", "country"),
            one_of("place", "kind", PlaceKind),
            one_of("place", "setting", Setting, blank=True),
            models.CheckConstraint(
                name="place_not_within_itself",
                condition=~models.Q(within=models.F("id")),
                violation_error_message=_("A place cannot lie within itself."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def full_name(self) -> str:
        """The name with the next larger place: Huddersfield, Kirklees."""
        return f"{self.name}, {self.within.name}" if self.within_id else self.name

    @property
    def larger(self) -> "list[Place]":
        """The places that this one lies within, nearest first; a circle ends where it closes."""
        found, place = [], self.within
        while place and place not in found and place != self:
            found.append(place)
            place = place.within
        return found

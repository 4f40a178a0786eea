"""Places: where stories happen."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from cases.choices import PlaceKind, Setting, not_empty, one_of
from cases.models.record import Record, RecordQuerySet, retired_with_reason


class PlaceQuerySet(RecordQuerySet):
    """Lists of places."""

    def for_list(self):
        """Published places by name."""
        return self.published().order_by("name", "slug")

    def with_stories(self):
        """Places with `story_count`, how many published stories happen there (not in its parts)."""
        count = models.Count("stories", filter=models.Q(stories__live=True), distinct=True)
        return self.select_related("within").annotate(story_count=count)

    def for_map(self):
        """Published places as (slug, name, kind, latitude, longitude, country)."""
        fields = ("slug", "name", "kind", "latitude", "longitude", "country")
        return self.published().order_by("slug").values_list(*fields)

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

    latitude = models.DecimalField(
        _("latitude"),
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Degrees north of the equator, to two places: 54.97. South is negative."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Degrees east of Greenwich, to two places: -1.61. West is negative."),
    )

    population = models.PositiveIntegerField(
        _("population"), null=True, blank=True, help_text=_("How many people live there, where a source says so.")
    )
    population_year = models.PositiveSmallIntegerField(
        _("year of that number"), null=True, blank=True, help_text=_("When so many lived there.")
    )

    objects = PlaceQuerySet.as_manager()

    page_name = "place-page"

    class Meta:
        ordering = ["name", "slug"]
        constraints = [
            retired_with_reason("place"),
            not_empty("place", "name"),
            not_empty("place", "country"),
            one_of("place", "kind", PlaceKind),
            one_of("place", "setting", Setting, blank=True),
            models.CheckConstraint(
                name="place_both_coordinates",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                # A comparison with nothing is neither true nor false, and a check takes that for true.
                | models.Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                violation_error_message=_("Give both latitude (-90 to 90) and longitude (-180 to 180), or neither."),
            ),
            models.CheckConstraint(
                name="place_population_plausible",
                condition=models.Q(population__isnull=True) | models.Q(population__gte=1),
                violation_error_message=_(
                    "The population must be at least 1. Leave it empty where no source gives it."
                ),
            ),
            models.CheckConstraint(
                name="place_population_year_has_population",
                condition=models.Q(population_year__isnull=True)
                | models.Q(population__isnull=False, population_year__range=(1000, 2200)),
                violation_error_message=_(
                    "The year of the population needs the population, and must have four digits."
                ),
            ),
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
    def population_said(self) -> str:
        """The population with its thousands set apart: 388,000."""
        return f"{self.population:,}" if self.population else ""

    @property
    def larger(self) -> "list[Place]":
        """The places that this one lies within, nearest first; a circle ends where it closes."""
        found, place = [], self.within
        while place and place not in found and place != self:
            found.append(place)
            place = place.within
        return found

"""Organisations in stories."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.choices import OrganisationPart, one_of
from cases.models.placed import Placed


class ParticipationQuerySet(models.QuerySet):
    """Lists of parts that bodies have."""

    def for_organisation_page(self, stories):
        """Parts in those of the stories (ids) that are published, with the story and its places."""
        return (
            self.filter(story__live=True, story__in=stories)
            .select_related("story")
            .prefetch_related("story__places")
            .order_by("story__year_from", "story__title", "pk")
        )


class Participation(Placed):
    """An organisation in a story, with its part."""

    story = ParentalKey("cases.Story", on_delete=models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(
        "cases.Organisation", on_delete=models.PROTECT, related_name="participations", verbose_name=_("organisation")
    )
    part = models.CharField(_("part"), max_length=20, choices=OrganisationPart)

    objects = ParticipationQuerySet.as_manager()

    class Meta(Placed.Meta):
        constraints = [
            one_of("participation", "part", OrganisationPart),
            models.UniqueConstraint(
                name="participation_once",
                fields=["story", "organisation", "part"],
                violation_error_message=_("This organisation has this part in the story already."),
            ),
        ]

    def __str__(self):
        return f"{self.organisation} ({self.get_part_display()})"

"""Organisations: the bodies that take part in stories."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import OrganisationKind, not_empty, one_of
from cases.markdown import validate_markdown
from cases.models.record import Record, RecordQuerySet, retired_with_reason


class OrganisationQuerySet(RecordQuerySet):
    """Lists of organisations."""

    def for_list(self):
        """Published bodies by name."""
        return self.published().order_by("name", "slug")

    def with_stories(self):
        """Bodies with `story_count`, how many published stories each takes part in."""
        count = models.Count("participations__story", filter=models.Q(participations__story__live=True), distinct=True)
        return self.select_related("place").annotate(story_count=count)

    def for_page(self):
        """What an organisation's page shows besides its stories."""
        return self.select_related("place__within")


class Organisation(Record):
    """A body that takes part in stories."""

    name = models.CharField(_("name"), max_length=150)
    kind = models.CharField(_("kind"), max_length=30, choices=OrganisationKind)
    place = models.ForeignKey(
        "cases.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("place"),
    )
    about = models.TextField(_("about"), blank=True, validators=[validate_markdown])

    objects = OrganisationQuerySet.as_manager()

    page_name = "organisation-page"

    class Meta:
        ordering = ["name", "slug"]
        constraints = [
            retired_with_reason("organisation"),
            not_empty("organisation", "name"),
            one_of("organisation", "kind", OrganisationKind),
        ]

    def __str__(self):
        return self.name

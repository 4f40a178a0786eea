"""The sources of a story."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.models.cited import Cited
from cases.models.placed import Placed


class CitationQuerySet(models.QuerySet):
    """Lists of citations."""

    def of_source(self, source):
        """The passages of the source that published stories rest on, by heading."""
        return (
            self.filter(source=source, story__live=True)
            .select_related("story")
            .order_by("section", "story__title", "pk")
        )


class Citation(Cited, Placed):
    """A passage that a story as a whole rests on."""

    story = ParentalKey("cases.Story", on_delete=models.CASCADE, related_name="citations")
    source = models.ForeignKey(
        "cases.Source", on_delete=models.PROTECT, related_name="citations", verbose_name=_("source")
    )

    objects = CitationQuerySet.as_manager()

    class Meta(Placed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="citation_once",
                fields=["story", "source", "section", "page"],
                violation_error_message=_("This passage is cited already."),
            )
        ]

    def __str__(self):
        return f"{self.source}, {self.pinpoint}".rstrip(", ")

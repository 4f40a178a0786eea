"""Stories that a source itself names under an element."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.models.cited import Cited
from cases.models.placed import Placed


class IllustrationQuerySet(models.QuerySet):
    """Lists of illustrations."""

    def for_element_page(self):
        """Illustrations by published stories, the best evidenced first, with the story, its places and the source."""
        weight = models.Count("story__evidence", filter=models.Q(story__evidence__lesson__live=True))
        shown = self.filter(story__live=True).select_related("story", "source").prefetch_related("story__places")
        return shown.annotate(weight=weight).order_by("-weight", "story__title", "pk")


class Illustration(Cited, Placed):
    """The source itself names this story under that element."""

    story = ParentalKey("cases.Story", on_delete=models.CASCADE, related_name="illustrations")
    element = models.ForeignKey(
        "lessons.Element", on_delete=models.CASCADE, related_name="illustrations", verbose_name=_("element")
    )

    objects = IllustrationQuerySet.as_manager()

    class Meta(Placed.Meta):
        constraints = [
            *Cited.Meta.constraints,
            models.UniqueConstraint(
                name="illustration_once",
                fields=["story", "element"],
                violation_error_message=_("The story is under this element already."),
            ),
        ]

    def __str__(self):
        return str(self.element)

"""The versions of stories that readers have seen."""

import json
import zlib

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class VersionQuerySet(models.QuerySet):
    """Lists of versions."""

    def with_holding(self):
        """Adds `is_held`: whether the content is kept here."""
        return self.annotate(is_held=models.ExpressionWrapper(models.Q(content__isnull=False), models.BooleanField()))

    def newest_first(self):
        """Versions without their content, the newest first."""
        return self.defer("content").order_by("-number")


class Version(models.Model):
    """
    A story as it was published, under a number that stays its own.

    `content` holds the story as the library's files tell it, with the names of whatever it names, so that it can be shown when those are
    gone. It is empty for the version that readers see (that is the story itself) until it is about to change, and for a version that
    another copy of the library published.
    """

    story = models.ForeignKey("cases.Story", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("number"))
    published_at = models.DateTimeField(_("published at"))
    changed = models.JSONField(_("what changed"), default=list, blank=True)
    content = models.BinaryField(_("content"), null=True, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["story", "number"]
        constraints = [
            models.UniqueConstraint(
                name="version_once",
                fields=["story", "number"],
                violation_error_message=_("The story has a version of this number already."),
            ),
            models.CheckConstraint(
                name="version_number_from_one",
                condition=models.Q(number__gte=1),
                violation_error_message=_("Versions are counted from 1."),
            ),
        ]

    def __str__(self):
        return f"{self.story} ({self.number})"

    def get_absolute_url(self):
        """The address that can be cited."""
        return reverse("story-version", args=[self.story.slug, self.number])

    def hold(self, told: dict) -> None:
        """Keep what was published, in few bytes."""
        self.content = zlib.compress(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(), 9)

    @property
    def told(self) -> dict | None:
        """What was published, or None where this copy of the library does not hold it."""
        return json.loads(zlib.decompress(self.content)) if self.content else None

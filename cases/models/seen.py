"""What of each published story has been seen, so that a change can be told from what was there before."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SeenQuerySet(models.QuerySet):
    """Lists of what has been seen."""

    def of_stories(self, ids) -> dict[int, dict[str, str]]:
        """The parts of each of these stories (ids) that was published when it was looked at last, by story."""
        return dict(self.filter(story_id__in=ids).values_list("story_id", "parts"))


class Seen(models.Model):
    """A story that was published when it was looked at last: a short hash of each of its parts."""

    story_id = models.BigIntegerField(_("story"), unique=True)
    parts = models.JSONField(_("parts"), default=dict, blank=True)

    objects = SeenQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = _("seen")
        ordering = ["story_id"]

    def __str__(self):
        return f"{self.story_id}: {len(self.parts)}"

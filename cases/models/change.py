"""What changed in the library, for whatever is derived from it."""

from django.db import models


class Change(models.Model):
    """A story of which something shown has changed (or every story, where `story_id` is empty), at a generation."""

    number = models.PositiveBigIntegerField(db_index=True)
    stamp = models.CharField(max_length=32)
    story_id = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["number", "id"]

    def __str__(self):
        return f"{self.number}: {self.story_id or 'all'}"

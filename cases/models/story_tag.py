"""Tags on stories."""

from django.db import models
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, Tag


class StoryTag(ItemBase):
    """One tag on one story."""

    tag = models.ForeignKey(Tag, related_name="story_tags", on_delete=models.CASCADE)
    content_object = ParentalKey("cases.Story", on_delete=models.CASCADE, related_name="tagged_items")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="storytag_once",
                fields=["tag", "content_object"],
                violation_error_message="This tag is there already.",
            )
        ]

    def __str__(self):
        return str(self.tag)

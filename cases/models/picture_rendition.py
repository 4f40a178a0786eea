"""The sizes and formats in which pictures are shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractRendition


class PictureRendition(AbstractRendition):
    """A picture in one size and one format, made when it is first needed."""

    image = models.ForeignKey("cases.Picture", on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="picturerendition_once",
                fields=["image", "filter_spec", "focal_point_key"],
                violation_error_message=_("This size of the picture is there already."),
            )
        ]

    def __str__(self):
        return f"{self.image} ({self.filter_spec})"

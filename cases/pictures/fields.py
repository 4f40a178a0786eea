"""The field of a form that takes a picture."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext_lazy as _

from cases.pictures.cleaning import LARGEST, MEGABYTE, MOST_PIXELS, Cleaned, Refused, clean
from cases.pictures.storage import random_name

ACCEPT = "image/jpeg,image/png,image/webp,image/avif,image/gif"


class PictureField(forms.FileField):
    """Takes a file, and answers the clean picture in it under a name that nobody can guess."""

    default_error_messages = {
        "required": _("Choose the file of the picture."),
        "missing": _("Choose the file of the picture."),
        "empty": _("The file is empty. Choose the picture again."),
    }

    def __init__(self, **kwargs):
        words = _(
            "JPEG, PNG, WebP, AVIF or GIF, at most %(most)d MB and %(pixels)d million pixels. "
            "Where and with what it was taken is removed."
        )
        kwargs.setdefault("help_text", words % {"most": LARGEST // MEGABYTE, "pixels": MOST_PIXELS // 1_000_000})
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = ACCEPT

    def to_python(self, data):
        """The clean picture as a file; ValidationError says why it is refused."""
        if (file := super().to_python(data)) is None:
            return None
        try:
            return as_file(clean(file.read(LARGEST + 1)))
        except Refused as error:
            raise ValidationError(str(error), code="refused") from error


def as_file(cleaned: Cleaned) -> SimpleUploadedFile:
    """The clean picture as a file that a model takes."""
    return SimpleUploadedFile(
        f"{random_name()}{cleaned.suffix}", cleaned.raw, content_type=f"image/{cleaned.format.lower()}"
    )

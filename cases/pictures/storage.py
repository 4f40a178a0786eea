"""Where the pictures themselves are kept: in a folder that no address leads to, under names that nobody can guess."""

import os

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.utils.crypto import get_random_string
from django.utils.deconstruct import deconstructible

from cases.pictures.cleaning import clean

NAME_LENGTH = 22


def random_name() -> str:
    """A name that nobody can guess."""
    return get_random_string(NAME_LENGTH, "abcdefghijkmnpqrstuvwxyz23456789")


@deconstructible(path="cases.pictures.storage.OriginalsStorage")
class OriginalsStorage(FileSystemStorage):
    """Takes clean pictures only, whichever way they come, and gives no address of any: readers see renditions."""

    @property
    def base_location(self):
        """The folder, as the settings have it now."""
        return settings.ORIGINALS_DIR

    @property
    def location(self):
        """The folder's absolute path."""
        return os.path.abspath(self.base_location)

    def url(self, name):
        """There is none."""
        raise ValueError(f"The original “{name}” has no address. Ask the picture for a rendition.")

    def _save(self, name, content):
        content.seek(0)
        cleaned = clean(content.read())
        return super()._save(f"{random_name()}{cleaned.suffix}", ContentFile(cleaned.raw))

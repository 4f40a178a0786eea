"""
What a file that calls itself a picture becomes: an upright, opaque JPEG or PNG of bounded size in sRGB, with nothing in it but the picture.

What the file is shows in its bytes; its name and what a browser says of it count for nothing. A file that is clean already keeps its
bytes, so cleaning twice changes nothing.
"""

import hashlib
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

from cases.pictures.plain import is_plain

MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE
"""Bytes of a file."""
MOST_PIXELS = 50_000_000
"""Pixels of a file; a few bytes can say that they are a million millions, and fill the memory when they are unpacked."""
LONGEST_SIDE = 2400
"""Pixels of the longer side that are kept."""
SHORTEST_SIDE = 100
READ = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
MOVING = ("PNG", "WEBP", "AVIF", "GIF")
SUFFIXES = {"JPEG": ".jpg", "PNG": ".png"}
DRAWN = ("PNG", "GIF")
"""Formats in which people keep drawings, which JPEG would blur."""
JPEG = {"format": "JPEG", "quality": 88, "optimize": True, "progressive": True}
PNG = {"format": "PNG", "optimize": True}


class Refused(ValueError):
    """The file is no picture that the library takes; the message says why, and what would be right."""


@dataclass(frozen=True)
class Cleaned:
    """A clean picture."""

    raw: bytes
    format: str
    width: int
    height: int

    @property
    def suffix(self) -> str:
        """How its file's name ends."""
        return SUFFIXES[self.format]

    @property
    def digest(self) -> str:
        """A name for exactly these bytes, the same that Wagtail keeps of a picture."""
        return hashlib.sha1(self.raw, usedforsecurity=False).hexdigest()


def clean(raw: bytes) -> Cleaned:
    """The picture in the bytes of a file; Refused says why there is none that the library takes."""
    _check_size(raw)
    with _refusing(_("The file cannot be read as a picture: it is damaged or cut off. Save it again, and send that.")):
        picture = _opened(raw)
        _check_shape(picture)
        kept = "PNG" if picture.format in DRAWN else "JPEG"
        if picture.format == kept and picture.mode in {"RGB", "L", "P"} and max(picture.size) <= LONGEST_SIDE:
            picture.load()
            if is_plain(raw, kept):
                return Cleaned(raw, kept, *picture.size)
        return _saved(_upright(picture), kept)


@contextmanager
def _refusing(words):
    """Whatever a decoder stumbles over in a hostile file is a reason to refuse it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Refused:
        raise
    except Image.DecompressionBombError as error:
        raise Refused(_too_many_pixels()) from error
    except Exception as error:
        raise Refused(words) from error


def _check_size(raw):
    if not raw:
        raise Refused(_("The file is empty. Choose the picture again."))
    if len(raw) > LARGEST:
        words = _("The file has more than %(most)d MB. Save the picture smaller; %(side)d pixels are wide enough.")
        raise Refused(words % {"most": LARGEST // MEGABYTE, "side": LONGEST_SIDE})


def _opened(raw):
    try:
        return Image.open(BytesIO(raw), formats=READ)
    except OSError as error:
        raise Refused(_what_it_is(raw)) from error


def _what_it_is(raw):
    """Why a file that no decoder knows is refused."""
    start = raw[:1024].lower()
    if b"<svg" in start:
        return _("This is an SVG drawing, which can hold scripts. Save it as a PNG, and send that.")
    if start[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1"}:
        return _("This is a HEIC picture, which most browsers do not show. Save it as a JPEG, and send that.")
    return _("This is no picture that the library knows, or it is damaged. Send a JPEG, PNG, WebP, AVIF or GIF file.")


def _check_shape(picture):
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise Refused(_too_many_pixels(picture.size))
    if min(width, height) < SHORTEST_SIDE:
        words = _("The picture has %(width)d × %(height)d pixels. Send one of at least %(least)d each way.")
        raise Refused(words % {"width": width, "height": height, "least": SHORTEST_SIDE})
    if picture.format in MOVING and getattr(picture, "is_animated", False):
        raise Refused(_("The picture moves, and pages of the library hold still. Send one frame of it."))


def _too_many_pixels(size=()):
    most = MOST_PIXELS // 1_000_000
    if not size:
        return _("The picture has far more than %(most)d million pixels. Save it smaller.") % {"most": most}
    words = _("The picture has %(width)d × %(height)d pixels; %(most)d million are allowed. Save it smaller.")
    return words % {"width": size[0], "height": size[1], "most": most}


def _upright(picture):
    """The picture itself: turned as the camera was held, small enough, in sRGB, on white where nothing is drawn."""
    profile = picture.info.get("icc_profile")
    if picture.format == "JPEG" and max(picture.size) > LONGEST_SIDE:
        picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
    picture = ImageOps.exif_transpose(picture)
    picture = _opaque(picture) if picture.has_transparency_data else _in_srgb(picture, profile)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    picture.info = {}
    return picture


def _opaque(picture):
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture.convert("RGBA"))
    return ground.convert("RGB")


def _in_srgb(picture, profile):
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if profile and picture.mode in {"RGB", "CMYK", "L"}:
        try:
            known = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(picture, known, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except ImageCms.PyCMSError:
            pass
    return picture if picture.mode in {"RGB", "L"} else picture.convert("RGB")


def _saved(picture, kept):
    file = BytesIO()
    picture.save(file, **(PNG if kept == "PNG" else JPEG))
    if kept == "PNG" and file.tell() > LARGEST:
        return _saved(picture, "JPEG")
    return Cleaned(file.getvalue(), kept, *picture.size)

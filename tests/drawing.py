"""Files of pictures, made as cameras, programs and people with bad intentions make them."""

from io import BytesIO

from PIL import Image, ImageCms, ImageDraw

ORIENTATION, GPS, GPS_LATITUDE, MAKE = 0x0112, 0x8825, 2, 0x010F


def drawing(width=640, height=480, mode="RGB") -> Image.Image:
    """A picture with a red top and a blue bottom."""
    picture = Image.new("RGB", (width, height), "#a1262b")
    ImageDraw.Draw(picture).rectangle((0, height // 2, width, height), fill="#2a5d9f")
    return picture.convert(mode)


def as_bytes(picture=None, format="JPEG", **options) -> bytes:
    """The file of a picture."""
    file = BytesIO()
    (picture or drawing()).save(file, format, **options)
    return file.getvalue()


def photograph(width=640, height=480, orientation=1) -> bytes:
    """A JPEG as a telephone makes it: with the place where it was taken, and how the telephone was held."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = orientation, "Telephone"
    exif.get_ifd(GPS)[GPS_LATITUDE] = (53.0, 39.0, 0.0)
    return as_bytes(drawing(width, height), exif=exif, comment=b"taken at home")


def colourful() -> bytes:
    """A JPEG with a colour profile of its own."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return as_bytes(icc_profile=profile)


def moving() -> bytes:
    """A GIF that moves."""
    return as_bytes(drawing(), "GIF", save_all=True, append_images=[drawing(mode="L"), drawing(mode="1")], duration=50)


def bomb() -> bytes:
    """A small file that says it has 225 million pixels."""
    return as_bytes(Image.new("1", (15_000, 15_000)), "PNG")


def huge() -> bytes:
    """A small file that says it has 64 million pixels."""
    return as_bytes(Image.new("1", (8_000, 8_000)), "PNG")


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PROGRAM = b"MZ\x90\x00" + b"\x00" * 600
PAGE = b"<html><script>alert(1)</script></html>"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00" + b"\x00" * 100


def kept(picture) -> bytes:
    """The file that is kept of a picture."""
    with picture.open_file() as file:
        return file.read()

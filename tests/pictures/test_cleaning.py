"""What becomes of a file that somebody sends as a picture."""

from io import BytesIO

import pytest
from PIL import Image

from cases.pictures.cleaning import LARGEST, LONGEST_SIDE, Refused, clean
from tests.drawing import (
    HEIC,
    PAGE,
    PROGRAM,
    SVG,
    as_bytes,
    bomb,
    colourful,
    drawing,
    huge,
    moving,
    photograph,
)

RED, BLUE = (161, 38, 43), (42, 93, 159)


def opened(cleaned) -> Image.Image:
    """The clean picture, as a program reads it."""
    return Image.open(BytesIO(cleaned.raw))


def near(pixel, colour) -> bool:
    """Whether it is that colour, as far as JPEG keeps it."""
    return max(abs(one - other) for one, other in zip(pixel, colour, strict=True)) < 12


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        (as_bytes(), "JPEG"),
        (as_bytes(drawing(), "PNG"), "PNG"),
        (as_bytes(drawing(), "WEBP"), "JPEG"),
        (as_bytes(drawing(), "AVIF"), "JPEG"),
        (as_bytes(drawing(), "GIF"), "PNG"),
        (as_bytes(drawing(mode="CMYK")), "JPEG"),
        (as_bytes(drawing(mode="L")), "JPEG"),
        (as_bytes(drawing(mode="RGBA"), "PNG"), "PNG"),
        (as_bytes(drawing(mode="P"), "PNG"), "PNG"),
        (as_bytes(drawing(mode="I;16"), "PNG"), "PNG"),
        (colourful(), "JPEG"),
        (photograph(), "JPEG"),
    ],
    ids=["jpeg", "png", "webp", "avif", "gif", "cmyk", "grey", "alpha", "palette", "deep", "profile", "telephone"],
)
def test_it_keeps_a_picture_of_every_kind(raw, kept):
    cleaned = clean(raw)

    assert (cleaned.format, cleaned.width, cleaned.height) == (kept, 640, 480)
    assert opened(cleaned).size == (640, 480)
    assert clean(cleaned.raw) == cleaned


def test_it_keeps_the_bytes_of_a_plain_file():
    raw = as_bytes()

    assert clean(raw).raw == raw


@pytest.mark.parametrize("raw", [photograph(), photograph(orientation=6), photograph(4000, 3000)])
def test_it_forgets_where_and_with_what_it_was_taken(raw):
    assert b"Telephone" in raw
    assert Image.open(BytesIO(raw)).getexif().get_ifd(0x8825)

    cleaned = clean(raw)

    assert not opened(cleaned).getexif()
    assert b"Exif" not in cleaned.raw
    assert b"Telephone" not in cleaned.raw
    assert b"taken at home" not in cleaned.raw


def test_it_turns_a_picture_as_the_camera_was_held():
    cleaned = clean(photograph(640, 480, orientation=6))

    assert (cleaned.width, cleaned.height) == (480, 640)
    assert near(opened(cleaned).getpixel((470, 320)), RED)
    assert near(opened(cleaned).getpixel((10, 320)), BLUE)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_it_makes_a_large_picture_smaller(format):
    cleaned = clean(as_bytes(drawing(4800, 3600), format))

    assert (cleaned.width, cleaned.height) == (LONGEST_SIDE, 1800)


def test_it_keeps_the_colours_of_a_picture_for_print():
    middle = opened(clean(as_bytes(drawing(mode="CMYK")))).convert("RGB")

    assert near(middle.getpixel((320, 100)), RED)
    assert near(middle.getpixel((320, 400)), BLUE)


def test_it_puts_white_behind_what_can_be_seen_through():
    see_through = Image.new("RGBA", (200, 200), (0, 0, 0, 0))

    assert opened(clean(as_bytes(see_through, "PNG"))).getpixel((100, 100)) == (255, 255, 255)


@pytest.mark.parametrize("end", [PAGE, PROGRAM, as_bytes()])
@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_it_cuts_off_what_hides_behind_a_picture(format, end):
    raw = as_bytes(drawing(), format)

    cleaned = clean(raw + end)

    assert end not in cleaned.raw
    assert opened(cleaned).size == (640, 480)


def test_it_drops_words_that_hide_within_a_picture():
    assert PAGE not in clean(as_bytes(comment=PAGE)).raw


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "The file is empty"),
        (PAGE, "no picture that the library knows, or it is damaged. Send a JPEG"),
        (PAGE + as_bytes(), "no picture that the library knows"),
        (PROGRAM, "no picture that the library knows"),
        (SVG, "an SVG drawing, which can hold scripts. Save it as a PNG"),
        (HEIC, "a HEIC picture, which most browsers do not show. Save it as a JPEG"),
        (as_bytes()[:2000], "damaged or cut off. Save it again"),
        (as_bytes(drawing(), "PNG")[:-300], "damaged or cut off"),
        (as_bytes(drawing(), "WEBP")[:200], "or it is damaged"),
        (moving(), "moves, and pages of the library hold still"),
        (huge(), "8000 × 8000 pixels; 50 million are allowed. Save it smaller"),
        (bomb(), "million"),
        (as_bytes(drawing(640, 40)), "640 × 40 pixels. Send one of at least 100"),
        (b"\xff\xd8" + b"\x00" * LARGEST, "more than 10 MB"),
        (as_bytes(drawing(), "BMP"), "no picture that the library knows"),
        (as_bytes(drawing(), "TIFF"), "no picture that the library knows"),
    ],
    ids=[
        *("empty", "page", "page-then-jpeg", "program", "svg", "heic", "cut-jpeg", "cut-png", "cut-webp", "moving"),
        *("huge", "bomb", "narrow", "heavy", "bmp", "tiff"),
    ],
)
def test_it_refuses_what_is_no_picture_and_says_why(raw, said):
    with pytest.raises(Refused, match=said):
        clean(raw)

"""Whether a file holds a picture and nothing else: no place where it was taken, no words, no second file behind the first."""

from collections.abc import Iterator

PNG_START = b"\x89PNG\r\n\x1a\n"
PNG_CHUNKS = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
JPEG_START, JPEG_END, JPEG_SCAN, JPEG_HEAD = 0xD8, 0xD9, 0xDA, 0xE0
JPEG_SEGMENTS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, JPEG_SCAN, JPEG_HEAD}
"""Frames, tables, scans, and the one head that says how wide a pixel is."""
JPEG_HEAD_LENGTH = 16
"""Of a head without a small picture in it."""


def is_plain(raw: bytes, format: str) -> bool:
    """Whether a JPEG or PNG holds nothing but what is needed to draw it."""
    return _plain_png(raw) if format == "PNG" else _plain_jpeg(raw)


def _plain_png(raw):
    at, name = len(PNG_START), b""
    while at + 12 <= len(raw) and name != b"IEND":
        length, name = int.from_bytes(raw[at : at + 4]), raw[at + 4 : at + 8]
        if name not in PNG_CHUNKS:
            return False
        at += 12 + length
    return raw.startswith(PNG_START) and name == b"IEND" and at == len(raw)


def _plain_jpeg(raw):
    end = 0
    for marker, start, end in _segments(raw):
        if marker == JPEG_END:
            return end == len(raw)
        if marker not in JPEG_SEGMENTS or (marker == JPEG_HEAD and end - start != JPEG_HEAD_LENGTH):
            return False
    return False


def _segments(raw: bytes) -> Iterator[tuple[int, int, int]]:
    """The marker of each segment after the first, where it starts and where it ends; the scans' own data are passed over."""
    at = 2 if raw.startswith(bytes((0xFF, JPEG_START))) else len(raw)
    while at + 2 <= len(raw) and raw[at] == 0xFF:
        marker, start = raw[at + 1], at + 2
        end = start if marker == JPEG_END else start + int.from_bytes(raw[start : start + 2])
        yield marker, start, end
        at = _after_scan(raw, end) if marker == JPEG_SCAN else max(end, start + 2)


def _after_scan(raw, at):
    """Where the next marker stands: within a scan, 0xFF is followed by a zero or by a mark to start anew."""
    while (at := raw.find(b"\xff", at)) >= 0 and at + 1 < len(raw):
        if raw[at + 1] != 0 and not 0xD0 <= raw[at + 1] <= 0xD7:
            return at
        at += 2
    return len(raw)

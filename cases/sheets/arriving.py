"""What an uploaded file is, told by its content: its name and what a browser says of it prove nothing."""

import zipfile
from dataclasses import dataclass
from typing import IO

import filetype

MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE
LARGEST_UNPACKED = 150 * MEGABYTE
MOST_PARTS = 2_000
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MACROS = ("vbaproject.bin", "macrosheets/")
OTHERS = {
    "xl/workbook.bin": "a binary workbook (.xlsb)",
    "word/": "a Word document",
    "ppt/": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
    "index/": "a file of Apple Numbers or Pages",
}
"""Parts that tell what a zipped file is that is no workbook."""

SAVE_AS = "Save it as an Excel workbook (.xlsx) or as CSV, and upload that."


class Refused(Exception):
    """The file as a whole, or a sheet of it, cannot be taken; the message says why and what would be right."""


@dataclass(frozen=True)
class Arrived:
    """What has been uploaded."""

    is_workbook: bool
    size: int

    @property
    def ending(self) -> str:
        """The ending that a file of this kind has."""
        return "xlsx" if self.is_workbook else "csv"


def look(file: IO[bytes], size: int) -> Arrived:
    """What the file is; Refused says why it is none of what can be read. Nothing of it is unpacked."""
    if not size:
        raise Refused("The file is empty.")
    if size > LARGEST:
        raise Refused(
            f"The file has {size / MEGABYTE:.1f} MB; {LARGEST // MEGABYTE} MB are allowed. Split it into several files."
        )
    file.seek(0)
    head = file.read(8192)
    if head.startswith(ZIP):
        _check_package(file)
        return Arrived(True, size)
    if head.startswith(OLE):
        _refuse_old(file)
    if kind := filetype.guess(head):
        raise Refused(f"The file is no spreadsheet: by its content it is a file of the type {kind.mime}. {SAVE_AS}")
    return Arrived(False, size)


def _refuse_old(file: IO[bytes]) -> None:
    """Say which of two that look alike it is."""
    file.seek(0)
    if ENCRYPTED in file.read():
        raise Refused("The workbook is protected by a password. Take the password away in Excel, and upload it again.")
    raise Refused(f"The file is in the old format of Excel (.xls), which is not read. {SAVE_AS}")


def _check_package(file: IO[bytes]) -> None:
    """Refuse a zipped file that is no workbook, that holds macros, or that would unpack into too much."""
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise Refused(f"The file is damaged: {error}. Open it in Excel, save it, and upload it again.") from error
    names = {part.filename.lower().replace("\\", "/") for part in parts}
    for start, what in OTHERS.items():
        if any(name.startswith(start) for name in names):
            raise Refused(f"The file is no Excel workbook: by its content it is {what}. {SAVE_AS}")
    if "[content_types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise Refused(f"The file is a zipped folder, and no workbook. {SAVE_AS}")
    if any(sign in name for name in names for sign in MACROS):
        raise Refused("The workbook holds macros, which are not let in. Save it as a workbook without macros (.xlsx).")
    if any(part.flag_bits & 0x1 for part in parts):
        raise Refused("The file is protected by a password. Take the password away, and upload it again.")
    _check_size(parts)


def _check_size(parts: list[zipfile.ZipInfo]) -> None:
    """A part never unpacks into more than is written beside it, so the sum is what there is at most."""
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST_UNPACKED:
        raise Refused(
            f"Unpacked, the workbook has {unpacked / MEGABYTE:,.0f} MB; {LARGEST_UNPACKED // MEGABYTE} MB are allowed. "
            f"Split it, and delete empty rows and pictures."
        )
    if len(parts) > MOST_PARTS:
        raise Refused(
            f"The workbook has {len(parts):,} parts; {MOST_PARTS:,} are allowed. Copy its rows into a new one."
        )

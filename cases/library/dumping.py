"""Writes the published library into a folder, the same bytes for the same library."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cases.library.folder import PICTURES, leftovers
from cases.library.names import Names
from cases.library.nouns import Noun, nouns
from cases.library.pictures import LostPicture, stored_pictures
from cases.library.progress import Progress, silent
from cases.library.records import published_records
from cases.library.writing import to_yaml


@dataclass
class Dumped:
    """What a dump did for one noun."""

    noun: Noun
    records: int = 0
    written: int = 0


@dataclass
class Report:
    """What a dump wrote, which files it deleted, and what it had to leave out."""

    dumped: list[Dumped]
    deleted: list[Path]
    warnings: list[str]
    pictures: int = 0
    """How many files of pictures there are."""

    def lines(self) -> Iterator[str]:
        """One line a noun."""
        for found in self.dumped:
            yield f"{found.noun.name}: {found.records} records, {found.written} files written"
        if self.pictures:
            yield f"pictures: {self.pictures} files"
        if self.deleted:
            yield f"{len(self.deleted)} files deleted: {', '.join(file.name for file in self.deleted)}"


def dump_library(root: Path, *, prune: bool = False, progress: Progress = silent) -> Report:
    """
    Write every published record into the folder; files whose bytes would stay the same are not touched.

    With `prune` the files of records that are not published, or gone, are deleted. NotADirectoryError says
    that `root` is a file, OSError that it cannot be written.
    """
    if root.exists() and not root.is_dir():
        raise NotADirectoryError(f"“{root}” is a file. Give a folder; it is created if it does not exist.")
    root.mkdir(parents=True, exist_ok=True)
    names, kept = Names(published=True), set()
    dumped = [_dump(root, noun, names, kept, progress) for noun in nouns()]
    warnings = sorted(_left_out(names))
    pictures = list(_dump_pictures(root, warnings))
    kept.update(pictures)
    gone = sorted(leftovers(root, kept)) if prune else []
    for file in gone:
        file.unlink()
    return Report(dumped, gone, warnings, len(pictures))


def _dump_pictures(root: Path, warnings: list[str]) -> Iterator[Path]:
    """The files of pictures in published stories; each that is lost is a warning."""
    for name, read in stored_pictures():
        try:
            raw = read()
        except LostPicture as error:
            warnings.append(str(error))
        else:
            _write(root / PICTURES / name, raw)
            yield root / PICTURES / name


def _left_out(names: Names) -> Iterator[str]:
    for model, pk in names.hidden:
        label, record = model._meta.verbose_name, model.objects.get(pk=pk)
        yield (
            f"The {label} “{record.slug}” is not published; what refers to it was left out. "
            f"Publish it and dump again to keep that."
        )


def _dump(root: Path, noun: Noun, names: Names, kept: set[Path], progress: Progress) -> Dumped:
    result = Dumped(noun)
    for path, text, count in _files(root, noun, names, progress):
        kept.add(path)
        result.records += count
        result.written += _write(path, text.encode())
    return result


def _files(root: Path, noun: Noun, names: Names, progress: Progress) -> Iterator[tuple[Path, str, int]]:
    """The files of a noun: path, text, and how many records it holds."""
    records = progress(published_records(noun, names), noun.name)
    if noun.folder:
        for record in records:
            yield root / noun.name / f"{record.slug}.yaml", to_yaml(record.data), 1
    elif found := [{"slug": record.slug, **record.data} for record in records]:
        yield root / f"{noun.name}.yaml", to_yaml(found), len(found)


def _write(path: Path, raw: bytes) -> bool:
    """Write the file unless it has these bytes already; answers whether it was written."""
    if path.is_file() and path.read_bytes() == raw:
        return False
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)
    return True

"""Which files of a folder are the library's, and whether they are fit to be read."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from cases.library.keys import SLUG
from cases.library.nouns import Noun, nouns
from cases.library.problems import Problem, printable, shown

LARGEST_FILE = 2 * 1024 * 1024
LARGEST_FOLDER = 200 * 1024 * 1024
MEGABYTE = 1024 * 1024
LONGEST_SLUG = 80
PICTURES = "pictures"
"""The folder of the files of pictures."""
PICTURE_NAME = r"^[-a-zA-Z0-9_]{1,80}\.(jpe?g|png|webp|avif|gif)$"


@dataclass(frozen=True)
class File:
    """A file of the library, its name within the folder, and the slug that it names (a list names none)."""

    path: Path
    name: str
    noun: Noun
    slug: str = ""
    size: int = 0

    def read(self) -> bytes:
        """The bytes of the file, at most one more than are allowed; OSError where it cannot be read."""
        with self.path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)


@dataclass
class Folder:
    """The files found, those that are refused unread, and why."""

    files: list[File] = field(default_factory=list)
    refused: list[File] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    pictures: dict[str, Path] = field(default_factory=dict)
    """The files of pictures, by name."""

    @property
    def too_large(self) -> bool:
        """Whether the files together are more than may be read."""
        return sum(file.size for file in self.files) > LARGEST_FOLDER

    def add_problem(self, name: str, message: str) -> None:
        """Note what is wrong with a file as a whole."""
        self.problems.append(Problem(name, 1, "", message))


def scan(root: Path) -> Folder:
    """Every file of the library in the folder; NotADirectoryError where `root` is no folder."""
    if not root.is_dir():
        raise NotADirectoryError(f"“{root}” is not a folder. Give the folder that holds the library's files.")
    found = Folder()
    for entry in _entries(root):
        _place(found, root, entry)
    if not found.files and not found.problems:
        found.add_problem(
            printable(str(root)), f"The folder holds no file of the library. It may hold: {_file_names()}."
        )
    if found.too_large:
        size = sum(file.size for file in found.files) // MEGABYTE
        found.add_problem(
            printable(str(root)),
            f"The files have {size} MB; {LARGEST_FOLDER // MEGABYTE} MB are allowed. Split the library.",
        )
    return found


def _file_names() -> str:
    files = [f"{noun.name}/<slug>.yaml" if noun.folder else f"{noun.name}.yaml" for noun in nouns()]
    return ", ".join([*files, f"{PICTURES}/<slug>.jpg"])


def _entries(folder: Path) -> list[os.DirEntry]:
    """What the folder holds, in order, without hidden files such as .git."""
    with os.scandir(folder) as entries:
        return sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)


def _place(found: Folder, root: Path, entry: os.DirEntry) -> None:
    """Put an entry of the root where it belongs."""
    lists = {f"{noun.name}.yaml": noun for noun in nouns() if not noun.folder}
    folders = {noun.name: noun for noun in nouns() if noun.folder}
    if entry.name in lists:
        _add(found, root, entry, lists[entry.name], "")
    elif entry.name in folders and entry.is_dir():
        if _inside(found, root, entry):
            for inner in _entries(Path(entry.path)):
                _place_record(found, root, inner, folders[entry.name])
    elif entry.name == PICTURES and entry.is_dir():
        for inner in _entries(Path(entry.path)) if _inside(found, root, entry) else ():
            _place_picture(found, root, inner)
    else:
        message = f"This is no file of the library, which holds: {_file_names()}. Rename it, or take it away."
        found.add_problem(printable(entry.name), message)


def _place_record(found: Folder, root: Path, entry: os.DirEntry, noun: Noun) -> None:
    slug, _dot, ending = entry.name.rpartition(".")
    name = f"{noun.name}/{printable(entry.name)}"
    if ending != "yaml":
        message = (
            f"This is no file of the library: {noun.name}/ holds <slug>.yaml, one a {noun.label}. Rename "
            f"it, or take it away."
        )
        found.add_problem(name, message)
    elif len(slug) > LONGEST_SLUG or not re.fullmatch(SLUG, slug):
        found.add_problem(
            name,
            f"“{shown(slug)}” is not a slug of at most {LONGEST_SLUG} letters, digits and hyphens. Rename the file.",
        )
    else:
        _add(found, root, entry, noun, slug)


def _place_picture(found: Folder, root: Path, entry: os.DirEntry) -> None:
    if not re.fullmatch(PICTURE_NAME, entry.name) or not entry.is_file():
        message = (
            f"This is no picture of the library: {PICTURES}/ holds <slug>.jpg, .png, .webp, .avif or .gif. "
            f"Rename it, or take it away."
        )
        found.add_problem(f"{PICTURES}/{printable(entry.name)}", message)
    elif _inside(found, root, entry):
        found.pictures[entry.name] = Path(entry.path)


def _add(found: Folder, root: Path, entry: os.DirEntry, noun: Noun, slug: str) -> None:
    name = printable(os.path.relpath(entry.path, root))
    file = File(Path(entry.path), name, noun, slug)
    problem, size = "", 0
    try:
        status = entry.stat()
        size = status.st_size
        if not stat.S_ISREG(status.st_mode):
            problem = "This is not a file. Put the YAML file itself here."
        elif size > LARGEST_FILE:
            problem = (
                f"The file has {size / MEGABYTE:.1f} MB; {LARGEST_FILE // MEGABYTE} MB are allowed. Is it "
                f"the right file?"
            )
    except OSError as error:
        problem = f"The file cannot be read ({error.strerror}). Mend or delete it."
    if not _inside(found, root, entry) or problem:
        found.refused.append(file)
        if problem:
            found.add_problem(name, problem)
    else:
        found.files.append(replace(file, size=size))


def _inside(found: Folder, root: Path, entry: os.DirEntry) -> bool:
    """Whether the entry lies in the folder; a link out of it is a problem."""
    if not entry.is_symlink():
        return True
    try:
        inside = Path(entry.path).resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        inside = False
    if not inside:
        name = printable(os.path.relpath(entry.path, root))
        found.add_problem(name, "This is a link that leads out of the folder, or nowhere. Put the file itself here.")
    return inside


def leftovers(root: Path, kept: set[Path]) -> Iterator[Path]:
    """Files of records, and of pictures, in the folder that are not among `kept`."""
    found = scan(root)
    for path in [*(file.path for file in found.files), *found.pictures.values()]:
        if path not in kept:
            yield path

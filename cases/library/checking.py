"""
What a file says by itself: read, checked against its schema and its rules, without looking at anything
else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from cases.library.folder import LARGEST_FILE, MEGABYTE, File
from cases.library.nouns import Noun
from cases.library.problems import Found, Path, Problem, field_name, shown
from cases.library.reading import Document, Unreadable, read
from cases.library.schemas import complaints
from cases.library.walking import mapping_problems


@dataclass
class Record:
    """
    A record as its file tells it: `data` is without the slug, and `at` says where in the file it stands.
    """

    file: File
    slug: str
    data: dict
    at: Path = ()


@dataclass
class Checked:
    """A file that has been read: its records (those that have a slug) and what is wrong with it."""

    file: File
    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    readable: bool = True


def check(file: File) -> Checked:
    """Read the file and find everything that is wrong with it by itself."""
    found = Checked(file)
    try:
        document = read_file(file)
    except Unreadable as error:
        found.readable = False
        found.problems.append(Problem(file.name, error.line, "", error.message))
        return found
    found.records = list(_records(file, document.value))
    problems = list(complaints(file.noun, document.value))
    problems += _finds(file.noun, document.value, sound=not problems)
    if problems or document.problems:
        found.problems = list(_placed(file, document, problems))
    return found


def read_file(file: File) -> Document:
    """The file's document; Unreadable says why there is none."""
    try:
        raw = file.read()
    except OSError as error:
        raise Unreadable(1, f"The file cannot be read ({error.strerror}). Mend or delete it.") from error
    if len(raw) > LARGEST_FILE:
        raise Unreadable(1, f"The file has more than {LARGEST_FILE // MEGABYTE} MB. Is it the right file?")
    document = read(raw)
    if document.value is None and not document.problems:
        raise Unreadable(
            1,
            f"The file is empty. Write {'the record' if file.noun.folder else 'a list of records'}, or "
            f"delete the file.",
        )
    return document


def _placed(file: File, document: Document, problems: Iterable[Found]) -> Iterator[Problem]:
    """
    The problems with their lines. Where the YAML itself is wrong, nothing more is said of the same line.
    """
    for line, path, message in document.problems:
        yield Problem(file.name, line, field_name(path), message)
    lines = {line for line, _path, _message in document.problems}
    for found in problems:
        line = document.line(found.path, found.text_line)
        if line not in lines:
            yield Problem(file.name, line, field_name(found.path), found.message)


def _records(file: File, value: Any) -> Iterator[Record]:
    """The records of a file, as far as they can be told apart."""
    if file.noun.folder:
        if isinstance(value, dict):
            yield Record(file, file.slug, value)
        return
    for position, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, dict) and isinstance(item.get("slug"), str):
            yield Record(file, item["slug"], {key: item[key] for key in item if key != "slug"}, (position,))


def _finds(noun: Noun, value: Any, sound: bool) -> Iterator[Found]:
    """What the schema cannot say about the file's value."""
    if noun.folder:
        yield from mapping_problems(noun.model, noun.keys, noun.rules, value, sound)
        return
    seen = {}
    for position, item in enumerate(value if isinstance(value, list) else ()):
        slug = item.get("slug") if isinstance(item, dict) else None
        if isinstance(slug, str) and slug in seen:
            message = (
                f"The slug “{shown(slug)}” stands in this file already, in [{seen[slug] + 1}]. Rename or delete one."
            )
            yield Found((position, "slug"), message)
        if isinstance(slug, str):
            seen.setdefault(slug, position)
        for found in mapping_problems(noun.model, noun.keys, noun.rules, item, sound):
            yield found._replace(path=(position, *found.path))

"""
What only shows when the whole folder is seen beside the database: references to nothing, circles, names
used twice.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from django.db.models import Model

from cases.library.checking import Checked, Record, read_file
from cases.library.folder import File
from cases.library.former import former_names, not_instead_of_itself
from cases.library.many import Parts
from cases.library.nouns import Noun, noun, nouns
from cases.library.problems import Path, Problem, did_you_mean, field_name, shown
from cases.library.reading import Document, Unreadable
from cases.library.walking import references

MOST_SUGGESTIONS = 200
"""After so many slugs that nobody knows, no near ones are looked for any more."""


class Library:
    """The records of a folder, and what the database knows beside them."""

    def __init__(self, checked: Iterable[Checked], refused: Iterable[File] = ()):
        self._records: dict[str, list[Record]] = {found.name: [] for found in nouns()}
        self._unread: list[File] = list(refused)
        for found in checked:
            self._records[found.file.noun.name] += found.records
            if not found.readable:
                self._unread.append(found.file)
        self._slugs: dict[type[Model], set[str]] = {}
        self._asked: dict[tuple[type[Model], str], str] = {}

    def records(self, name: str) -> list[Record]:
        """The records of this noun in the folder."""
        return self._records.get(name, [])

    def parts(self, record: Record, name: str) -> Iterator[tuple[int, dict]]:
        """
        The parts of a record under a key, each with its position; those of a wrong shape are passed over.
        """
        found = record.data.get(name)
        for position, part in enumerate(found if isinstance(found, list) else ()):
            if isinstance(part, dict):
                yield position, part

    def complete(self, name: str) -> bool:
        """Whether every file of this noun could be read."""
        return not any(file.noun.name == name for file in self._unread)

    def in_database(self, name: str, column: str) -> dict[str, Any]:
        """
        Slug to the value of a column, for the records of this noun in the database that the folder leaves
        alone.
        """
        ours = {record.slug for record in self.records(name)}
        rows = noun(name).model.objects.order_by().values_list("slug", column)
        return {slug: value for slug, value in rows if slug not in ours}

    def slugs(self, model: type[Model]) -> set[str]:
        """
        The slugs that may be referred to: those of the folder, and those in the database that stay there.
        """
        if model not in self._slugs:
            self._slugs[model] = self._find_slugs(model)
        return self._slugs[model]

    def forget_slugs(self) -> None:
        """Look again, because records of the database have been renamed."""
        self._slugs.clear()

    def _find_slugs(self, model):
        for found in nouns():
            if found.model is model:
                named = {file.slug for file in self._unread if file.noun is found}
                stored = model.objects.order_by().values_list("slug", flat=True)
                return {*stored, *named, *(record.slug for record in self.records(found.name))}
            for key in found.by_slug:
                if key.of is model:
                    return {slug for _record, _position, slug in self.part_slugs(found, key)} | set(
                        self.stored_parts(found, key)
                    )
        return set()

    def part_slugs(self, found: Noun, key: Parts) -> Iterator[tuple[Record, int, str]]:
        """The slugs of parts in the folder, each with its record and position."""
        for record in self.records(found.name):
            for position, part in self.parts(record, key.name):
                if isinstance(part.get("slug"), str):
                    yield record, position, part["slug"]

    def stored_parts(self, found: Noun, key: Parts) -> dict[str, str]:
        """Slug of a part to slug of its record, for records that the folder leaves alone."""
        owner = key.owner(found.model).removesuffix("_id")
        ours = {record.slug for record in self.records(found.name)}
        rows = key.of.objects.order_by().values_list("slug", f"{owner}__slug")
        return {slug: record for slug, record in rows if record not in ours}

    def judgeable(self, model: type[Model]) -> bool:
        """Whether all slugs of the model are known; not where a file that may hold more could not be read."""
        for file in self._unread:
            if file.noun.model is model and not file.noun.folder:
                return False
            if any(key.of is model for key in file.noun.by_slug):
                return False
        return True

    def problem(self, record: Record, path: Path, message: str) -> Problem:
        """The problem with its line, for which the file is read once more."""
        path = (*record.at, *path)
        return Problem(record.file.name, _document(record.file).line(path), field_name(path), message)

    def nearest(self, model: type[Model], slug: str) -> str:
        """“; did you mean …?” for a slug that nobody knows, or a full stop."""
        if (model, slug) not in self._asked and len(self._asked) < MOST_SUGGESTIONS:
            self._asked[model, slug] = did_you_mean(slug, self.slugs(model))
        return self._asked.get((model, slug)) or "."


@lru_cache(maxsize=4)
def _document(file: File) -> Document:
    try:
        return read_file(file)
    except Unreadable:
        return Document()


def cross_problems(library: Library) -> Iterator[Problem]:
    """Everything that is wrong between the records of the library."""
    _document.cache_clear()
    for found in nouns():
        yield from _dangling(library, found)
        yield from _circles(library, found)
        yield from _used_twice(library, found)
        yield from _parts_used_twice(library, found)
        for record, path, message in (*former_names(library, found), *not_instead_of_itself(library, found)):
            yield library.problem(record, path, message)
        for cross in found.cross:
            for record, path, message in cross(library):
                yield library.problem(record, path, message)


def _dangling(library: Library, found: Noun) -> Iterator[Problem]:
    for record in library.records(found.name):
        for path, model, slug in references(found.keys, record.data):
            if slug.strip() not in library.slugs(model) and library.judgeable(model):
                label = model._meta.verbose_name
                message = f"there is no {label} “{shown(slug)}”{library.nearest(model, slug)}"
                yield library.problem(record, path, message)


def _circles(library: Library, found: Noun) -> Iterator[Problem]:
    """Records that lie within themselves, at once or round a corner."""
    key = found.upward
    ours = {record.slug: record for record in library.records(found.name) if record.data.get(key)}
    above = {slug: str(record.data[key]) for slug, record in ours.items()}
    if above:
        above = library.in_database(found.name, f"{key}__slug") | above
    for circle in circles(ours, above):
        way = " → ".join(shown(slug) for slug in [*circle[:8], circle[0]])
        message = f"This runs in a circle ({way}). Choose a larger {found.label}, or leave the key out."
        for slug in circle:
            if slug in ours:
                yield library.problem(ours[slug], (key,), message)


def circles(starts: Iterable[str], above: dict[str, str | None]) -> Iterator[list[str]]:
    """Every circle that is reached by going up from one of `starts`, once."""
    done = set()
    for slug in starts:
        way: dict[str, None] = {}
        while slug and slug not in done and slug not in way:
            way[slug] = None
            slug = above.get(slug)
        if slug in way:
            steps = list(way)
            yield steps[steps.index(slug) :]
        done.update(way)


def _used_twice(library: Library, found: Noun) -> Iterator[Problem]:
    """Values that no two records may share."""
    records = [record for record in library.records(found.name) if isinstance(record.data.get(found.once), str)]
    taken = {value: slug for slug, value in library.in_database(found.name, found.once).items()} if records else {}
    for record in records:
        value = record.data[found.once]
        if value in taken and taken[value] != record.slug:
            message = f"“{shown(value)}” is the {found.once} of “{shown(taken[value])}” already. Choose another."
            yield library.problem(record, (found.once,), message)
        taken.setdefault(value, record.slug)


def _parts_used_twice(library: Library, found: Noun) -> Iterator[Problem]:
    """Slugs of parts that stand in two records."""
    for key in found.by_slug:
        taken = library.stored_parts(found, key) if library.records(found.name) else {}
        for record, position, slug in library.part_slugs(found, key):
            if taken.setdefault(slug, record.slug) != record.slug:
                label = key.of._meta.verbose_name
                message = (
                    f"The {label} “{shown(slug)}” belongs to the {found.label} “{taken[slug]}” already. "
                    f"Choose another slug."
                )
                yield library.problem(record, (key.name, position, "slug"), message)

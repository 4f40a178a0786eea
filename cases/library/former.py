"""Former names in the library's files: each belongs to one record, and no record has it today."""

from collections.abc import Iterator

from cases.library.checking import Record
from cases.library.nouns import Noun
from cases.library.standing import Formerly


def former(record: Record) -> list[str]:
    """The names that the file says the record had."""
    value = record.data.get("formerly")
    return [slug for slug in value if isinstance(slug, str)] if isinstance(value, list) else []


def former_names(library, found: Noun) -> Iterator[tuple]:
    """A former name belongs to one record, and no record has it today."""
    ours = {record.slug for record in library.records(found.name)}
    taken: dict[str, str] = dict(_stored_names(found, ours))
    for record in library.records(found.name):
        if record.slug in taken:
            message = f"“{record.slug}” is a former name of “{taken[record.slug]}”, whose address leads there. Rename the file."
            yield record, (), message
        for position, slug in enumerate(former(record)):
            if slug in ours:
                message = f"“{slug}” is the slug of a {found.label} in this folder. Delete one of the two."
                yield record, ("formerly", position), message
            elif taken.setdefault(slug, record.slug) != record.slug:
                message = f"“{slug}” is a former name of “{taken[slug]}” already. Keep it in one place."
                yield record, ("formerly", position), message


def not_instead_of_itself(library, found: Noun) -> Iterator[tuple]:
    """What to see instead of a record is another one."""
    for record in library.records(found.name):
        if record.data.get("see_instead") == record.slug:
            yield record, ("see_instead",), f"“{record.slug}” is the record itself. Name another, or leave the key out."


def _stored_names(found: Noun, ours: set[str]) -> Iterator[tuple[str, str]]:
    """The former names of records that the folder leaves alone, each with its record."""
    key = next((key for key in found.keys if isinstance(key, Formerly)), None)
    rows = dict(key.all_rows(found.model).values_list("slug", "record_id")) if key else {}
    slugs = dict(found.model.objects.filter(pk__in=rows.values()).values_list("pk", "slug"))
    for slug, pk in rows.items():
        if slugs.get(pk, "") not in {*ours, ""}:
            yield slug, slugs[pk]

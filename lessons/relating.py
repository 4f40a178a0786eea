"""What must hold between related elements, and between the sides of a tension, in the library's files."""

from collections.abc import Iterator

from lessons.models import Relation


def not_to_itself(library) -> Iterator[tuple]:
    """An element is not related to itself."""
    for record, path, one, other in _related(library):
        if one == other:
            message = "An element cannot be related to itself. Name another element, or delete the relation."
            yield record, (*path, "element"), message


def once_a_pair(library) -> Iterator[tuple]:
    """Two elements are related once, whichever of them says so, in the folder and beside it."""
    ours = {record.slug for record in library.records("frameworks")}
    if not ours:
        return
    rows = Relation.objects.exclude(origin__framework__slug__in=ours).values_list("origin__slug", "element__slug")
    said = {frozenset(pair): pair[0] for pair in rows}
    for record, path, one, other in _related(library):
        by = said.setdefault(frozenset((one, other)), one)
        if by != one:
            message = f"The element “{by}” says so of this one already. Keep one of the two, or join their notes."
            yield record, (*path, "element"), message


def _related(library) -> Iterator[tuple]:
    """Every relation of the folder: the record, where it stands, the element that says it, and the one that it names."""
    for record in library.records("frameworks"):
        for position, part in library.parts(record, "elements"):
            relates = part.get("relates")
            for place, item in enumerate(relates if isinstance(relates, list) else ()):
                one, other = part.get("slug"), item.get("element") if isinstance(item, dict) else None
                if isinstance(one, str) and isinstance(other, str):
                    yield record, ("elements", position, "relates", place), one, other


def two_or_three(tension: dict) -> Iterator[tuple[str, str]]:
    """A tension has two or three sides."""
    sides = tension.get("sides")
    if not isinstance(sides, list) or not 2 <= len(sides) <= 3:
        yield "", "A tension has two or three sides. Write them under “sides:”, each with its claim."

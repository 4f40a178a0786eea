"""What loading files means for the record: renamed records are renamed here too, and changed stories get their next version."""

from collections.abc import Iterator
from dataclasses import dataclass

from cases.extensions import extensions
from cases.library.checking import Record
from cases.library.crossing import Library
from cases.library.former import former
from cases.library.nouns import Noun, nouns
from cases.library.planning import Plan, told_anew
from cases.search import changes


@dataclass(frozen=True)
class Renamed:
    """A record of the database that the files know under another slug."""

    noun: Noun
    old: str
    new: str

    def __str__(self):
        return f"{self.noun.name}: “{self.old}” is “{self.new}” now"


def follow_names(library: Library) -> list[Renamed]:
    """Rename the records of the database that the folder has under another slug, and say which."""
    found = [
        renamed for found in nouns() for record in library.records(found.name) for renamed in _rename(found, record)
    ]
    library.forget_slugs()
    return found


def _rename(found: Noun, record: Record) -> Iterator[Renamed]:
    before = former(record)
    if not before or found.model.objects.filter(slug=record.slug).exists():
        return
    there = list(found.model.objects.filter(slug__in=before)[:2])
    if len(there) == 1:
        old, affects = there[0].slug, changes.AFFECTS.get(found.model) or extensions.affects.get(found.model)
        found.model.objects.filter(pk=there[0].pk).update(slug=record.slug)
        changes.mark(affects(there[0]) if affects else ())
        yield Renamed(found, old, record.slug)


def still_there(library: Library) -> Iterator[str]:
    """Warnings of records of the database that the files say are others now."""
    for found in nouns():
        for record in library.records(found.name):
            for slug in found.model.objects.filter(slug__in=former(record)).values_list("slug", flat=True):
                yield (
                    f"The {found.label} “{slug}” is in this database, and in the folder it is a former name of "
                    f"“{record.slug}”. Merge the two at the desk."
                )


def number(plans: list[Plan]) -> list[int]:
    """Give every story that tells something new its next number, and its new notes that number too; answers their keys."""
    told = []
    for found in plans:
        for changed in found.changed if found.noun.name == "stories" else ():
            stored, data = changed.stored.data, changed.data
            if told_anew(found.noun, changed.keys):
                told.append(changed.stored.pk)
                data["version"] = max(stored.get("version", 1) + 1, data.get("version", 1))
                known = {(entry["date"], entry["note"]) for entry in stored.get("changes", ())}
                new = [e for e in data.get("changes", ()) if (e["date"], e["note"]) not in known and "version" not in e]
                for entry in new:
                    entry["version"] = data["version"]
    return told

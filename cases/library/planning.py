"""What loading a folder would do to the database: which records are new, which differ, and in what."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone

from cases.library.amounts import Day
from cases.library.checking import Record
from cases.library.names import Names
from cases.library.nouns import Noun
from cases.library.records import Stored, stored_records


@dataclass(frozen=True)
class Changed:
    """A record that differs from its file: what it is to be, and the names of the keys that differ."""

    stored: Stored
    data: dict
    keys: frozenset[str]


@dataclass
class Plan:
    """What is to be done for one noun."""

    noun: Noun
    added: dict[str, dict] = field(default_factory=dict)
    changed: list[Changed] = field(default_factory=list)
    unchanged: int = 0
    left: int = 0
    live: bool = True
    """Whether what is added is published."""


def plan(noun: Noun, records: Iterable[Record], names: Names) -> Plan:
    """Compare the records of the folder, which have been checked, with the database."""
    found = Plan(noun, {record.slug: noun.tidy(record.data) for record in records})
    seen = 0
    for stored in stored_records(noun, names, list(found.added)):
        seen += 1
        wanted = found.added.pop(stored.slug)
        if keys := differing(noun, stored, wanted):
            found.changed.append(Changed(stored, wanted, keys))
        else:
            found.unchanged += 1
    found.left = noun.model.objects.count() - seen
    for data in found.added.values():
        set_days(noun, data, {}, new=True)
    return found


def differing(noun: Noun, stored: Stored, wanted: dict) -> frozenset[str]:
    """
    The names of the keys that differ; days that the file leaves out are filled in. A record that is hidden and
    shall be shown, or the other way round, differs in `live`.
    """
    settle(noun, stored.data, wanted)
    days = {key.name for key in noun.keys if isinstance(key, Day)}
    keys = {key.name for key in noun.keys if key.name not in days and not _same(key, stored.data, wanted)}
    if stored.live != is_shown(wanted):
        keys.add("live")
    set_days(noun, wanted, stored.data, new=bool(told_anew(noun, keys)) or ("live" in keys and is_shown(wanted)))
    return frozenset(keys | {name for name in days if stored.data.get(name) != wanted.get(name)})


def is_shown(data: dict) -> bool:
    """Whether readers shall see the record, which has been retired otherwise."""
    return "retired" not in data


def told_anew(noun: Noun, keys: Iterable[str]) -> set[str]:
    """Those of the differing keys that change what the record tells."""
    return {key.name for key in noun.keys if not key.aside} & set(keys)


def settle(noun: Noun, stored: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Let each key say what the file means beside what the database has."""
    for key in noun.keys:
        value = key.settle(stored.get(key.name), wanted.get(key.name))
        if value is not None:
            wanted[key.name] = value


def _same(key, one: dict, other: dict) -> bool:
    return key.same(one.get(key.name), other.get(key.name))


def set_days(noun: Noun, wanted: dict[str, Any], stored: dict[str, Any], new: bool) -> None:
    """
    Fill in the days that a file leaves out.

    A record keeps the day on which it was first published, and is updated today where anything else of it
    is `new`.
    """
    today: date = timezone.localdate()
    for key in noun.keys:
        if isinstance(key, Day) and key.name not in wanted:
            keeps = stored.get(key.name) if key.first or not new else None
            if day := keeps or (today if new else None):
                wanted[key.name] = day

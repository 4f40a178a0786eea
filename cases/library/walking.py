"""Through a mapping as a file has it, key by key: what its schema cannot say, and what it refers to."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from django.db.models import Model

from cases.library.keys import Key, Ref
from cases.library.many import Parts, Refs, Rule
from cases.library.problems import Found, Path
from cases.library.schemas import accepts


def mapping_problems(
    model: type[Model], keys: tuple[Key, ...], rules: tuple[Rule, ...], mapping: Any, sound: bool
) -> Iterator[Found]:
    """
    What the schema cannot say about the mapping.

    `sound` means that the schema allows it; otherwise only the values that have the right shape are looked
    at.
    """
    if not isinstance(mapping, dict):
        return
    judged = True
    for key in keys:
        value = mapping.get(key.name)
        if value is None or (sound and not key.judges):
            continue
        if isinstance(key, Parts):
            yield from _below((key.name,), _parts_problems(key, value, sound))
        elif sound or fits(model, key)(value):
            yield from _below((key.name,), key.problems(value))
        else:
            judged = False
    for rule in (*rules, *demands_of(keys)) if judged else ():
        for name, message in rule(mapping):
            yield Found((name,) if name else (), message)


def _parts_problems(key: Parts, value: Any, sound: bool) -> Iterator[Found]:
    if not isinstance(value, list):
        return
    yield from key.repeated(value)
    for position, part in enumerate(value):
        yield from _below((position,), mapping_problems(key.of, key.keys, key.rules, part, sound))


def _below(path: Path, found: Iterable[Found]) -> Iterator[Found]:
    for problem in found:
        yield problem._replace(path=(*path, *problem.path))


@cache
def demands_of(keys: tuple[Key, ...]) -> tuple[Rule, ...]:
    """The rules that the keys lay on their mapping."""
    return tuple(rule for key in keys for rule in key.demands)


@cache
def fits(model: type[Model], key: Key) -> Callable[[Any], bool]:
    """A function that tells whether a value has the shape that the key wants."""
    return accepts(key.schema(model))


def references(keys: tuple[Key, ...], mapping: dict) -> Iterator[tuple[Path, type[Model], str]]:
    """Every reference of the mapping: where it stands, the model and the slug."""
    for key in keys:
        value = mapping.get(key.name)
        if value is None:
            continue
        if isinstance(key, Ref):
            if isinstance(value, str):
                yield (key.name,), key.to, value
        elif isinstance(key, Refs):
            for position, slug in enumerate(value if isinstance(value, list) else ()):
                if isinstance(slug, str):
                    yield (key.name, position), key.to, slug
        elif isinstance(key, Parts):
            for position, part in enumerate(value if isinstance(value, list) else ()):
                for path, model, slug in references(key.keys, part) if isinstance(part, dict) else ():
                    yield (key.name, position, *path), model, slug

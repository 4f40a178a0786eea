"""
The JSON Schemas of the library's files: published, and used to check.

`complaints` runs the JSON Schema validator with sentences of our own. `accepts` answers the same question
with yes or no, fifty times faster, so that the validator only runs over files that have something wrong
with them.
"""

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from cases.library.nouns import Noun, nouns
from cases.library.problems import Found, did_you_mean, shown

MOST_SUGGESTIONS = 20
"""After so many unknown keys in one mapping, no near ones are looked for any more."""

KINDS = {
    "string": lambda value: type(value) is str,
    "integer": lambda value: type(value) is int,
    "number": lambda value: type(value) is int or type(value) is Decimal,
    "boolean": lambda value: type(value) is bool,
    "array": lambda value: type(value) is list,
    "object": lambda value: type(value) is dict,
}
KIND_WORDS = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list, each item on a line that starts with “- ”",
    "object": "keys with values, such as “title: …”",
}


def published_text(noun: Noun) -> str:
    """The noun's schema as it stands in docs/schemas."""
    return json.dumps(noun.schema(), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: FilePath, check: bool = False) -> list[str]:
    """
    Write the schema of every noun into `folder`, and answer the names of the files that were out of date.

    With `check`, only answer; nothing is written.
    """
    stale = []
    for noun in nouns():
        file = folder / f"{noun.name}.schema.json"
        text = published_text(noun)
        if file.is_file() and file.read_text(encoding="utf-8") == text:
            continue
        stale.append(file.name)
        if not check:
            folder.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return stale


def _are(schema: dict) -> list[str]:
    kinds = schema["type"]
    return [kinds] if isinstance(kinds, str) else kinds


def _type(validator, kinds, value, schema):
    kinds = _are(schema)
    if any(KINDS[kind](value) for kind in kinds):
        return
    wanted = " or ".join(KIND_WORDS[kind] for kind in kinds)
    if value is None:
        yield ValidationError(f"There is nothing here. Write {wanted}, or leave the key out.")
    elif isinstance(value, str):
        yield ValidationError(f"“{shown(value)}” is a text. Write {wanted}.")
    elif isinstance(value, bool | int | Decimal):
        word = str(value).lower()
        quotes = f' If it is meant as a text, put it in quotes: "{shown(word)}".' if "string" in kinds else ""
        yield ValidationError(
            f"“{shown(word)}” is {'true or false' if isinstance(value, bool) else 'a number'}. Write {wanted}.{quotes}"
        )
    else:
        kind = "a list" if isinstance(value, list) else "a mapping of keys"
        yield ValidationError(f"This is {kind}. Write {wanted}.")


def _enum(validator, words, value, schema):
    if value is None or (value in words and isinstance(value, str)):
        if value is None:
            yield ValidationError("There is nothing here. Write one of the words, or leave the key out.")
        return
    if len(words) > 30:
        near = did_you_mean(str(value).upper(), words) or "."
        described = schema.get("description", "")
        yield ValidationError(f"“{shown(value)}” is not a code that we know{near} {described}".rstrip())
    else:
        yield ValidationError(f"“{shown(value)}” is not one of the words here. Write one of: {', '.join(words)}.")


def _required(validator, names, value, schema):
    for name in names if isinstance(value, dict) else ():
        if name not in value:
            what = schema["properties"][name].get("description", "").rstrip(".")
            yield ValidationError(f"The key “{name}” is missing. Add it{f' ({what})' if what else ''}.")


def _unknown(validator, allowed, value, schema):
    known = schema["properties"]
    unknown = [name for name in value if name not in known] if isinstance(value, dict) else []
    for position, name in enumerate(unknown):
        near = did_you_mean(name, known) if position < MOST_SUGGESTIONS else ""
        more = near or f". The keys here are: {', '.join(known)}."
        yield ValidationError(f"There is no key “{shown(name)}”{more}", path=(name,))


def _pattern(validator, pattern, value, schema):
    if isinstance(value, str) and not re.search(pattern, value):
        if not value.strip():
            yield ValidationError("The text is empty. Write it, or leave the key out.")
        elif schema.get("format") == "uri":
            yield ValidationError(f"“{shown(value)}” is not a web address. Start it with https:// and write no blanks.")
        elif schema.get("format") == "file":
            yield ValidationError(
                f"“{shown(value)}” is not the name of a picture's file. Write a slug with .jpg, .png, .webp, .avif or .gif."
            )
        else:
            yield ValidationError(
                f"“{shown(value)}” is not a slug. Write letters, digits and hyphens, such as kirklees-recycling."
            )


def _longest(validator, most, value, schema):
    if isinstance(value, str) and len(value) > most:
        yield ValidationError(f"The text has {len(value)} characters; {most} are allowed. Shorten it.")


def _least(validator, least, value, schema):
    if KINDS["number"](value) and value < least:
        yield ValidationError(f"{shown(value)} is too small. Write a number from {least} to {schema['maximum']}.")


def _most(validator, most, value, schema):
    if KINDS["number"](value) and value > most:
        yield ValidationError(f"{shown(value)} is too large. Write a number from {schema['minimum']} to {most}.")


def _unique(validator, wanted, value, schema):
    seen = {}
    for position, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, str):
            if item in seen:
                yield ValidationError(f"“{shown(item)}” stands in this list already. Delete one.", path=(position,))
            seen[item] = position


Validator = extend(
    Draft202012Validator,
    {
        "type": _type,
        "enum": _enum,
        "required": _required,
        "additionalProperties": _unknown,
        "pattern": _pattern,
        "maxLength": _longest,
        "minimum": _least,
        "maximum": _most,
        "uniqueItems": _unique,
    },
)


def complaints(noun: Noun, value: Any, *, item: bool = False) -> Iterator[Found]:
    """Everything that the schema does not allow about a file's value, or about one record with its slug (`item`)."""
    if not _accepter(noun, item)(value):
        for error in _validator(noun, item).iter_errors(value):
            yield Found(tuple(error.absolute_path), error.message)


@cache
def _validator(noun: Noun, item: bool) -> Draft202012Validator:
    return Validator(noun.item() if item else noun.schema())


@cache
def _accepter(noun: Noun, item: bool) -> Callable[[Any], bool]:
    return accepts(noun.item() if item else noun.schema())


def accepts(schema: dict) -> Callable[[Any], bool]:
    """
    A function that tells whether a value is valid under the schema, which uses only the words of our
    schemas.
    """
    if "enum" in schema:
        words = frozenset(schema["enum"])
        return lambda value: type(value) is str and value in words
    kinds = _are(schema)
    if kinds == ["object"]:
        return _accepts_object(schema)
    if kinds == ["array"]:
        return _accepts_array(schema)
    if "string" in kinds:
        return _accepts_text(schema, [KINDS[kind] for kind in kinds if kind != "string"])
    if "minimum" in schema:
        least, most, kind = schema["minimum"], schema["maximum"], KINDS[kinds[0]]
        return lambda value: kind(value) and least <= value <= most
    return KINDS[kinds[0]]


def _accepts_object(schema):
    known = {name: accepts(inner) for name, inner in schema["properties"].items()}
    required = frozenset(schema["required"])

    def accept(value):
        if type(value) is not dict or not required <= value.keys():
            return False
        return all(name in known and known[name](inner) for name, inner in value.items())

    return accept


def _accepts_array(schema):
    item, unique = accepts(schema["items"]), schema.get("uniqueItems")

    def accept(value):
        if type(value) is not list or not all(item(inner) for inner in value):
            return False
        return not unique or len(set(value)) == len(value)

    return accept


def _accepts_text(schema, others):
    longest, search = schema.get("maxLength", float("inf")), re.compile(schema.get("pattern", "")).search

    def accept(value):
        if type(value) is str:
            return len(value) <= longest and search(value) is not None
        return any(other(value) for other in others)

    return accept

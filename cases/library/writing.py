"""
YAML out: plain values to text that people read and edit, the same text for the same values.

Every string comes back from `reading.read` exactly as it went in (a `Narrative` with a line end after it,
which loading strips).
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from yaml.resolver import Resolver

WIDTH = 120
PLAIN_START = re.compile(r"[^\W_]|[(“‘£€$]")
NOT_PLAIN = re.compile(r": | #|:$|[\n\t]| $")
NEEDS_ESCAPES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
CORE_NUMBER = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
BREAK = re.compile(r"(?<! ) (?! )")


class Narrative(str):
    """A text of paragraphs, written as a literal block."""


def to_yaml(value: dict | list) -> str:
    """The mapping, or list of mappings, as a document."""
    lines = _mapping(value, 0) if isinstance(value, dict) else _sequence(value, 0)
    return "\n".join(lines) + "\n"


def _mapping(mapping: dict, indent: int) -> Iterator[str]:
    blanks = " " * indent
    for key, value in mapping.items():
        if isinstance(value, dict):
            yield f"{blanks}{key}:"
            yield from _mapping(value, indent + 2)
        elif isinstance(value, list):
            yield f"{blanks}{key}:" if value else f"{blanks}{key}: []"
            yield from _sequence(value, indent)
        else:
            yield f"{blanks}{key}: {_scalar(value, indent + 2, WIDTH - indent - len(key) - 2)}"


def _sequence(items: list, indent: int) -> Iterator[str]:
    blanks = " " * indent
    for item in items:
        if isinstance(item, dict):
            lines = _mapping(item, indent + 2)
            yield f"{blanks}- {next(lines).lstrip(' ')}"
            yield from lines
        else:
            yield f"{blanks}- {_one_line(item)}"


def _scalar(value: Any, indent: int, room: int) -> str:
    """
    The value beside its key, or as a block below it, indented by `indent`; `room` is what is left of the
    line.
    """
    if not isinstance(value, str) or NEEDS_ESCAPES.search(value):
        return _one_line(value)
    if isinstance(value, Narrative) and ("\n" in value or len(value) <= WIDTH - indent):
        return _literal(f"{value}\n", indent)
    if "\n" in value:
        return _literal(value, indent)
    line = _one_line(value)
    return line if len(line) <= room else _folded(value, indent) or line


def _one_line(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if _is_plain(value) else _quoted(value)


def _is_plain(text: str) -> bool:
    """Whether the text, unquoted, is that text to every reader of YAML, 1.1 or 1.2."""
    if (
        not PLAIN_START.match(text)
        or NOT_PLAIN.search(text)
        or NEEDS_ESCAPES.search(text)
        or CORE_NUMBER.fullmatch(text)
    ):
        return False
    resolvers = Resolver.yaml_implicit_resolvers
    return not any(pattern.match(text) for _tag, pattern in resolvers.get(text[0], ()))


def _quoted(text: str) -> str:
    escaped = json.dumps(text, ensure_ascii=False)
    return NEEDS_ESCAPES.sub(lambda match: f"\\u{ord(match.group()):04x}", escaped)


def _literal(text: str, indent: int) -> str:
    """A literal block: every line as it is. What blocks cannot hold is quoted."""
    if not text.strip() or text.endswith("\n\n"):
        return _quoted(text)
    header = "|" if text.endswith("\n") else "|-"
    if text[0] in " \t\n":
        header = header[0] + "2" + header[1:]
    blanks = " " * indent
    return "\n".join([header, *(f"{blanks}{line}" if line else "" for line in text.removesuffix("\n").split("\n"))])


def _folded(text: str, indent: int) -> str:
    """A folded block, broken at single blanks only; nothing where the text cannot be folded."""
    if text != text.strip() or "\t" in text:
        return ""
    lines, line = [], ""
    for word in BREAK.split(text):
        if line and indent + len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    blanks = " " * indent
    return "\n".join([">-", *(blanks + part for part in [*lines, line])])

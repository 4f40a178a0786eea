"""
YAML in: bytes to plain values, with the line of each.

Only the plain part of YAML is let in: one document of mappings, lists and texts, without anchors, aliases
and tags. A text is a text unless it is a plain number, true, false or null, so no date, and no word such as
“no”, turns into something else.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from cases.library.problems import Path, shown
from cases.library.texts import tidied

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 12
NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,29})(?:\.\d{1,30})?", re.ASCII)
WORDS = {"true": True, "false": False, "": None, "~": None, "null": None}
CORE = "tag:yaml.org,2002:"
CORE_TAGS = {"!", *(CORE + name for name in ("str", "int", "float", "bool", "null", "map", "seq"))}
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class Unreadable(Exception):
    """The file cannot be read at all: the line and why."""

    def __init__(self, line: int, message: str):
        super().__init__(message)
        self.line, self.message = line, message


@dataclass
class Document:
    """What a file holds, and where."""

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    """The line of each value: that of its key, or of its place in a list."""

    blocks: dict[Path, int] = field(default_factory=dict)
    """The line before the first line of each text that is written as a literal block."""

    problems: list[tuple[int, Path, str]] = field(default_factory=list)
    """What is wrong with the YAML itself: the line, the path and the message."""

    def line(self, path: Path, text_line: int = 0) -> int:
        """
        The line of the value, or of what it should stand in; of a line within it where that can be told.
        """
        if text_line and path in self.blocks:
            return self.blocks[path] + text_line
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(raw: bytes) -> Document:
    """The document in `raw`; Unreadable says why it cannot be read."""
    text = _decoded(raw)
    if found := UNREADABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise Unreadable(
            line,
            f"The control character U+{ord(found.group()):04X} does not belong in a text file. Delete it.",
        )
    try:
        return _Builder(LOADER(text)).document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        reason = shown(getattr(error, "problem", None) or error)
        raise Unreadable(
            mark.line + 1 if mark else 1, f"This is not YAML: {reason}. Mend the line, or the one above it."
        ) from error


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = (
            f"The byte 0x{raw[error.start]:02X} (byte {error.start + 1} of the file) is not UTF-8. Save "
            f"the file as UTF-8."
        )
        raise Unreadable(line, message) from error


class _Builder:
    """Builds a document from the parser's events."""

    def __init__(self, loader):
        self.next = loader.get_event
        self.result = Document()

    def document(self) -> Document:
        documents = 0
        while event := self.next():
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    line = event.start_mark.line + 1
                    raise Unreadable(
                        line,
                        "A second document begins here. Keep one document a file: delete the line “---”.",
                    )
                self.result.value = self._value(self.next(), ())
        return self.result

    def _value(self, event, path: Path) -> Any:
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                self._refuse_extras(event, path)
            if event.style == "|":
                self.result.blocks[path] = event.start_mark.line + 1
            return _scalar(event)
        if kind is AliasEvent:
            self._add(event, path, f"The alias “*{shown(event.anchor)}” is refused. Write the value out.")
            return None
        if event.anchor or event.tag:
            self._refuse_extras(event, path)
        if len(path) >= DEEPEST:
            raise Unreadable(
                event.start_mark.line + 1,
                f"Lists and mappings are nested more than {DEEPEST} deep. No file needs that.",
            )
        if kind is MappingStartEvent:
            return self._mapping(path)
        if kind is SequenceStartEvent:
            return self._sequence(path)
        raise Unreadable(event.start_mark.line + 1, "A value is missing here. Write one.")

    def _mapping(self, path: Path) -> dict:
        found = {}
        while type(event := self.next()) is not MappingEndEvent:
            line = event.start_mark.line + 1
            if type(event) is not ScalarEvent:
                raise Unreadable(
                    line, "A key must be a word, such as “title:”. It is a list, a mapping or an alias here."
                )
            if event.anchor or event.tag:
                self._refuse_extras(event, path)
            name = event.value
            at = (*path, name)
            if name in found:
                self._add(
                    event,
                    at,
                    f"The key stands here already (line {self.result.lines[at]}). Keep one of the two.",
                )
                self._value(self.next(), (*at, ""))
                continue
            self.result.lines[at] = line
            found[name] = self._value(self.next(), at)
        return found

    def _sequence(self, path: Path) -> list:
        found = []
        while type(event := self.next()) is not SequenceEndEvent:
            at = (*path, len(found))
            self.result.lines[at] = event.start_mark.line + 1
            found.append(self._value(event, at))
        return found

    def _refuse_extras(self, event, path: Path) -> None:
        if event.anchor:
            self._add(
                event,
                path,
                f"The anchor “&{shown(event.anchor)}” is refused. Write the value out wherever it is needed.",
            )
        if event.tag and event.tag not in CORE_TAGS:
            self._add(event, path, f"The tag “{shown(event.tag)}” is refused. Write the value without a tag.")

    def _add(self, event, path: Path, message: str) -> None:
        self.result.problems.append((event.start_mark.line + 1, path, message))


def _scalar(event: ScalarEvent) -> Any:
    """
    The value: a text as written (without blanks at its end), unless it is unquoted and a plain number,
    true, false or nothing.
    """
    text = tidied(event.value)
    if event.style or event.tag in {"!", f"{CORE}str"}:
        return text
    if text.lower() in WORDS:
        return WORDS[text.lower()]
    if NUMBER.fullmatch(text):
        return Decimal(text) if "." in text else int(text)
    return text

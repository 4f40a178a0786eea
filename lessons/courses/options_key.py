"""The answers of a multiple choice in the library's files."""

import json
from collections.abc import Iterator
from typing import Any

from cases.library.keys import Key
from cases.library.problems import Found
from cases.library.texts import control_characters, tidied
from lessons.options import LONGEST, LONGEST_FEEDBACK, MOST, NAMES, Option, problems_of


class Options(Key):
    """A list of mappings with `text`, `right` and `feedback`, in one column."""

    judges = True

    def shape(self, model):
        def words(longest: int, description: str) -> dict:
            return {"type": "string", "pattern": r"\S", "maxLength": longest, "description": description}

        properties = {
            "text": words(LONGEST, "The answer."),
            "right": {"type": "boolean", "description": "Whether it is right; false where it is left out."},
            "feedback": words(LONGEST_FEEDBACK, "What is said to who chose it."),
        }
        one = {"type": "object", "properties": properties, "required": ["text"], "additionalProperties": False}
        return {"type": "array", "items": one, "maxItems": MOST, "description": "The answers to choose from."}

    def problems(self, value: Any) -> Iterator[Found]:
        """What a schema cannot say of them."""
        for place, row in enumerate(value):
            for name in ("text", "feedback"):
                for line, message in control_characters(row.get(name, "")):
                    yield Found((place, name), message, line)
        options = [
            Option(tidied(row["text"]).strip(), bool(row.get("right")), row.get("feedback", "")) for row in value
        ]
        for place, message in problems_of(options) if options else ():
            yield Found(() if place is None else (place,), message)

    def tidy(self, value: Any) -> list[dict] | None:
        """The keys in order; those that say nothing are left out."""
        return [self._row(row) for row in value] if value else None

    def _row(self, row: dict) -> dict:
        told = {name: row.get(name) for name in NAMES}
        texts = {name: text.strip() if isinstance(text, str) else text for name, text in told.items()}
        return {name: text for name, text in texts.items() if text}

    def fetch(self, columns, names):
        return self.tidy(columns[0])

    def store(self, value, names):
        """As the database holds JSON; rows are written without the model."""
        rows = [{"right": False, **row} for row in value or ()]
        ordered = [{name: row[name] for name in NAMES if name in row} for row in rows]
        return {self.name: json.dumps(ordered, ensure_ascii=False)}

"""A field as a page shows it: everything that the component `tell_field` needs, whatever kind of field it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.forms import BoundField, Form

from cases.telling.record_field import NEW, QUESTION
from cases.telling.suspicion import GuardForm


@dataclass(frozen=True)
class Asked:
    """A field with its worked example, and what was remarked on it."""

    field: BoundField
    example: str = ""
    remark: str = ""

    @property
    def name(self) -> str:
        """Its name in the form."""
        return self.field.html_name

    @property
    def id(self) -> str:
        """Where a link of the error summary leads."""
        return f"id_{self.name}"

    @property
    def kind(self) -> str:
        """How it is asked for."""
        return getattr(self.field.field, "kind", "line")

    @property
    def type(self) -> str:
        """Of a line: what kind of text it is, so that a phone shows the keys for it."""
        return getattr(self.field.field, "type", "text")

    @property
    def autocomplete(self) -> str:
        """What a browser may fill in by itself: what one says of oneself on the first page."""
        own = {"name": "name", "email": "email"}
        return own.get(self.name, "") if self.field.form.offers_to_fill_in else ""

    @property
    def accept(self) -> str:
        """Of a file: what a browser offers to choose."""
        return self.field.field.widget.attrs.get("accept", "")

    @property
    def is_group(self) -> bool:
        """Whether it is several controls under one question."""
        return self.kind in {"pick", "several"}

    @property
    def limit(self) -> int:
        """How many characters fit, where somebody may come near that; 0 where not."""
        limit = getattr(self.field.field, "limit", 0)
        return limit if self.kind in {"line", "passage"} and limit > 60 and self.type != "email" else 0

    @property
    def counts_late(self) -> bool:
        """Whether the count is of interest only when the limit comes near."""
        return self.kind == "line" and self.limit > 100

    @property
    def rows(self) -> int:
        """How many lines of a text are seen at once."""
        return 12 if (self.limit or 0) > 4000 else 5

    @property
    def errors(self) -> list[str]:
        """What is wrong with it."""
        return [str(error) for error in self.field.errors]

    @cached_property
    def parts(self) -> list[str]:
        """Of a record: the words, what was chosen, and for which words."""
        value = self.field.value()
        return (
            self.field.field.widget.decompress(value)
            if isinstance(value, dict | None)
            else [part or "" for part in value]
        )

    @property
    def value(self) -> Any:
        """What was typed or chosen."""
        return self.parts[0] if self.kind == "record" else self.field.value() or ""

    @property
    def options(self) -> list[dict[str, Any]]:
        """What can be chosen, and whether it is."""
        chosen = self.field.value() or ""
        chosen = set(chosen) if isinstance(chosen, list | tuple) else {chosen}
        return [{"option": option, "chosen": str(option.value) in chosen} for option in self.field.field.options]

    @property
    def matches(self) -> list[dict[str, Any]]:
        """Of a record: what the words may mean, where that is asked."""
        if not self.field.form.has_error(self.name, QUESTION):
            return []
        found = self.field.field.matches
        return [{"match": match, "chosen": match.slug == self.parts[1]} for match in found]

    @property
    def is_new(self) -> bool:
        """Whether it was said that the words mean none of the records."""
        return self.parts[1] == NEW

    @property
    def described_by(self) -> str:
        """The ids of what explains it."""
        said = {"hint": self.field.help_text, "remark": self.remark, "error": self.errors, "count": self.limit}
        return " ".join(f"{self.id}-{name}" for name, there in said.items() if there)


def asked(
    form: Form, examples: Mapping[str, str] | None = None, remarks: Mapping[str, str] | None = None
) -> list[Asked]:
    """The fields of a form, without those that nobody sees."""
    shown = [field for field in form if field.name not in GuardForm.base_fields]
    return [Asked(field, (examples or {}).get(field.name, ""), (remarks or {}).get(field.name, "")) for field in shown]

"""What a record says now beside what a course has pinned of it, field by field and word by word."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.admin.compare import diff_text

from cases.choices import Part, Result
from cases.models import Measure
from cases.models.story import SECTIONS
from lessons.choices import ItemKind, Stance, Strength
from lessons.courses.pinning import FIGURES

LONGEST = 12_000
"""Letters up to which two texts are compared word by word."""


@dataclass(frozen=True)
class Difference:
    """A field that differs."""

    label: str
    before: str
    after: str

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The words of both, each piece with 'equal', 'addition' or 'deletion'."""
        if len(self.before) + len(self.after) > LONGEST:
            return [("deletion", self.before), ("addition", self.after)]
        return diff_text(self.before, self.after).changes


def differences(kind: str, before: dict, after: dict | None) -> list[Difference]:
    """The fields that differ, in the order in which a reader meets them; nothing where the record is gone."""
    if after is None:
        return []
    old, new = dict(_once(READERS[kind](before))), dict(_once(READERS[kind](after)))
    labels = dict.fromkeys((*old, *new))
    return [
        Difference(label, old.get(label, ""), new.get(label, ""))
        for label in labels
        if old.get(label) != new.get(label)
    ]


def _once(pairs) -> Iterator[tuple[str, str]]:
    """The pairs that say something; a label that comes again gets a number."""
    seen = {}
    for label, text in pairs:
        if text:
            seen[label] = seen.get(label, 0) + 1
            yield (f"{label} ({seen[label]})" if seen[label] > 1 else str(label)), text


def _setting(pin: dict) -> Iterator[tuple[str, str]]:
    yield _("Title"), pin.get("title", "")
    yield _("Where"), pin.get("where", "")
    yield _("When"), pin.get("years", "")
    yield _("Result"), str(Result(pin["result"]).label) if pin.get("result") else ""


def _happened(pin: dict) -> str:
    strength = str(Strength(pin["strength"]).label).lower() if pin.get("strength") else ""
    texts = [pin.get("what", ""), f"“{pin['quotation']}”" if pin.get("quotation") else "", pin.get("cited", "")]
    return " ".join(text for text in [*texts, f"({strength})"] if text)


def figure_said(row: dict) -> str:
    """A measure in one line: before 3, aimed at 25, reached 30 per cent."""
    measure = Measure(**{name: row.get(name, "") for name in FIGURES})
    names = {
        "baseline": _("before"),
        "target": _("aimed at"),
        "result": _("reached"),
        "comparator_figure": measure.comparator,
    }
    figures = [f"{names[name]} {text}" for name, text in measure.said.items()]
    return "; ".join(
        text for text in (", ".join(figures), row.get("period", ""), row.get("note", ""), row.get("cited", "")) if text
    )


def _story(pin: dict) -> Iterator[tuple[str, str]]:
    yield from _setting(pin)
    yield _("Summary"), pin.get("summary", "")
    for field, label in SECTIONS.items():
        yield str(label), pin.get("sections", {}).get(field, "")
    for row in pin.get("measures", ()):
        yield _("Figure: %s") % row["indicator"], figure_said(row)
    for row in pin.get("evidence", ()):
        yield f"{Stance(row['stance']).label}: {row['lesson']}", _happened(row)
    for row in pin.get("cast", ()):
        part = str(Part(row["part"]).label) if row.get("part") else ""
        yield (
            _("Cast: %s") % row["who"],
            "; ".join(text for text in (part, row.get("job", ""), row.get("note", "")) if text),
        )


def _lesson(pin: dict) -> Iterator[tuple[str, str]]:
    yield _("Lesson"), pin.get("name", "")
    yield _("Explanation"), pin.get("explanation", "")
    yield _("Elements"), ", ".join(pin.get("elements", ()))
    for row in pin.get("evidence", ()):
        yield f"{Stance(row['stance']).label}: {row['title']}", _happened(row)


def _evidence(pin: dict) -> Iterator[tuple[str, str]]:
    yield from _setting(pin)
    yield _("Summary"), pin.get("summary", "")
    yield _("Lesson"), pin.get("sentence", "")
    yield _("What happened"), _happened(pin)


def _element(pin: dict) -> Iterator[tuple[str, str]]:
    yield _("Element"), pin.get("name", "")
    yield _("Lens"), pin.get("lens", "")
    yield _("Meaning"), pin.get("meaning", "")
    yield _("Source"), pin.get("cited", "")


READERS = {
    ItemKind.STORY: _story,
    ItemKind.LESSON: _lesson,
    ItemKind.EVIDENCE: _evidence,
    ItemKind.ELEMENT: _element,
}
"""What a reader sees of each kind, as labels and texts."""

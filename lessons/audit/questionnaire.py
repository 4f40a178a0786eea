"""What a learning audit asks: statements, element by element. A round keeps it as it was worded when the round began."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import groupby

from lessons.choices import SCALE, Often
from lessons.models import Framework, Statement

TOP = len(SCALE) - 1
"""The place of “always” on the scale; “never” is 0."""


@dataclass(frozen=True)
class Asked:
    """A statement as it is asked."""

    slug: str
    text: str
    turned: bool
    example: str

    def place(self, often: str) -> int | None:
        """Where the answer lies, from 0 (the element is never seen) to 4 (always); None where the person cannot say."""
        if often not in SCALE:
            return None
        found = SCALE.index(Often(often))
        return TOP - found if self.turned else found


@dataclass(frozen=True)
class Section:
    """An element with its statements."""

    slug: str
    name: str
    asks: str
    statements: tuple[Asked, ...]

    @property
    def heading(self) -> str:
        """The element as a question that anybody can answer, or by its name."""
        return self.asks or self.name


@dataclass(frozen=True)
class Questionnaire:
    """The elements with their statements, in their order."""

    sections: tuple[Section, ...] = ()

    @classmethod
    def of_library(cls) -> "Questionnaire":
        """The published statements on the elements of the library's main lens."""
        lens = Framework.objects.published().first()
        return cls.of_statements(Statement.objects.of_framework(lens) if lens else ())

    @classmethod
    def of_statements(cls, statements: Iterable[Statement]) -> "Questionnaire":
        """Statements that stand in the order of their elements."""
        return cls(
            tuple(
                Section(
                    element.slug,
                    element.name,
                    element.asks,
                    tuple(Asked(row.slug, row.text, row.turned, row.example) for row in rows),
                )
                for element, rows in groupby(statements, key=lambda statement: statement.element)
            )
        )

    @classmethod
    def read(cls, kept: list[dict]) -> "Questionnaire":
        """What a round keeps."""
        return cls(
            tuple(
                Section(**{**row, "statements": tuple(Asked(**asked) for asked in row["statements"])}) for row in kept
            )
        )

    def as_kept(self) -> list[dict]:
        """What a round keeps of it."""
        return [asdict(section) for section in self.sections]

    @cached_property
    def statements(self) -> dict[str, Asked]:
        """Every statement, by its slug."""
        return {asked.slug: asked for section in self.sections for asked in section.statements}

    def section(self, slug: str) -> Section | None:
        """The section on the element of that slug."""
        return next((section for section in self.sections if section.slug == slug), None)

    def number(self, section: Section) -> int:
        """Where the section stands, from 1."""
        return self.sections.index(section) + 1

    def before(self, section: Section) -> Section | None:
        """The section before, or None."""
        place = self.sections.index(section)
        return self.sections[place - 1] if place else None

    def after(self, section: Section) -> Section | None:
        """The section after, or None."""
        return next(iter(self.sections[self.number(section) :]), None)

    def around(self, section: Section) -> dict:
        """The section with where it stands, for its page."""
        return {
            "section": section,
            "number": self.number(section),
            "sections": len(self.sections),
            "before": self.before(section),
            "after": self.after(section),
        }

    @property
    def minutes(self) -> int:
        """About how long it takes, with time to think of an example here and there."""
        return max(5, round(len(self.statements) / 3))

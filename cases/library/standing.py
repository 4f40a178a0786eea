"""The keys that say how a record stands: under which names it was known, whether it was retired, what readers were told of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model

from cases.library.amounts import Date, Day
from cases.library.keys import SLUG, Key, Ref, Text, Whole
from cases.library.many import Many, Parts
from cases.models import ChangeNote, FormerSlug

DAYS = (
    Day("published", column="first_published_at", description="The day on which it was first published.", first=True),
    Day("updated", column="last_published_at", description="The day on which it was last published."),
)
"""The keys of what shows readers how fresh it is."""


@dataclass(frozen=True)
class VersionNumber(Whole):
    """The number of the version that readers see. It never falls: what was cited under a number stays under it."""

    name: str = "version"
    aside: bool = True
    most: int = 1_000_000

    def required(self, model):
        return False

    def schema(self, model):
        described = "The number of the version that readers see, from 2 on. Loading a change raises it by itself."
        return {"title": "Version", "description": described, **self.shape(model)}

    def tidy(self, value):
        return value if value and value > 1 else None

    def store(self, value, names):
        return {self.name: value or 1}

    def settle(self, stored, wanted):
        return max(stored or 1, wanted or 1)

    def same(self, one, other):
        return (one or 1) == (other or 1)


@dataclass(frozen=True)
class Changes(Parts):
    """What readers were told about changes. An entry without a version is the same as that with its day and words."""

    def settle(self, stored, wanted):
        versions = {(entry["date"], entry["note"]): entry.get("version") for entry in stored or ()}
        found = []
        for entry in wanted or ():
            version = entry.get("version") or versions.get((entry["date"], entry["note"]))
            found.append({**entry, "version": version} if version else entry)
        return self.tidy(found)


CHANGES = Changes(
    "changes",
    aside=True,
    of=ChangeNote,
    keys=(Whole("version", most=1_000_000), Date("date"), Text("note")),
    description="What readers were told about changes, the oldest first. Without a version: that which the change makes.",
    related="change_notes",
    sort=lambda entry: (entry["date"], entry.get("version", 0)),
)


UPKEEP = (
    VersionNumber(),
    CHANGES,
    Date(
        "checked", aside=True, column="checked_on", description="The day on which it was last found to be still true."
    ),
    Date("review_by", aside=True, description="The day by which it is to be checked again."),
)
"""The keys that a story has besides."""


@dataclass(frozen=True)
class Formerly(Many):
    """The slugs that a record had before, sorted; their addresses lead to it."""

    name: str = "formerly"
    aside: bool = True
    of: type[Model] | None = None
    """The noun."""

    def required(self, model):
        return False

    def schema(self, model):
        return {
            "title": "Formerly",
            "description": "The slugs that it had before. Their addresses lead to it, and no other record can have them.",
            "type": "array",
            "items": {"type": "string", "pattern": SLUG},
            "uniqueItems": True,
        }

    def tidy(self, value):
        return sorted(slug.strip() for slug in value) if value else None

    def settle(self, stored, wanted):
        """A name that once led to the record leads there for ever."""
        return self.tidy({*(stored or ()), *(wanted or ())})

    def rows(self, model):
        return FormerSlug

    def all_rows(self, model):
        return FormerSlug.objects.of(self.of)

    def owner(self, model):
        return "record_id"

    def row_columns(self, model):
        return ("slug",)

    def gather(self, rows, names):
        return sorted(slug for (slug,) in rows) or None

    def spread(self, value, names):
        return [{"noun": self.of._meta.model_name, "slug": slug} for slug in value or ()]


def retired_with_reason(record: dict) -> Iterator[tuple[str, str]]:
    """Who is retired has a reason, and nobody else has one."""
    if record.get("retired") and not record.get("retired_because"):
        yield "retired", "Say why it was retired. Add “retired_because:”, which readers are shown in place of the page."
    for name in ("retired_because", "see_instead"):
        if record.get(name) and not record.get("retired"):
            yield name, "This is only for what is retired. Add “retired:” with the day, or leave the key out."


@dataclass(frozen=True)
class Retired(Date):
    """The day on which a record was taken back from readers, with a reason."""

    name: str = "retired"
    aside: bool = True
    column: str = "retired_on"
    description: str = "The day on which it was taken back from readers, who are told why."

    demands = (retired_with_reason,)


def standing(model: type[Model]) -> tuple[Key, ...]:
    """The keys of any noun that has a page."""
    return (
        Formerly(of=model),
        Retired(),
        Text("retired_because", aside=True),
        Ref("see_instead", to=model, aside=True, late=True),
    )

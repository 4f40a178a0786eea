"""Public courses in the library's files: a course with its sessions, each with its items."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from cases.library.keys import Address, Choice, Markdown, Ref, Text, Whole
from cases.library.many import Parts
from cases.library.nouns import Noun
from cases.library.standing import DAYS, standing
from cases.models import Story
from lessons.choices import ItemKind
from lessons.courses.options_key import Options
from lessons.courses.pinning import blank, contents
from lessons.models import Course, Element, Evidence, Item, Lesson, Session
from lessons.models.course import LONGEST as LONGEST_COURSE
from lessons.models.item import LONGEST as LONGEST_ITEM
from lessons.models.session import LONGEST as LONGEST_SESSION

NEEDS = {
    ItemKind.STORY: ("story",),
    ItemKind.LESSON: ("lesson",),
    ItemKind.EVIDENCE: ("story", "lesson", "stance"),
    ItemKind.ELEMENT: ("element",),
    ItemKind.QUESTION: ("text",),
    ItemKind.ACTIVITY: ("title", "text"),
    ItemKind.READING: ("title", "address"),
    ItemKind.CHOICE: ("text", "options"),
    ItemKind.OPEN: ("text",),
}
"""The keys that an item of each kind must have."""

ALLOWS = {
    ItemKind.ACTIVITY: ("title", "text", "material"),
    ItemKind.READING: ("title", "address", "text"),
    ItemKind.CHOICE: ("text", "options", "answer"),
    ItemKind.OPEN: ("text", "answer"),
}
"""The keys that it may have, where they are more."""

OWN = ("story", "lesson", "stance", "element", "title", "text", "options", "answer", "address", "material")
"""The keys that belong to some kinds only."""


def as_its_kind_says(item: dict) -> Iterator[tuple[str, str]]:
    """An item has what its kind needs, and nothing of another kind."""
    kind = item.get("kind")
    if kind not in NEEDS:
        return
    for name in NEEDS[kind]:
        if not item.get(name):
            yield "", f"An item of the kind “{kind}” needs “{name}:”. Add it, or choose another kind."
    for name in OWN:
        if item.get(name) and name not in ALLOWS.get(kind, NEEDS[kind]):
            yield name, f"An item of the kind “{kind}” has no “{name}:”. Delete it, or choose another kind."


@dataclass(frozen=True)
class Items(Parts):
    """The items of a session. Files name records; what is pinned of them is read from the library when they are loaded."""

    def gather(self, rows, names):
        """The items, without those whose record is gone or hidden."""
        found = [
            item for item in super().gather(rows, names) or () if all(item.get(key) for key in NEEDS[item["kind"]])
        ]
        told = _evidence_of({item["story"] for item in found if item["kind"] == ItemKind.EVIDENCE})
        return [item for item in found if item["kind"] != ItemKind.EVIDENCE or _key(item) in told] or None

    def spread(self, value, names):
        rows = super().spread(value, names)
        items = [Item(**row) for row in rows]
        for row, item, content in zip(rows, items, contents(items), strict=True):
            if item.of_library and content is None:
                content = blank(item.kind, _slug_of(item, names))
            row["pinned"] = json.dumps(content or {}, ensure_ascii=False)
            row["pinned_at"] = timezone.now() if item.of_library else None
        return rows


def _slug_of(item: Item, names) -> str:
    """The slug of what an item points at."""
    found = ((Story, item.story_id), (Lesson, item.lesson_id), (Element, item.element_id))
    return next(str(names.slug(model, pk)) for model, pk in found if pk)


def _key(item: dict) -> tuple[str, str, str]:
    return item["story"], item["lesson"], item["stance"]


def _evidence_of(stories: set[str]) -> set[tuple[str, str, str]]:
    """What the database has of these stories, by story, lesson and stance."""
    found = Evidence.objects.published().filter(story__slug__in=stories) if stories else Evidence.objects.none()
    return set(found.values_list("story__slug", "lesson__slug", "stance"))


def there_is_evidence(library) -> Iterator[tuple]:
    """A piece of evidence that an item names stands in the story, in the folder or in the database."""
    ours = {record.slug: record for record in library.records("stories")}
    for course in library.records("courses"):
        for path, item in _items(library, course):
            if item.get("kind") != ItemKind.EVIDENCE or not all(
                isinstance(item.get(key), str) for key in NEEDS["evidence"]
            ):
                continue
            if item["story"] in ours:
                parts = library.parts(ours[item["story"]], "evidence")
                there = {(item["story"], part.get("lesson"), part.get("stance")) for _position, part in parts}
            else:
                there = _evidence_of({item["story"]})
            if _key(item) not in there:
                message = (
                    f"The story “{item['story']}” has no evidence that {item['stance']} the lesson “{item['lesson']}”. "
                    "Name another, or add it to the story."
                )
                yield course, path, message


def _items(library, course) -> Iterator[tuple[tuple, dict]]:
    for place, session in library.parts(course, "sessions"):
        items = session.get("items")
        for position, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict):
                yield ("sessions", place, "items", position), item


def not_a_trainers_own(library) -> Iterator[tuple]:
    """A file does not take the place of a course that a trainer keeps to themselves."""
    slugs = [record.slug for record in library.records("courses")]
    kept = Course.objects.filter(slug__in=slugs, live=False, trainers__isnull=False)
    taken = set(kept.values_list("slug", flat=True))
    for record in library.records("courses"):
        if record.slug in taken:
            message = f"“{record.slug}” is a course that a trainer keeps to themselves here. Name the file otherwise."
            yield record, (), message


ITEMS = Items(
    "items",
    of=Item,
    keys=(
        Choice("kind"),
        Ref("story", to=Story),
        Ref("lesson", to=Lesson),
        Choice("stance"),
        Ref("element", to=Element),
        Text("title"),
        Markdown("text"),
        Options("options"),
        Markdown("answer"),
        Address("address"),
        Text("material"),
        Whole("minutes", default=0, least=0, most=LONGEST_ITEM),
        Markdown("for_participants"),
        Markdown("for_facilitator"),
    ),
    rules=(as_its_kind_says,),
    description="What is read, asked and done, in its order.",
)
SESSIONS = Parts(
    "sessions",
    of=Session,
    keys=(
        Text("title"),
        Text("aim"),
        Whole("minutes", least=5, most=LONGEST_SESSION),
        Markdown("for_facilitator"),
        ITEMS,
    ),
    description="The parts that are held in one go, in their order.",
)
COURSES = Noun(
    "courses",
    Course,
    (
        Text("title"),
        Text("summary"),
        Text("by"),
        Choice("audience"),
        Choice("experience"),
        Whole("minutes", least=5, most=LONGEST_COURSE),
        Choice("language"),
        Choice("licence"),
        Markdown("aims"),
        Ref("adapted_from", to=Course),
        Text("credit"),
        SESSIONS,
        *DAYS,
        *standing(Course),
    ),
    "A course that trainers teach from the library's stories, with its sessions and items.",
    folder=True,
    upward="adapted_from",
    cross=(there_is_evidence, not_a_trainers_own),
)

"""
What a course keeps of the record that an item points at: its public words, as they stood on the day of pinning.

A pin is plain JSON that needs nothing else: a course is taught from it although the record has changed, been taken back or deleted.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence

from django.db.models import Prefetch, Q
from django.utils import timezone

from cases.models import Measure, Place, Role, Story
from lessons.choices import ItemKind
from lessons.models import Element, Evidence, Item, Lesson

FIGURES = (
    *("indicator", "kind", "baseline", "target", "result", "unit", "period"),
    *("comparator", "comparator_figure", "better", "note"),
)


def cited(row) -> str:
    """Where something stands in its source, in words."""
    if not row.source_id:
        return ""
    return ", ".join(str(part) for part in (row.source.title, row.source.year, row.pinpoint) if part)


def setting_of(story: Story) -> dict[str, str]:
    """What a story is called, where and when it happened, and what came of it."""
    where = "; ".join(place.full_name for place in story.places.all())
    return {"slug": story.slug, "title": story.title, "where": where, "years": str(story.years), "result": story.result}


def story_content(story: Story) -> dict:
    """A story: its sections, cast, figures, and what it says for and against lessons."""
    evidence = [row for row in story.evidence.all() if row.lesson.live]
    return {
        "name": story.title,
        **setting_of(story),
        "summary": story.summary,
        "sections": {field: text for field, _heading, text in story.sections},
        "cast": [
            {
                "who": role.leader.name if role.leader_id else role.group,
                "job": ", ".join(str(part) for part in (role.job_title, role.organisation) if part),
                "realm": role.realm,
                "part": role.part,
                "note": role.note,
            }
            for role in story.roles.all()
        ],
        "measures": [
            {**{name: getattr(row, name) for name in FIGURES}, "cited": cited(row)} for row in story.measures.all()
        ],
        "evidence": [{"lesson": row.lesson.sentence, **what_happened(row)} for row in evidence],
    }


def what_happened(row: Evidence) -> dict[str, str]:
    """A piece of evidence without its story and its lesson."""
    return {
        "stance": row.stance,
        "strength": row.strength,
        "what": row.what_happened,
        "quotation": row.quotation,
        "cited": cited(row),
    }


def lesson_content(lesson: Lesson) -> dict:
    """A lesson with its elements and all its evidence."""
    return {
        "name": lesson.sentence,
        "slug": lesson.slug,
        "explanation": lesson.explanation,
        "elements": [element.name for element in lesson.elements.all() if element.live],
        "evidence": [
            {**setting_of(row.story), **what_happened(row)} for row in lesson.evidence.all() if row.story.live
        ],
    }


def evidence_content(row: Evidence) -> dict:
    """One piece of evidence with its story and its lesson."""
    return {
        "name": row.lesson.sentence,
        **setting_of(row.story),
        "lesson": row.lesson.slug,
        "sentence": row.lesson.sentence,
        "summary": row.story.summary,
        **what_happened(row),
    }


def element_content(element: Element) -> dict:
    """An element with its lens."""
    return {
        "name": element.name,
        "slug": element.slug,
        "lens": element.framework.title,
        "meaning": element.meaning,
        "cited": cited(element),
    }


def _stories(ids: Iterable[int]) -> dict[int, dict]:
    evidence = Evidence.objects.select_related("lesson", "source").order_by("sort_order", "pk")
    measures = Measure.objects.select_related("source").order_by("sort_order", "pk")
    found = Story.objects.published().filter(pk__in=ids)
    return {
        story.pk: story_content(story)
        for story in found.prefetch_related(
            Prefetch("places", Place.objects.select_related("within")),
            Prefetch("roles", Role.objects.select_related("leader", "organisation").order_by("sort_order", "pk")),
            Prefetch("measures", measures),
            Prefetch("evidence", evidence),
        )
    }


def _lessons(ids: Iterable[int]) -> dict[int, dict]:
    evidence = (
        Evidence.objects.select_related("story", "source").prefetch_related(_places("story__places")).best_first()
    )
    elements = Element.objects.select_related("framework").order_by("framework__order", "sort_order", "pk")
    found = Lesson.objects.published().filter(pk__in=ids)
    return {
        lesson.pk: lesson_content(lesson)
        for lesson in found.prefetch_related(Prefetch("evidence", evidence), Prefetch("elements", elements))
    }


def _evidence(keys: Iterable[tuple[int, int, str]]) -> dict[tuple, dict]:
    keys = set(keys)
    if not keys:
        return {}
    near = Q(story__in={key[0] for key in keys}, lesson__in={key[1] for key in keys})
    found = Evidence.objects.published().filter(near).select_related("story", "lesson", "source")
    rows = found.prefetch_related(_places("story__places"))
    return {(row.story_id, row.lesson_id, row.stance): evidence_content(row) for row in rows}


def _elements(ids: Iterable[int]) -> dict[int, dict]:
    found = Element.objects.published().filter(pk__in=ids).select_related("framework", "source")
    return {element.pk: element_content(element) for element in found}


def _places(path: str) -> Prefetch:
    return Prefetch(path, Place.objects.select_related("within"))


KEYS = {
    ItemKind.STORY: lambda item: item.story_id,
    ItemKind.LESSON: lambda item: item.lesson_id,
    ItemKind.EVIDENCE: lambda item: (item.story_id, item.lesson_id, item.stance),
    ItemKind.ELEMENT: lambda item: item.element_id,
}
READERS = {
    ItemKind.STORY: _stories,
    ItemKind.LESSON: _lessons,
    ItemKind.EVIDENCE: _evidence,
    ItemKind.ELEMENT: _elements,
}


def contents(items: Sequence[Item]) -> list[dict | None]:
    """What the library says now of what each item points at; None where readers may not see it, or of words of one's own."""
    asked = {kind: {KEYS[kind](item) for item in items if item.kind == kind} for kind in READERS}
    found = {kind: READERS[kind](keys) for kind, keys in asked.items() if keys}
    return [found.get(item.kind, {}).get(KEYS[item.kind](item)) if item.of_library else None for item in items]


def digest(content: dict | None) -> str:
    """A short name for what a record says; of one that is gone, too."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def pin(item: Item, content: dict | None = None) -> Item:
    """Let the item, which is not saved, keep what the library says now; what it kept before stays where there is nothing to keep."""
    if item.of_library and (content := content or contents([item])[0]):
        item.pinned, item.pinned_at = content, timezone.now()
        item.changed_at, item.declined = None, ""
    return item


def blank(kind: str, name: str) -> dict:
    """What stands in the place of a pin where readers cannot see the record: its name, and nothing said of it."""
    setting = {"slug": name, "title": name, "where": "", "years": "", "result": "not-stated"}
    happened = {"stance": "supports", "strength": "claimed", "what": "", "quotation": "", "cited": ""}
    found = {
        ItemKind.STORY: {**setting, "summary": "", "sections": {}, "cast": [], "measures": [], "evidence": []},
        ItemKind.LESSON: {"slug": name, "explanation": "", "elements": [], "evidence": []},
        ItemKind.EVIDENCE: {**setting, "lesson": name, "sentence": "", "summary": "", **happened},
        ItemKind.ELEMENT: {"slug": name, "lens": "", "meaning": "", "cited": ""},
    }
    return {"name": name, **found[ItemKind(kind)]}

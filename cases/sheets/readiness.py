"""What keeps the stories of an upload from readers: the gate is asked before anything is written, of each story as it would be."""

from collections.abc import Iterable, Iterator

from django.db.models import Model

from cases.checking_stories.registry import Finding, blocking
from cases.library.keys import Key, Ref
from cases.library.many import Parts, Refs
from cases.library.names import Names
from cases.models import Story
from cases.sheets.apart import left_alone
from cases.sheets.composing import Composed
from cases.sheets.reading import Line, Trouble


def hindrances(records: Iterable[Composed], names: Names) -> Iterator[tuple[Line, Trouble]]:
    """What the stories lack, by the row that tells of the story, or the first of its parts; of rows with troubles nothing is said."""
    for composed in records:
        if composed.noun.model is Story and not any(told.line.troubles for told in composed.told):
            for finding in blocking(as_story(composed, names)):
                yield _put(composed, finding)


def as_story(composed: Composed, names: Names) -> Story:
    """The story as it would be, in memory alone; records that are new in the same upload are there by their slugs."""
    noun = composed.noun
    data = noun.tidy(composed.data)
    keys = [key for key in noun.keys if key.name not in left_alone(noun)]
    story = _filled(Story(slug=composed.slug), keys, data, names)
    for key in keys:
        value = data.get(key.name) or ()
        if isinstance(key, Refs):
            setattr(story, key.name, [key.to(slug=slug) for slug in value])
        elif isinstance(key, Parts):
            setattr(story, key.related or key.name, [_filled(key.of(), key.keys, part, names) for part in value])
    return story


def _filled(record: Model, keys: Iterable[Key], mapping: dict, names: Names) -> Model:
    """The record with the values of those keys that stand in its own row."""
    for key in keys:
        if isinstance(key, Ref):
            setattr(record, f"{key.name}_id", names.keys(key.to).get(mapping.get(key.name)))
        elif not key.many:
            for column, value in key.store(mapping.get(key.name), names).items():
                setattr(record, column, value)
    return record


def _put(composed: Composed, finding: Finding) -> tuple[Line, Trouble]:
    """The row, with the column that would mend it, or, where the row has none, what the field is called."""
    line = composed.rows.get(()) or composed.told[0].line
    column = None if line.sheet.part else line.sheet.column(finding.field)
    return line, Trouble(column.heading if column else finding.label, finding.text)

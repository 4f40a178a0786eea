"""What of a story is watched for changes. Upper floors add what stories say on their records."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b

from django.utils.translation import gettext_lazy as _

from cases.models import Story
from cases.models.story import SECTIONS

STORY = "story"
"""What news of a story itself is about."""

Watched = tuple[str, int, str, str]
"""What a piece of a story is about, the key of that record, which part of it, and what it says."""

ROWS = {
    "measures": (
        *("indicator", "kind", "baseline", "target", "result", "unit", "period"),
        *("comparator", "comparator_figure", "better", "note"),
    ),
    "roles": ("leader_id", "group", "job_title", "organisation_id", "realm", "part", "stage", "note"),
    "participations": ("organisation_id", "part"),
    "adaptations": ("from_story_id", "from_elsewhere", "kept", "changed", "dropped", "note"),
    "citations": ("source_id", "section", "page"),
}
"""The rows of a story that are watched, with their columns."""

LABELS = {
    "title": _("title"),
    "summary": _("summary"),
    "result": _("result"),
    "years": _("years"),
    **SECTIONS,
    "voices_missing": _("whose voice is missing"),
    "measures": _("figures"),
    "roles": _("who acted"),
    "participations": _("bodies"),
    "adaptations": _("what it took from elsewhere"),
    "citations": _("sources"),
}
"""What each part is called."""


def story_itself(story: Story) -> Iterator[Watched]:
    """The parts of a story that its readers would want to know of."""
    texts = ("title", "summary", "result", *SECTIONS, "voices_missing")
    yield from ((STORY, story.pk, name, str(getattr(story, name))) for name in texts)
    yield STORY, story.pk, "years", story.years
    for name, columns in ROWS.items():
        rows = sorted(
            "\x1f".join(str(getattr(row, column)) for column in columns) for row in getattr(story, name).all()
        )
        yield STORY, story.pk, name, "\x1e".join(rows)


WATCHERS: list[Callable[[Story], Iterable[Watched]]] = [story_itself]


def register_watcher(watcher: Callable[[Story], Iterable[Watched]]) -> None:
    """Watch more of every story; registering it again changes nothing."""
    if watcher not in WATCHERS:
        WATCHERS.append(watcher)


def parts_of(story: Story) -> dict[str, str]:
    """What is watched of the story: a short hash of each part that says something."""
    return {
        f"{about}/{key}/{part}": blake2b(text.encode(), digest_size=6).hexdigest()
        for watcher in WATCHERS
        for about, key, part, text in watcher(story)
        if text
    }

"""
Notes what has become new, by comparing the library with what was seen of it.

It does not matter how a change came about: at the desk, by loading files, or by a merge. What changed is asked of the marks that the index
goes by (cases/search/changes.py), so the work grows with the changes and not with the library. A batch is one transaction: what is noted
and what is seen move together, so a killed process notes nothing twice and loses nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice

from django.db import transaction
from django.utils import timezone
from django.utils.translation import ngettext

from cases.choices import How
from cases.following.watching import STORY, parts_of
from cases.models import Change, News, Seen, Story, Watch
from cases.search import changes, reading

BATCH = 200
KEPT = timedelta(days=400)
"""How long news is kept; nobody is told less often than once a week."""


def note_news() -> str:
    """Note everything that has become new since the last time; the first time, what there is is only seen."""
    watch, _made = Watch.objects.get_or_create(pk=1)
    current = changes.current()
    if (watch.number, watch.stamp) == current:
        return ""
    noted = sum(_note(ids=ids) for ids in _batches(_changed_since(watch)))
    Watch.objects.filter(pk=1).update(number=current[0], stamp=current[1])
    News.objects.older_than(timezone.now() - KEPT).delete()
    return ngettext("%d piece of news was noted", "%d pieces of news were noted", noted) % noted if noted else ""


def _changed_since(watch: Watch) -> Iterable[int]:
    """The stories (ids) that may have changed since: all of them where the marks do not reach back so far."""
    known = watch.number is not None and Change.objects.filter(number=watch.number, stamp=watch.stamp).exists()
    ids = set(Change.objects.filter(number__gt=watch.number).values_list("story_id", flat=True)) if known else {None}
    if None not in ids:
        return sorted(ids)
    everything = Story.objects.published().order_by("pk").values_list("pk", flat=True)
    return sorted({*everything, *Seen.objects.values_list("story_id", flat=True)})


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while batch := list(islice(rest, BATCH)):
        yield batch


@transaction.atomic
def _note(*, ids: list[int]) -> int:
    """Note what is new of these stories; answers how many pieces of news that is."""
    # Another process waits here, so that a change is noted once and the keys of news are in the order in which it is noted.
    watch = Watch.objects.select_for_update().get(pk=1)
    before = Seen.objects.of_stories(ids)
    now = {story.pk: parts_of(story) for story in reading.stories(ids)}
    rows = [Seen(story_id=pk, parts=parts) for pk, parts in now.items() if parts != before.get(pk)]
    Seen.objects.bulk_create(rows, update_conflicts=True, unique_fields=["story_id"], update_fields=["parts"])
    Seen.objects.filter(story_id__in=before.keys() - now.keys()).delete()
    if watch.number is None:
        return 0
    found = [News(**piece) for pk in ids for piece in pieces(pk, before.get(pk), now.get(pk))]
    News.objects.bulk_create(found)
    return len(found)


def pieces(story: int, before: dict[str, str] | None, now: dict[str, str] | None) -> Iterator[dict]:
    """What became new of a story: `before` and `now` are its parts, None where it was not, or is not, published."""
    was, is_now = before or {}, now or {}
    hows = defaultdict(lambda: defaultdict(list))
    for name in sorted({*was, *is_now}):
        if was.get(name) != is_now.get(name):
            about, key, part = name.split("/", 2)
            how = How.NEW if name not in was else How.GONE if name not in is_now else How.CHANGED
            hows[about, int(key)][how].append(part)
    for (about, key), found in hows.items():
        if about != STORY:
            for how, parts in found.items():
                yield {"about": about, "key": key, "story_id": story, "how": how, "parts": parts}
        elif before is None or now is None:
            yield {"about": about, "key": key, "story_id": story, "how": How.NEW if now else How.GONE}
        else:
            parts = sorted(part for changed in found.values() for part in changed)
            yield {"about": about, "key": key, "story_id": story, "how": How.CHANGED, "parts": parts}

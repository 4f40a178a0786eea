"""
Noticing that a record is no longer what a course has pinned of it.

An item is marked when the library says something else than its pin, and readers or trainers have not answered to just that yet. The marks
are made when a record is published or taken back, and again by a chore, so that loading files and deleting records are noticed, too.
"""

from collections.abc import Iterable

from django.db.models import Min, Q, QuerySet
from django.utils import timezone
from wagtail.signals import published, unpublished

from cases.library.records import in_batches
from cases.models import Change, Story
from cases.search import changes
from lessons.choices import ItemKind
from lessons.courses.pinning import contents, digest
from lessons.models import Framework, Item, Lesson

BATCH = 200
AT_ONCE = 1000
"""Items that are looked at while an editor waits; the chore looks at the rest."""

WATCHED = (Story, Lesson, Framework)
MARKS = ("changed_at", "noticed", "gone")


def look_at(items: Iterable[Item]) -> int:
    """Compare the pins with the library and mark the items; answers how many are newly changed."""
    now, found = timezone.now(), 0
    for batch in in_batches(items, BATCH):
        differing = []
        for item, content in zip(batch, contents(batch), strict=True):
            before = [getattr(item, name) for name in MARKS]
            said = digest(content)
            item.gone = content is None
            if content == item.pinned or said == item.declined:
                item.changed_at, item.noticed = None, ""
            elif said != item.noticed:
                item.changed_at, item.noticed = now, said
                found += 1
            if before != [getattr(item, name) for name in MARKS]:
                differing.append(item)
        Item.objects.bulk_update(differing, MARKS)
    return found


def look_around(record) -> int:
    """Look at the items that show something of the record."""
    return look_at(list(Item.objects.pointing_at(record)[:AT_ONCE]))


def look_again() -> str:
    """Look at all items whose record may have changed since they were looked at last."""
    number, _stamp = changes.current()
    behind = Item.objects.of_records().filter(seen__lt=number)
    oldest = behind.aggregate(oldest=Min("seen"))["oldest"]
    if oldest is None:
        return ""
    keys = list(behind.values_list("pk", flat=True))
    found = sum(look_at(Item.objects.filter(pk__in=part)) for part in in_batches(_suspect(behind, oldest), BATCH))
    for part in in_batches(keys, BATCH):
        Item.objects.filter(pk__in=part).update(seen=number)
    return f"{found} items of courses have changed" if found else ""


def _suspect(behind: QuerySet, oldest: int) -> list[int]:
    """The keys of the items whose record may have changed since the generation."""
    marked = set(Change.objects.filter(number__gt=oldest).values_list("story_id", flat=True))
    reaches = Change.objects.filter(number__lte=oldest + 1).exists()
    if None not in marked and reaches:
        told = Q(kind__in=(ItemKind.STORY, ItemKind.EVIDENCE))
        behind = behind.filter(~told | Q(story__in=marked) | Q(story__isnull=True, gone=False))
    return list(behind.order_by("pk").values_list("pk", flat=True))


def _published(sender, instance, **kwargs):
    if isinstance(instance, WATCHED):
        look_around(instance)


def listen() -> None:
    """Look when a record is published or taken back."""
    published.connect(_published, dispatch_uid="courses-published")
    unpublished.connect(_published, dispatch_uid="courses-unpublished")

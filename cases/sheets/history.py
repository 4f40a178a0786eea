"""
The history of many records at once: a version of each, as the desk itself keeps it, and who did it.

Wagtail saves one version at a time and asks for every part of a record anew; here a batch of them is kept at once.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, OuterRef, Subquery
from django.db.models.functions import Cast, Coalesce
from wagtail.models import ModelLogEntry, Revision
from wagtail.signals import published

from cases.library.records import in_batches
from cases.sheets.contents import contents

IMPORTED, BEFORE = "cases.sheet_import", "cases.before_sheet_import"
"""The actions that the history of a record names."""

BATCH = 200


class Kept(NamedTuple):
    """A version of a record to keep: its key, what Wagtail keeps of it, and what the record is called in it."""

    pk: int
    content: dict
    name: str


def as_they_are(model: type[Model], pks: list[int]) -> list[Kept]:
    """The records as the database has them, in the order of their keys."""
    found = contents(model, pks)
    return [
        Kept(record.pk, found[record.pk], str(record)) for record in model.objects.filter(pk__in=pks).order_by("pk")
    ]


class History:
    """What an import writes into the history of records of one model; `data` stands beside every entry."""

    def __init__(self, model: type[Model], user: AbstractBaseUser | None, now: datetime, data: dict):
        self.model, self.user, self.now, self.data = model, user, now, data
        self.content_type = ContentType.objects.get_for_model(model, for_concrete_model=False)

    def keep_before(self, pks: Iterable[int]) -> None:
        """Keep the state before the import of records that have no history, so that one can go back to it."""
        for batch in in_batches(pks, BATCH):
            there = self.model.objects.filter(pk__in=batch)
            self._add(as_they_are(self.model, batch), BEFORE, self.now - timedelta(milliseconds=1))
            there.update(latest_revision=self._newest())
            there.filter(live=True).update(live_revision=self._newest())

    def keep_published(self, pks: Iterable[int], heard: Callable[[int], None]) -> None:
        """Keep the state that has been written as the one that readers see."""
        for batch in in_batches(pks, BATCH):
            there = self.model.objects.filter(pk__in=batch)
            there.update(
                live=True,
                expired=False,
                has_unpublished_changes=False,
                last_published_at=self.now,
                first_published_at=Coalesce("first_published_at", self.now),
            )
            versions = self._add(as_they_are(self.model, batch), IMPORTED, self.now, publishes=True)
            there.update(latest_revision=self._newest(), live_revision=self._newest())
            for record, version in zip(there.order_by("pk"), versions, strict=True):
                published.send(sender=self.model, instance=record, revision=version)
            heard(len(batch))

    def keep_drafts(self, drafts: list[Kept]) -> None:
        """Keep these versions as drafts, beside what readers see."""
        self._add(drafts, IMPORTED, self.now)
        there = self.model.objects.filter(pk__in=[draft.pk for draft in drafts])
        there.update(latest_revision=self._newest(), has_unpublished_changes=True)

    def _add(self, kept: list[Kept], action: str, when: datetime, publishes: bool = False) -> list[Revision]:
        """Add the versions, and the entries that say what they are."""
        user = None if action == BEFORE else self.user
        versions = Revision.objects.bulk_create(
            Revision(
                content_type=self.content_type,
                base_content_type=self.content_type,
                object_id=str(pk),
                created_at=when,
                user=user,
                content=content,
                object_str=name,
            )
            for pk, content, name in kept
        )
        actions = (action, "wagtail.publish") if publishes else (action,)
        ModelLogEntry.objects.bulk_create(
            ModelLogEntry(
                content_type=self.content_type,
                object_id=version.object_id,
                label=version.object_str,
                action=one,
                data=self.data,
                timestamp=when,
                user=user,
                revision=version,
                content_changed=True,
            )
            for version in versions
            for one in actions
        )
        return versions

    def _newest(self) -> Subquery:
        """The newest version of a record."""
        key = Cast(OuterRef("pk"), CharField())
        versions = Revision.objects.filter(base_content_type=self.content_type, object_id=key)
        return Subquery(versions.order_by("-created_at", "-pk").values("pk")[:1])

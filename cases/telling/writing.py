"""
What the authors of a story do: begin, write, invite, come back.

A page is never overwritten: each save is a new row, and who saves over something that they have not seen is told instead (`Collided`).
"""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from cases.models import Answer, CoAuthor, Contribution, PrivateLink
from cases.models.contribution import new_key
from cases.telling import mails
from cases.telling.bringing_pictures import discard_pictures
from cases.telling.hints import NO, YES
from cases.telling.steps import BY_KEY, Step

TITLE = BY_KEY["title"]


class Collided(Exception):
    """Somebody else has saved the page since it was opened."""

    def __init__(self, theirs: Answer):
        super().__init__(f"{theirs} is newer than what was seen.")
        self.theirs = theirs


@transaction.atomic
def begin(
    *,
    key: str,
    title: str,
    name: str,
    email: str,
    user: AbstractBaseUser | None = None,
    is_known: bool = False,
    network: str = "",
    suspicions: list[str] = (),
) -> PrivateLink:
    """Begin a story and mail its author the private link. A form that is sent twice has the same key: it begins one story.

    `is_known` says that the address has been shown to be that of whoever begins.
    """
    if known := PrivateLink.objects.working().filter(author__contribution__key=key, author__email=email).first():
        return known
    taken = Contribution.objects.filter(key=key).exists()
    contribution = Contribution.objects.create(
        key=new_key() if taken else key, title=title, network=network, suspicions=list(suspicions)
    )
    confirmed_at = timezone.now() if is_known else None
    author = contribution.authors.create(name=name, email=email, user=user, confirmed_at=confirmed_at)
    save_answer(contribution=contribution, author=author, step=TITLE, item=0, data={"title": title}, seen=0)
    link, token = PrivateLink.objects.make(author)
    mails.begun(author, token)
    return link


@transaction.atomic
def save_answer(
    *,
    contribution: Contribution,
    author: CoAuthor,
    step: Step,
    item: int,
    data: Mapping[str, Any],
    seen: int,
    removed: bool = False,
) -> Answer | None:
    """
    Save a page as its next version. `seen` is the version that the author had before them, 0 for none.

    Nothing is written where nothing was changed. Collided says that somebody else has saved another text in the meantime.
    """
    Contribution.objects.select_for_update().get(pk=contribution.pk)
    versions = contribution.answers.versions(step.key, item)
    last = versions.first()
    if last and last.data == data and last.removed == removed:
        return last
    if (last.number if last else 0) != seen:
        raise Collided(last or Answer(step=step.key, item=item, number=0))
    if not last and not any(data.values()):
        return None
    versions.update(newest=False)
    saved = contribution.answers.create(
        step=step.key, item=item, number=seen + 1, data=dict(data), removed=removed, author=author
    )
    if step == TITLE:
        contribution.title = data["title"]
    contribution.touch()
    return saved


@transaction.atomic
def add_item(*, contribution: Contribution, author: CoAuthor, step: Step, data: Mapping[str, Any]) -> Answer:
    """Add a page to a step that asks for many things; sent twice, it is added once."""
    Contribution.objects.select_for_update().get(pk=contribution.pk)
    there = list(contribution.answers.newest().filter(step=step.key))
    if same := next((row for row in there if row.data == data and not row.removed), None):
        return same
    item = max((row.item for row in there), default=0) + 1
    return save_answer(contribution=contribution, author=author, step=step, item=item, data=data, seen=0)


@transaction.atomic
def save_author(*, author: CoAuthor, data: Mapping[str, Any]) -> None:
    """Save what an author says about themselves."""
    author.name, author.kind, author.part = data["name"], data["kind"], data["part"]
    author.named = {YES: True, NO: False}.get(data["named"])
    author.save(update_fields=["name", "kind", "part", "named"])
    author.contribution.touch()


@transaction.atomic
def invite(*, contribution: Contribution, by: CoAuthor, name: str, email: str, kind: str) -> CoAuthor:
    """Invite somebody to write the story together; inviting somebody again sends them another link."""
    author, _new = contribution.authors.get_or_create(email=email, defaults={"name": name, "kind": kind})
    Contribution.objects.filter(pk=contribution.pk).update(invitations=F("invitations") + 1)
    _link, token = PrivateLink.objects.make(author)
    mails.invited(author, by, token)
    return author


@transaction.atomic
def leave(*, author: CoAuthor) -> None:
    """Take an author away from a story; where nobody is left, the story goes too. What they wrote stays with the others."""
    contribution = author.contribution
    author.delete()
    if not contribution.authors.exists():
        discard_pictures(contribution=contribution)
        contribution.delete()


@transaction.atomic
def send_link(*, author: CoAuthor, ends_others: bool = False) -> None:
    """Mail an author a new private link; older ones go on working until it is opened, and end then if that is asked."""
    _link, token = PrivateLink.objects.make(author, ends_others=ends_others)
    mails.link(author, token)


@transaction.atomic
def renew_link(*, author: CoAuthor) -> PrivateLink:
    """End every link of the author at once, mail a new one, and answer with it for the browser that asked."""
    author.links.working().update(ended_at=timezone.now())
    link, token = PrivateLink.objects.make(author)
    mails.link(author, token)
    return link


@transaction.atomic
def open_link(*, link: PrivateLink, user: AbstractBaseUser | None = None) -> CoAuthor:
    """Note that the address is the author's, since they have its mail; end older links where the link says so."""
    now, author = timezone.now(), link.author
    if link.opened_at is None:
        link.opened_at = now
        link.save(update_fields=["opened_at"])
        if link.ends_others:
            author.links.working().filter(pk__lt=link.pk).update(ended_at=now)
    if author.confirmed_at is None or (user and author.user_id is None):
        author.confirmed_at = author.confirmed_at or now
        author.user = author.user or user
        author.save(update_fields=["confirmed_at", "user"])
    return author


def note_page(*, author: CoAuthor, page: str) -> None:
    """Note which page an author has opened, so that another one on it can be told."""
    CoAuthor.objects.filter(pk=author.pk).update(open_page=page, open_since=timezone.now())

"""Opening, answering and ending groups."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lessons.choices import ASKED_KINDS
from lessons.courses.addresses import LETTERS
from lessons.courses.building.journal import Refused
from lessons.marks import mark_of
from lessons.models import Course, CourseGroup, GroupAnswer, Member

KEPT = timedelta(days=60)
"""How long a group is there after it was opened."""

CODE = 8
"""Letters of a code: some 850 thousand million of them."""

MOST_GROUPS = 50
MOST_MEMBERS = 300


def questions_of(course: Course) -> list[dict]:
    """What the course asks now, as a group keeps it: questions to discuss, to choose, and to answer in one's own words."""
    found = {}
    for item in course.items:
        if item.kind in ASKED_KINDS:
            found[mark_of(item)] = {
                "kind": item.kind,
                "text": item.text,
                "options": item.options,
                "answer": item.answer,
            }
    return [{"mark": mark, **told} for mark, told in found.items()]


@transaction.atomic
def open_group(*, course: Course, user, title: str) -> CourseGroup:
    """A new group, with the questions that the course asks now."""
    questions = questions_of(course)
    if not questions:
        raise Refused(_("This course asks nothing yet. Add a question to it first."))
    if CourseGroup.objects.of(user).count() >= MOST_GROUPS:
        raise Refused(_("You have %d groups, and that is the most. Delete one first.") % MOST_GROUPS)
    now = timezone.now()
    return CourseGroup.objects.create(
        course=course, owner=user, title=title, code=_new_code(), questions=questions, opened_at=now, ends_at=now + KEPT
    )


def _new_code() -> str:
    while True:
        code = "".join(secrets.choice(LETTERS) for _ in range(CODE))
        if not CourseGroup.objects.filter(code=code).exists():
            return code


@transaction.atomic
def ask_anew(*, group: CourseGroup) -> None:
    """Ask what the course asks now; what was answered before and is asked no more stays, behind it."""
    now = questions_of(Course.objects.for_page().get(pk=group.course_id))
    answered = set(GroupAnswer.objects.filter(member__group=group).values_list("mark", flat=True))
    asked = {row["mark"] for row in now}
    old = [{**row, "old": True} for row in group.questions if row["mark"] not in asked and row["mark"] in answered]
    group.questions = [*now, *old]
    group.save(update_fields=["questions"])


def new_token() -> str:
    """What a member's browser keeps."""
    return secrets.token_urlsafe(16)


def member_of(group: CourseGroup, token: str) -> Member | None:
    """The member whose browser holds the token."""
    return group.members.with_replies().filter(token=_digest(token)).first() if token else None


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def answer(*, group: CourseGroup, token: str, name: str, replies: dict[str, dict]) -> Member:
    """Keep what a member answers; what they empty is deleted."""
    locked = CourseGroup.objects.select_for_update().get(pk=group.pk)
    if locked.closed:
        raise Refused(_("This group is closed: it takes no answers any more. What you wrote still stands below."))
    member = locked.members.filter(token=_digest(token)).first()
    if member is None and locked.members.count() >= MOST_MEMBERS:
        raise Refused(_("This group is full: %d people have answered.") % MOST_MEMBERS)
    if member is None:
        member = locked.members.create(token=_digest(token))
    member.name = name
    member.save(update_fields=["name"])
    for mark, told in replies.items():
        if told["chosen"] or told["words"]:
            GroupAnswer.objects.update_or_create(member=member, mark=mark, defaults=told)
        else:
            member.replies.filter(mark=mark).delete()
    return member


def delete_ended() -> str:
    """Delete the groups whose time is over, with all answers."""
    ended = CourseGroup.objects.ended()
    count = ended.count()
    ended.delete()
    return ngettext("deleted %d group", "deleted %d groups", count) % count if count else ""

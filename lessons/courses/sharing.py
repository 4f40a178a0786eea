"""Who else may see, teach or change a course: by link, as a co-trainer, or everybody."""

import hashlib
import secrets
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.addresses import absolute
from cases.mail import queue
from cases.people import addresses_of
from lessons.choices import Right, Visibility
from lessons.courses.addresses import new_key
from lessons.courses.building.journal import Refused, called
from lessons.courses.making import COPIED
from lessons.models import Course, Trainer

MOST_INVITED = 30
"""Co-trainers and open invitations of one course."""

MOST_MAILS = 40
"""Invitations that one person sends in a day."""


def who_publishes():
    """The people who may make courses public."""
    backend = "django.contrib.auth.backends.ModelBackend"
    return get_user_model().objects.with_perm("lessons.publish_course", backend=backend)


def token_digest(token: str) -> str:
    """What the database keeps of an invitation's token."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def share(*, course: Course, visibility: Visibility) -> None:
    """Let nobody but its trainers see the course, or whoever has the link. What was public is taken back by that."""
    key = (course.link_key or new_key()) if visibility == Visibility.LINK else ""
    course.live, course.link_key = False, key
    course.save(update_fields=["live", "link_key"])


def renew_link(*, course: Course) -> None:
    """A new key: the old link leads nowhere from now on."""
    if course.link_key:
        course.link_key = new_key()
        course.save(update_fields=["link_key"])


def link_to(course: Course) -> str:
    """The whole address of the link, or ''."""
    return absolute(reverse("course-page", args=[f"{course.slug}.{course.link_key}"])) if course.link_key else ""


@transaction.atomic
def invite(*, course: Course, user, email: str, right: Right) -> Trainer:
    """Invite somebody by e-mail to see or to change the course; who is invited again gets a new link, and the old one ends."""
    day = timezone.now() - timedelta(days=1)
    mine = Trainer.objects.filter(course__trainers__user=user, course__trainers__right=Right.OWNER)
    if course.trainers.filter(user__email__iexact=email).exists():
        raise Refused(_("“%s” is a trainer of this course already.") % email)
    if course.trainers.count() > MOST_INVITED:
        raise Refused(_("A course has at most %d co-trainers. Take somebody off first.") % MOST_INVITED)
    if mine.filter(invited_at__gt=day).exclude(right=Right.OWNER).count() >= MOST_MAILS:
        raise Refused(_("You have sent many invitations today. Send this one tomorrow."))
    token = secrets.token_urlsafe(24)
    invited, _made = Trainer.objects.update_or_create(
        course=course,
        user=None,
        email=email,
        defaults={"right": right, "token": token_digest(token), "invited_at": timezone.now()},
    )
    queue("course_invitation", email, {"course": course, "who": called(user), "token": token, "right": right})
    return invited


def invitation_of(token: str) -> Trainer | None:
    """The open invitation of that token."""
    return Trainer.objects.waiting().filter(token=token_digest(token)).select_related("course").first()


@transaction.atomic
def take_up(*, invitation: Trainer, user) -> Trainer:
    """The user becomes a trainer of the course; who is one already keeps the larger right."""
    there = invitation.course.trainers.filter(user=user).select_for_update().first()
    if there:
        if there.right == Right.SEE:
            there.right = invitation.right
            there.save(update_fields=["right"])
        invitation.delete()
        return there
    invitation.user, invitation.token = user, ""
    invitation.save(update_fields=["user", "token"])
    return invitation


@transaction.atomic
def ask(*, course: Course, user) -> None:
    """Ask the editors to make the course public."""
    if not course.summary:
        raise Refused(_("Write a summary first: it is what others read in the list."))
    if not any(session.items.exists() for session in course.sessions.all()):
        raise Refused(_("There is nothing in it yet. Add something first."))
    course.asked_at, course.answer = timezone.now(), ""
    course.save(update_fields=["asked_at", "answer"])
    for address in addresses_of(who_publishes()):
        queue("course_asked", address, {"course": course, "who": called(user)})


@transaction.atomic
def publish(*, course: Course) -> Course:
    """Make the course public; a new version of a public course takes that one's place. Its trainers are told."""
    if not course.summary:
        raise Refused(_("A public course needs a summary. Write it in the builder."))
    public, now = course.revises or course, timezone.now()
    trainers = addresses_of(trainer.user for trainer in course.trainers.arrived().select_related("user"))
    if public.pk != course.pk:
        _replace(public, course)
    public.live, public.asked_at, public.answer = True, None, ""
    public.first_published_at, public.last_published_at = public.first_published_at or now, now
    public.save()
    for address in trainers:
        queue("course_published", address, {"course": public})
    return public


def _replace(public: Course, course: Course) -> None:
    """Let the public course say what its new version says, and delete the version."""
    for name in ("title", "by", *COPIED):
        setattr(public, name, getattr(course, name))
    public.sessions.all().delete()
    public.steps.all().delete()
    course.sessions.update(course=public)
    course.delete()


@transaction.atomic
def send_back(*, course: Course, reason: str) -> None:
    """Tell the trainers why the course does not become public now."""
    course.asked_at, course.answer = None, reason
    course.save(update_fields=["asked_at", "answer"])
    for trainer in course.trainers.arrived().select_related("user"):
        queue("course_sent_back", trainer.user.email, {"course": course, "reason": reason})

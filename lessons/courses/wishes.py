"""What the owner of a course asks for on the page on which it is shared."""

from dataclasses import dataclass

from django.db import transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from lessons.choices import Right
from lessons.courses import sharing
from lessons.courses.access import Access
from lessons.courses.building.journal import Refused
from lessons.courses.sharing_forms import RIGHTS, VISIBILITIES, InviteForm, Wish, WishForm
from lessons.models import Trainer


@dataclass
class Fulfilled:
    """What became of a wish: where to go on, or what was wrong."""

    address: str = ""
    refused: str = ""
    form: InviteForm | None = None


def fulfil(access: Access, data: QueryDict) -> Fulfilled:
    """Do what the owner asks for."""
    form = WishForm(data, access.course)
    if not form.is_valid():
        return Fulfilled(refused=_("That is not there any more. Look again."))
    invited = InviteForm(data)
    if form.cleaned_data["do"] == Wish.INVITE and not invited.is_valid():
        return Fulfilled(form=invited)
    try:
        wish = _granted(access, Wish(form.cleaned_data["do"]))
        address = WISHES[wish](access, form.cleaned_data["trainer"], invited)
    except Refused as refusal:
        return Fulfilled(refused=str(refusal), form=invited if form.cleaned_data["do"] == Wish.INVITE else None)
    return Fulfilled(address or reverse("course-sharing", args=[access.course.slug]))


def _granted(access: Access, wish: Wish) -> Wish:
    """The wish, where it is theirs to have."""
    if wish == Wish.LEAVE:
        if not access.right or access.owns:
            raise Refused(_("The owner cannot leave a course. Hand it over first, or delete it."))
        return wish
    editors = {Wish.PUBLISH} | ({Wish.PRIVATE} if access.course.live else set())
    if access.owns or (access.publishes and wish in editors):
        return wish
    raise Refused(_("Only the owner of a course does that."))


def _show(wish: Wish):
    def shown(access, trainer, invited) -> None:
        sharing.share(course=access.course, visibility=VISIBILITIES[wish])

    return shown


def _renew(access, trainer, invited) -> None:
    sharing.renew_link(course=access.course)


def _invite(access, trainer, invited) -> None:
    email, right = invited.cleaned_data["email"], invited.cleaned_data["right"]
    sharing.invite(course=access.course, user=access.user, email=email, right=right)


def _needed(trainer: Trainer | None) -> Trainer:
    if trainer is None:
        raise Refused(_("That is not there any more. Look again."))
    return trainer


def _allow(wish: Wish):
    def allowed(access, trainer, invited) -> None:
        _needed(trainer).right = RIGHTS[wish]
        trainer.save(update_fields=["right"])

    return allowed


@transaction.atomic
def _hand_over(access, trainer, invited) -> str:
    if not _needed(trainer).user_id:
        raise Refused(_("They have not taken up the invitation yet. Wait until they have."))
    access.course.trainers.filter(right=Right.OWNER).update(right=Right.EDIT)
    trainer.right = Right.OWNER
    trainer.save(update_fields=["right"])
    return access.course.get_absolute_url()


def _remove(access, trainer, invited) -> None:
    _needed(trainer).delete()


def _ask(access, trainer, invited) -> None:
    if access.course.live:
        raise Refused(_("The course is public already."))
    sharing.ask(course=access.course, user=access.user)


def _withdraw(access, trainer, invited) -> None:
    access.course.asked_at = None
    access.course.save(update_fields=["asked_at"])


def _publish(access, trainer, invited) -> str:
    if not access.publishes:
        raise Refused(_("Only editors make a course public. Ask them to."))
    return sharing.publish(course=access.course).get_absolute_url()


def _delete(access, trainer, invited) -> str:
    if access.course.live:
        raise Refused(_("A public course cannot be deleted. Show it to its trainers only; then it can."))
    access.course.delete()
    return reverse("course-list")


def _leave(access, trainer, invited) -> str:
    access.course.trainers.filter(user=access.user).delete()
    return reverse("course-list")


WISHES = {
    Wish.PRIVATE: _show(Wish.PRIVATE),
    Wish.LINK: _show(Wish.LINK),
    Wish.RENEW: _renew,
    Wish.INVITE: _invite,
    Wish.SEE: _allow(Wish.SEE),
    Wish.EDIT: _allow(Wish.EDIT),
    Wish.HAND_OVER: _hand_over,
    Wish.REMOVE: _remove,
    Wish.ASK: _ask,
    Wish.WITHDRAW: _withdraw,
    Wish.PUBLISH: _publish,
    Wish.DELETE: _delete,
    Wish.LEAVE: _leave,
}
"""What becomes of each wish; where it answers an address, that is where to go on."""

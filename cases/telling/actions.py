"""A told story changes hands: from its authors to an editor, to the desk, to those who sign it off, and back."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from cases.models import CoAuthor, Contribution, Story, Turn
from cases.telling import mails
from cases.telling.bringing_pictures import discard_pictures
from cases.telling.choices import State
from cases.telling.drafting import draft_story
from cases.telling.taking_back import delete_draft


@transaction.atomic
def pass_on(
    *,
    contribution: Contribution,
    state: State,
    user: AbstractBaseUser | None = None,
    author: CoAuthor | None = None,
    reason: str = "",
    remarks: Iterable[tuple[str, str]] = (),
) -> Turn:
    """Put the contribution into other hands, write down who did it and what was said, and tell everybody by mail."""
    contribution.state = state
    contribution.save(update_fields=["state"])
    contribution.touch()
    said = [list(remark) for remark in remarks]
    turn = contribution.turns.create(state=state, user=user, author=author, reason=reason, remarks=said)
    mails.changed_hands(contribution, turn)
    return turn


@transaction.atomic
def send(*, contribution: Contribution, author: CoAuthor, note: str = "", suspicions: Iterable[str] = ()) -> None:
    """The authors are done. It waits where the address of who sends it is not known to be theirs. Sent twice, it is sent once."""
    _hold(contribution)
    if not contribution.may_be_changed:
        return
    contribution.suspicions = list(dict.fromkeys([*contribution.suspicions, *suspicions]))
    contribution.save(update_fields=["suspicions"])
    if author.is_confirmed:
        _arrive(contribution, author, note)
    else:
        pass_on(contribution=contribution, state=State.UNCONFIRMED, author=author, reason=note)


@transaction.atomic
def confirmed(*, author: CoAuthor) -> None:
    """An author has opened the link in their mail: what they sent goes on its way."""
    contribution = author.contribution
    _hold(contribution)
    last = contribution.turns.last() if contribution.state == State.UNCONFIRMED else None
    if last and last.author_id == author.pk:
        _arrive(contribution, author, last.reason)


def _hold(contribution):
    """Let nobody else move it until this transaction ends, and see it as it is now."""
    contribution.refresh_from_db(from_queryset=Contribution.objects.select_for_update())


def _arrive(contribution, author, note):
    """What editors have seen before goes to the desk at once, and so does what comes from somebody whom they know."""
    known = Contribution.objects.accepted_of(author.email).exclude(pk=contribution.pk).exists()
    if contribution.story or (known and not contribution.suspicions):
        hand_over(contribution=contribution, author=author, note=note)
    else:
        pass_on(contribution=contribution, state=State.HELD, author=author, reason=note)


@transaction.atomic
def hand_over(
    *, contribution: Contribution, by: AbstractBaseUser | None = None, author: CoAuthor | None = None, note: str = ""
) -> Story:
    """
    Make the draft story at the desk, or bring what has changed into the one that is there.

    It is never published by this; an editor starts its co-creation review.
    """
    _hold(contribution)
    draft_story(contribution=contribution, by=by)
    pass_on(contribution=contribution, state=State.AT_DESK, user=by, author=author, reason=note)
    return contribution.story


@transaction.atomic
def decline(*, contribution: Contribution, by: AbstractBaseUser, reason: str) -> None:
    """An editor does not take it up, and says why. A draft that was made of it goes away."""
    _hold(contribution)
    delete_draft(contribution=contribution)
    pass_on(contribution=contribution, state=State.DECLINED, user=by, reason=reason)


@transaction.atomic
def ask_back(
    *,
    contribution: Contribution,
    by: AbstractBaseUser | None = None,
    reason: str = "",
    remarks: Iterable[tuple[str, str]] = (),
) -> None:
    """Give it back to its authors, with remarks as (field of a story or step, text); "" is about the whole."""
    pass_on(contribution=contribution, state=State.SENT_BACK, user=by, reason=reason, remarks=remarks)


@transaction.atomic
def take_back(*, contribution: Contribution, author: CoAuthor) -> None:
    """The authors take it into their own hands again, to write on."""
    pass_on(contribution=contribution, state=State.WRITING, author=author)


@transaction.atomic
def withdraw(*, contribution: Contribution, author: CoAuthor) -> None:
    """The authors take it away from the library; a draft that was made of it goes away. They can bring it back for a month."""
    _hold(contribution)
    delete_draft(contribution=contribution)
    pass_on(contribution=contribution, state=State.WITHDRAWN, author=author)


@transaction.atomic
def delete(*, contribution: Contribution) -> None:
    """Delete everything that was written and who wrote it. A published story stays: it is the library's."""
    delete_draft(contribution=contribution)
    discard_pictures(contribution=contribution)
    contribution.delete()

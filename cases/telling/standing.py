"""Where a story stands, in words: who can see it, who has it, what happens next, and about how long that takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.choices import Signatory
from cases.models import CoAuthor, Contribution, Review
from cases.telling.choices import State

KEPT = timedelta(days=183)
"""How long a story that nobody works on is kept after its last change: half a year."""

KEPT_WITHDRAWN = timedelta(days=30)
"""How long a withdrawn story can be brought back."""


@dataclass(frozen=True)
class Standing:
    """The four things that somebody wants to know."""

    title: str
    seen_by: str
    held_by: str
    next: str
    takes: str
    address: str = ""
    """Where readers find it, once they do."""


def standing_of(contribution: Contribution, authors: Sequence[CoAuthor]) -> Standing:
    """Where the contribution stands."""
    state = State(contribution.state)
    seen_by, held_by, then, takes = WORDS[state](contribution, authors)
    published = contribution.story if state == State.PUBLISHED else None
    address = published.get_absolute_url() if published else ""
    return Standing(state.label, seen_by, held_by, then, takes, address)


def gone_on(contribution: Contribution) -> str:
    """The day on which it would be deleted, if nobody did anything."""
    kept = KEPT_WITHDRAWN if contribution.state == State.WITHDRAWN else KEPT
    return date_format(contribution.changed_at + kept, "j F Y")


def _you(authors: Sequence[CoAuthor]) -> str:
    others = len(authors) - 1
    if others < 1:
        return _("Only you")
    return ngettext(
        "You and %(n)d other who writes it with you", "You and %(n)d others who write it with you", others
    ) % {"n": others}


def _you_and_editors(authors: Sequence[CoAuthor]) -> str:
    return _("%(you)s, and the editors of the library") % {"you": _you(authors)}


def _writing(contribution, authors):
    return (
        _you(authors),
        _("You have it. Nobody else reads it before you send it."),
        _("When you send it, an editor of the library reads it."),
        _("There is no hurry. It is kept until %(day)s, and half a year longer with every change.")
        % {"day": gone_on(contribution)},
    )


def _unconfirmed(contribution, authors):
    return (
        _you(authors),
        _("You have it: we wait until you open the link in the mail that we sent you."),
        _("As soon as you open the link, the story goes on its way by itself."),
        _(
            "The mail should come within minutes. If it does not, look among unwanted mail, or send yourself a new link."
        ),
    )


def _held(contribution, authors):
    return (
        _you_and_editors(authors),
        _("An editor has it, for a first look."),
        _("The editor takes it to the desk, asks you something, or tells you why not. You get a mail."),
        _("About a week."),
    )


def _at_desk(contribution, authors):
    return (
        _you_and_editors(authors),
        _("An editor has it at the desk, as a draft. Readers do not see it."),
        _(
            "A practitioner and a scholar are asked to sign it off; then it is published, or comes back to you with remarks."
        ),
        _("About a month."),
    )


def _sent_back(contribution, authors):
    return (
        _you_and_editors(authors),
        _("You have it again, with remarks at the questions that they are about."),
        _("Answer the remarks as far as you can, and send it again."),
        _("There is no hurry. It is kept until %(day)s, and half a year longer with every change.")
        % {"day": gone_on(contribution)},
    )


def _signing(contribution, authors):
    return (
        _("%(you)s, the editors, and the two people who are asked to sign it off") % {"you": _you(authors)},
        *_signers(contribution),
    )


def _signers(contribution):
    """Who has it while it is signed off, what happens next, and how long that takes."""
    review = Review.objects.with_sign_offs().of_story(contribution.story).first() if contribution.story else None
    waiting = {sign_off.kind for sign_off in (*review.waiting, *review.sent_back)} if review else set()
    if review and review.signed_off:
        then = _("The editor publishes it, or comes back to you with a question. You get a mail.")
        return _("It is signed off, and an editor has it."), then, _("About a week.")
    held_by = {
        frozenset({Signatory.PRACTITIONER}): _("The practitioner who signs it off has it. The scholar has answered."),
        frozenset({Signatory.SCHOLAR}): _("The scholar who signs it off has it. The practitioner has answered."),
    }
    then = _("When both have signed, an editor publishes it. If one sends it back, you get their remarks.")
    both = _("The practitioner and the scholar who sign it off have it.")
    return held_by.get(frozenset(waiting), both), then, _("About two weeks.")


def _published(contribution, authors):
    return (
        _("Everybody"),
        _("The library has it, and readers read it."),
        _("Nothing more needs to be done. If something in it is wrong or out of date, write to us."),
        _("It stays as long as the library does."),
    )


def _declined(contribution, authors):
    return (
        _you_and_editors(authors),
        _("Nobody works on it. The reason is below."),
        _("You may take it back, change it, and send it again; or leave it."),
        _("It is deleted on %(day)s.") % {"day": gone_on(contribution)},
    )


def _withdrawn(contribution, authors):
    return (
        _you(authors),
        _("You have taken it back. Nobody at the library sees it any more."),
        _("It is deleted by itself. Until then you may bring it back."),
        _("It is deleted on %(day)s.") % {"day": gone_on(contribution)},
    )


WORDS = {
    State.WRITING: _writing,
    State.UNCONFIRMED: _unconfirmed,
    State.HELD: _held,
    State.AT_DESK: _at_desk,
    State.SENT_BACK: _sent_back,
    State.SIGNING: _signing,
    State.PUBLISHED: _published,
    State.DECLINED: _declined,
    State.WITHDRAWN: _withdrawn,
}

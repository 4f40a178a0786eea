"""The mails of the form. Who gets one by which they come back gets a private link of their own in it."""

from collections.abc import Iterable

from django.urls import reverse

from cases.addresses import absolute
from cases.mail import queue
from cases.models import CoAuthor, Contribution, PrivateLink, Turn
from cases.people import Group, addresses_of, members
from cases.telling.choices import State
from cases.telling.standing import standing_of

TEMPLATES = {
    State.UNCONFIRMED: "tell_confirm",
    State.HELD: "tell_held",
    State.AT_DESK: "tell_at_desk",
    State.SENT_BACK: "tell_sent_back",
    State.SIGNING: "tell_signing",
    State.PUBLISHED: "tell_published",
    State.DECLINED: "tell_declined",
    State.WITHDRAWN: "tell_withdrawn",
}
"""The mail at each change of hands; taking a story back into one's own hands needs none."""


def address_of(token: str) -> str:
    """The whole address of a private link."""
    return absolute(reverse("tell-open", args=[token]))


def begun(author: CoAuthor, token: str) -> None:
    """The private link of a new story."""
    _to(author, "tell_begun", token)


def link(author: CoAuthor, token: str) -> None:
    """The private link that somebody asked for."""
    _to(author, "tell_link", token)


def invited(author: CoAuthor, by: CoAuthor, token: str) -> None:
    """The private link of somebody who is to write, too."""
    _to(author, "tell_invited", token, by=by)


def changed_hands(contribution: Contribution, turn: Turn) -> None:
    """Tell the authors who has the story now, and the editors where it waits for them."""
    if turn.state == State.UNCONFIRMED and turn.author:
        _to_each([turn.author], contribution, TEMPLATES[turn.state], turn=turn)
    elif template := TEMPLATES.get(turn.state):
        to_authors(contribution, template, turn=turn)
    if turn.state == State.HELD:
        desk = reverse("contributions:edit", args=[contribution.pk])
        to_editors("tell_for_editors", contribution=contribution, turn=turn, desk=desk)


def to_authors(contribution: Contribution, template: str, **context) -> None:
    """Mail every author whose address is known to be theirs; where nobody's is, whoever began the story."""
    known = list(contribution.authors.confirmed()) or list(contribution.authors.all()[:1])
    _to_each(known, contribution, template, **context)


def to_editors(template: str, **context) -> None:
    """Mail whoever works at the desk."""
    queue(template, _editors(), context)


def _editors() -> Iterable[str]:
    return addresses_of(members(Group.EDITOR, Group.ADMINISTRATOR))


def _to_each(authors: Iterable[CoAuthor], contribution: Contribution, template: str, **context) -> None:
    standing = standing_of(contribution, list(contribution.authors.all()))
    for author in authors:
        _link, token = PrivateLink.objects.make(author)
        _to(author, template, token, standing=standing, **context)


def _to(author: CoAuthor, template: str, token: str, **context) -> None:
    context = {"author": author, "story": author.contribution, "link": address_of(token), **context}
    queue(template, author.email, context)

"""Writing a story together: inviting somebody, sending them another link, taking them away, leaving."""

from cases.models import CoAuthor
from cases.telling import writing
from cases.telling.doing import Doing
from cases.telling.people_forms import InviteForm
from cases.telling.suspicion import may_send_link
from cases.telling.telling import Telling


def began(telling: Telling) -> bool:
    """Whether this author began the story; who did may take others away, and delete it."""
    return telling.author == telling.authors[0]


def left(telling: Telling, doing: dict) -> bool:
    """Whether this author has just left the story to the others."""
    if doing["do"] != Doing.LEAVE or doing["item"] != telling.author.pk or not telling.others:
        return False
    writing.leave(author=telling.author)
    return True


def done(telling: Telling, doing: dict) -> bool:
    """Whether a button beside another author was pressed, and did what it says."""
    other: CoAuthor | None = next((author for author in telling.others if author.pk == doing["item"]), None)
    if other and doing["do"] == Doing.RESEND and may_send_link(other.email):
        writing.send_link(author=other)
    elif other and doing["do"] == Doing.LEAVE and began(telling):
        writing.leave(author=other)
    return bool(doing["do"])


def invite(telling: Telling, form: InviteForm) -> None:
    """Invite whom the form names, where one was sent."""
    if form.is_bound:
        writing.invite(contribution=telling.contribution, by=telling.author, **form.cleaned_data)

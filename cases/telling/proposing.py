"""Whom an editor may ask to sign a told story off: those whom its authors named, and the authors themselves."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.choices import Signatory
from cases.models import Contribution, Story
from cases.telling.steps import BY_KEY
from cases.telling.telling import Telling


@dataclass(frozen=True)
class Proposed:
    """Somebody who could say that this is how it was, and why it is they who are proposed."""

    name: str
    email: str
    why: str | Promise


def proposed_for(story: Story) -> dict[str, Proposed]:
    """One for each kind of signatory, as far as there is anybody; nobody where the story was not told through the form."""
    contribution = Contribution.objects.filter(story=story.pk).first()
    found = {kind: _proposed(Telling(contribution), kind) for kind in Signatory.values} if contribution else {}
    return {kind: proposed for kind, proposed in found.items() if proposed}


def _proposed(telling: Telling, kind: str) -> Proposed | None:
    """Whom the authors named and gave an address of; otherwise the author of that kind, who can be reached for certain."""
    data = telling.data(BY_KEY["vouchers"])
    named = Proposed(data.get(kind, ""), data.get(f"{kind}_email", ""), _("Named by those who told the story."))
    authors = [author for author in telling.authors if author.is_confirmed and author.kind == kind]
    wrote = [Proposed(author.name, author.email, _("Told the story.")) for author in authors[:1]]
    return next((person for person in [named, *wrote] if person.name and person.email), named if named.name else None)

"""What files say of the people in a story and behind it: who could reply, who wrote it, and who signed it off."""

from collections.abc import Iterator

from cases.library.amounts import Date
from cases.library.keys import Choice, Text
from cases.library.many import Parts
from cases.models import Credit, Signature

REPLY = (
    Date("reply_offered_on", description="The day on which the person was offered the right of reply."),
    Date("reply_answered_on", description="The day on which the person replied."),
    Text("reply_note"),
)
"""The keys of a role that say how the right of reply stands."""


def reply_in_order(role: dict) -> Iterator[tuple[str, str]]:
    """A reply needs an offer, and does not come before it."""
    offered, answered = role.get("reply_offered_on"), role.get("reply_answered_on")
    if answered and not (offered and str(offered) <= str(answered)):
        yield "reply_answered_on", "A reply cannot be older than the offer. Give the day of the offer, too."


def name_or_reason(signature: dict) -> Iterator[tuple[str, str]]:
    """A signature has a name, or a reason why there is none; not both."""
    if signature.get("name") and signature.get("reason"):
        yield "reason", "Give either the name of who signed it off, or the reason why nobody did."


SIGNATURES = Parts(
    "signed_off",
    of=Signature,
    keys=(
        Choice("kind"),
        Text("name"),
        Date("given_on", description="The day of the signature, or of going on without."),
        Text("reason"),
    ),
    rules=(name_or_reason,),
    once=(("kind",),),
    description="Who signed the published story off, by name with their leave; or the reason why nobody did.",
    related="signatures",
)

CREDITS = Parts(
    "credits",
    of=Credit,
    keys=(Text("name"), Choice("kind"), Text("part")),
    known_by=("name", "kind"),
    description="Who wrote the story; without a name where somebody does not wish to be named.",
)

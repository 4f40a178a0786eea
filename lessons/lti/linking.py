"""What goes back to the platform: a signed message with an item for each thing that was chosen."""

from django.utils.translation import gettext as _
from pylti1p3.deep_link import DeepLink
from pylti1p3.deep_link_resource import DeepLinkResource
from pylti1p3.lineitem import LineItem

from cases.addresses import absolute
from lessons.lti.checking import our_key
from lessons.lti.claims import DEEP_LINKING
from lessons.lti.things import RIGHT, THING, Thing, right_to
from lessons.models import Course, PlatformLaunch

HISTORY = {"link_history": "$ResourceLink.id.history", "context_history": "$Context.id.history"}
"""What platforms are asked to fill in, so that copies of a link are known even where they have lost its own parameters."""


class Resource(DeepLinkResource):
    """A link to one thing, with a text under its title."""

    def __init__(self, text: str):
        self.text = text

    def to_dict(self):
        """As the platform reads it."""
        return {**super().to_dict(), **({"text": self.text} if self.text else {})}


def resource(thing: Thing, registration, report: bool) -> Resource:
    """The link to a thing: its parameters say what it is, and hold the right to it where it is shared by link."""
    right = right_to(thing.record, registration) if isinstance(thing.record, Course) else ""
    named = {THING: thing.name, **({RIGHT: right} if right else {}), **HISTORY}
    found = Resource(thing.summary).set_title(thing.title).set_url(absolute(thing.page)).set_custom_params(named)
    if report:
        line = (
            LineItem()
            .set_label(thing.title)
            .set_score_maximum(1)
            .set_resource_id(thing.name[:200])
            .set_tag("completed")
        )
        found.set_lineitem(line)
    return found


def message(launch: PlatformLaunch, things: list[Thing], report: bool) -> str:
    """The signed message."""
    our_key()
    registration = launch.deployment.registration
    link = DeepLink(registration.to_registration(), launch.deployment.deployment_id, launch.settings)
    said = link.get_message_jwt([resource(thing, registration, report) for thing in things])
    taken = _("%d linked from the Civic Casebook.") % len(things)
    said = {name: value for name, value in said.items() if value is not None} | {f"{DEEP_LINKING}msg": taken}
    return link.encode_jwt(said)

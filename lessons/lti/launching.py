"""What becomes of a launch that has been found genuine."""

from django.db import transaction

from lessons.choices import Reached
from lessons.lti.checking import CheckedLaunch
from lessons.lti.claims import DEEP_LINKING, LTI, custom, history, lineitem, mapping, origins, text, web_address
from lessons.lti.logins import is_ours
from lessons.lti.refusals import Reason, Refusal
from lessons.lti.scoring import reach
from lessons.lti.things import RIGHT, THING, may_open, right_to, thing_at, thing_named
from lessons.models import Course, PlatformLaunch, PlatformPlacement


def take_in(checked: CheckedLaunch) -> PlatformLaunch:
    """The launch of a thing, or the question what shall be linked; Refusal where it leads to nothing that it may open."""
    if checked.is_deep_link_launch():
        return _ask_what_to_link(checked)
    if checked.is_resource_launch():
        return open_thing(checked=checked)
    raise Refusal(
        Reason.OTHER_MESSAGE, text(checked.claims.get(f"{LTI}message_type")), registration=checked.registration
    )


def _launch(checked: CheckedLaunch, **fields) -> PlatformLaunch:
    claims = checked.claims
    return PlatformLaunch.objects.create(
        deployment=checked.deployment,
        subject=claims["sub"],
        origins=origins(checked.registration, claims),
        **fields,
    )


def _ask_what_to_link(checked: CheckedLaunch) -> PlatformLaunch:
    settings = dict(mapping(checked.claims, f"{DEEP_LINKING}deep_linking_settings"))
    if not web_address(settings.get("deep_link_return_url")):
        raise Refusal(Reason.INCOMPLETE, "deep linking without a way back", registration=checked.registration)
    return _launch(checked, settings=settings)


@transaction.atomic
def open_thing(*, checked: CheckedLaunch) -> PlatformLaunch:
    """Open what the link names; remember the link, for copies of it, and that the person has begun."""
    target = text(checked.claims.get(f"{LTI}target_link_uri"), 2000)
    if not is_ours(target):
        raise Refusal(Reason.ELSEWHERE, target, registration=checked.registration)
    name, right = _named(checked, target)
    if not name:
        raise Refusal(Reason.NOTHING_CHOSEN, target, registration=checked.registration)
    thing = thing_named(name)
    if thing is None or not may_open(thing, right, checked.registration):
        raise Refusal(Reason.NOT_THERE, name.partition(".")[0], registration=checked.registration)
    right = right_to(thing.record, checked.registration) if isinstance(thing.record, Course) else ""
    _remember(checked, thing.name, right)
    launch = _launch(checked, thing=thing.name, right=right, lineitem=lineitem(checked.claims))
    reach(launch=launch, reached=Reached.STARTED)
    return launch


def _named(checked: CheckedLaunch, target: str) -> tuple[str, str]:
    """What the link names: itself, by the address that it has, or, where a copy has lost both, what was copied."""
    claims = checked.claims
    if name := custom(claims, THING, 400):
        return name, custom(claims, RIGHT)
    if name := thing_at(target):
        return name, ""
    before = PlatformPlacement.objects.before_copy(
        checked.deployment,
        [_link(claims), *history(claims, "link_history")],
        [_context(claims), *history(claims, "context_history")],
        _title(claims),
    )
    return (before.thing, before.right) if before else ("", "")


def _remember(checked: CheckedLaunch, thing: str, right: str) -> None:
    claims = checked.claims
    link = _link(claims)
    if link:
        PlatformPlacement.objects.update_or_create(
            deployment=checked.deployment,
            link=link,
            defaults={"context": _context(claims), "title": _title(claims), "thing": thing, "right": right},
        )


def _link(claims: dict) -> str:
    return text(mapping(claims, f"{LTI}resource_link").get("id"))


def _context(claims: dict) -> str:
    return text(mapping(claims, f"{LTI}context").get("id"))


def _title(claims: dict) -> str:
    return text(mapping(claims, f"{LTI}resource_link").get("title"))

"""
What stands beside the records: what is told, reviewed, released, uploaded, suggested, followed, answered, taught and opened by platforms.

Each function makes the things of one part, and answers by beginnings of addresses what stands in the place of each parameter there.
"""

from django.utils import timezone

from cases.following.links import key_of
from cases.models.private_link import fingerprint
from cases.record.releasing import set_records
from cases.reviewing.actions import start_review
from cases.reviewing.inviting import Invited
from cases.reviewing.links import token_of
from cases.sheets.folder import UploadFolder
from lessons.audit.keys import round_key
from lessons.choices import Right
from lessons.courses.participants.groups import open_group
from lessons.courses.sharing import token_digest
from lessons.lti.checking import our_key
from lessons.models import Course
from tests import factories
from tests.audits import an_audit_on_the_shelf, nine_with_statements

OPTIONS = [{"text": "The drivers", "right": True}, {"text": "The mayor", "right": False}]


def parts(people: dict, other) -> dict[str, dict]:
    """Everything, by the beginnings of the addresses; of two that fit an address both count, the later one more."""
    found = {}
    for part in (_told, _reviewed, _released, _uploaded, _suggested, _followed, _answered, _taught, _launched):
        found |= part(people, other)
    return found


def _told(people, other):
    """A story that the contributor tells, which an editor has asked back; and a private link to it that was never opened."""
    told = factories.ContributionFactory(state="sent-back")
    ada = factories.CoAuthorFactory(contribution=told, user=people["C"], confirmed_at=timezone.now())
    factories.AnswerFactory(contribution=told, step="figures", item=1, data={"indicator": "Riders"})
    factories.PrivateLinkFactory(author=ada, token_hash=fingerprint("private"))
    return {
        "tell/": {"key": told.key, "step": "figures", "item": 1, "noun": "places", "token": "private"},
        "desk/contributions/": {"pk": told.pk},
    }


def _reviewed(people, other):
    """A draft that waits for two people to sign it off."""
    story = factories.StoryFactory(slug="in-review", draft=True, ready=True)
    story.save_revision()
    asked = {kind: Invited(name=kind, email=f"{kind}@example.org") for kind in ("practitioner", "scholar")}
    review = start_review(story=story, by=people["E"], editor=people["E"], **asked)
    first = review.sign_offs.order_by("pk").first()
    unasked = factories.StoryFactory(slug="unasked", draft=True, ready=True)
    unasked.save_revision()
    return {
        "sign/": {"token": token_of(first)},
        "desk/reviews/": {"pk": story.pk},
        "desk/reviews/<int:pk>/start/": {"pk": unasked.pk},
        **{f"desk/reviews/{what}/": {"pk": review.pk} for what in ("assign", "renew", "cancel")},
        "desk/reviews/sign-off/": {"pk": first.pk, "do": "remind"},
    }


def _released(people, other):
    """A release of a draft."""
    draft = factories.StoryFactory(slug="to-release", draft=True, ready=True)
    draft.save_revision()
    release = factories.ReleaseFactory(made_by=people["E"])
    set_records(release=release, records=[draft])
    return {"desk/releases/": {"pk": release.pk}}


def _uploaded(people, other):
    """A spreadsheet of another editor's, which was read and has a problem."""
    folder = UploadFolder.create([b"slug"])
    folder.marked.write_bytes(b"PK")
    found = factories.SheetImportFactory(user=other, folder=folder.name, state="checked", problems=1)
    return {"desk/sheets/": {"pk": found.pk, "name": "stories", "ending": "csv"}}


def _suggested(people, other):
    """A suggestion that waits."""
    return {"desk/suggestions/": {"pk": factories.SuggestionFactory().pk}}


def _followed(people, other):
    """Somebody who follows all stories, by the links in their mail."""
    row = factories.SubscriptionFactory(asked_at=timezone.now())
    lesson = {"kind": "lesson", "slug": "walk"}
    confirm, stop = ({"key": key_of(name, row, row.follower)} for name in ("follow-confirm", "follow-stop"))
    page = {"key": key_of("following", row.follower, row.follower)}
    return {"follow/": lesson, "follow/confirm/": confirm, "follow/stop/": stop, "following/": page}


def _answered(people, other):
    """An audit of a team, with a closed round and an open one."""
    nine_with_statements(elements=1)
    an_audit_on_the_shelf()
    organiser = {"key": "organiser", "number": 1, "deed": "longer"}
    first, sheet = {"key": round_key("organiser", 1)}, {"key": "open", "element": "element-0"}
    return {
        "audit/": {"element": "element-0"},
        "audit/organise/": organiser,
        "audit/round/": first,
        "audit/sheet/": sheet,
    }


def _taught(people, other):
    """A public course of the trainer's; and one that asks to be public, with a group, and a trainer who is invited."""
    items = [{"kind": "choice", "text": "Whom?", "options": OPTIONS}]
    factories.CourseFactory(slug="public", owner=people["T"], items=items)
    made = factories.CourseFactory(slug="asks", draft=True, asked_at=timezone.now(), owner=people["T"], items=items)
    asks = Course.objects.for_page().get(pk=made.pk)
    factories.TrainerFactory(
        course=made,
        user=None,
        email="b@example.org",
        right=Right.EDIT,
        token=token_digest("x"),
        invited_at=timezone.now(),
    )
    public = {"handle": "public"}
    return {
        "courses/": {"handle": "asks", "token": "x", "kind": "story", "names": "walk"},
        "courses/<course:handle>/revise/": public,
        "stories/<slug:slug>/teach/": {"slug": "walk", "screen": 1},
        "groups/": {"code": open_group(course=asks, user=people["T"], title="Tuesday").code},
        "desk/courses/": {"pk": made.pk},
    }


def _launched(people, other):
    """A platform that has opened a course, and asks what to link."""
    our_key()
    opened = factories.PlatformLaunchFactory(thing="course/public")
    back = {"deep_link_return_url": "https://school.example/back", "accept_types": ["ltiResourceLink"]}
    asks = factories.PlatformLaunchFactory(deployment=opened.deployment, thing="", settings=back)
    return {
        "lti/": {"token": opened.token},
        "lti/pick/": {"token": asks.token},
        "desk/lti_platforms/": {"pk": opened.deployment.registration_id},
        "desk/lti_deployments/": {"pk": opened.deployment_id},
    }

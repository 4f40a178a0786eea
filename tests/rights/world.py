"""
One of everything that an address can be about, and one person of each kind.

Every noun has a published record with a newer draft, and another that waits at a step of a review; so that an address is refused or open
because of who asks, and not because there is nothing there.
"""

import re

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group as StoredGroup
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.urls import URLPattern, get_resolver
from wagtail.admin.models import EditingSession
from wagtail.models import GroupApprovalTask, UploadedFile, Workflow, WorkflowTask

from cases.models import Picture
from cases.people import EDITORS, Group
from tests import factories
from tests.factories import PersonFactory
from tests.rights.parts import parts

KINDS = {
    "N": None,
    "C": Group.CONTRIBUTOR,
    "T": Group.TRAINER,
    "R": Group.REVIEWER,
    "E": Group.EDITOR,
    "A": Group.ADMINISTRATOR,
    "O": "owner",
}
"""Who asks: nobody, somebody of each group, the owner."""

COMPARED = "history/<pk>/revisions/compare/earliest...latest/"
FIXED = {
    r"desk/pages/^(\d+)/revisions/compare/(live|earliest|\d+)\.\.\.(live|latest|\d+)/$": "desk/pages/2/revisions/compare/live...latest/",
    "desk/^.*/$": "desk/no/such/address/",
    "desk/tag-autocomplete/<slug:app_name>/<slug:model_name>/": "desk/tag-autocomplete/taggit/tag/?term=a",
    "desk/tag-autocomplete/": "desk/tag-autocomplete/?term=a",
    r"account/^confirm-email/(?P<key>[-:\w]+)/$": "account/confirm-email/some-key/",
    "account/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "account/password/reset/key/1-some-key/",
    "desk/coverage/<slug:name>/": "desk/coverage/blank-fields/",
    "desk/coverage/blank/<slug:noun>/<slug:field>/": "desk/coverage/blank/story/problem/",
    "desk/bulk/<str:app_label>/<str:model_name>/<str:action>/": "desk/bulk/cases/story/delete/?id=all",
}
"""Addresses that are not made by filling in parameters alone."""

WITH_DEBUG = {"components/", "^errors/(?P<status>403|404|410|429|500)/$", "^media/(?P<path>.*)$"}
"""Addresses that there are only while the site is worked on (`DEBUG=1`)."""


def routes() -> list[str]:
    """Every address of the site as the URLconf has it, each once; the first of two alike is the one that answers."""

    def walk(patterns, before=""):
        for pattern in patterns:
            route = before + str(pattern.pattern)
            yield from [route] if isinstance(pattern, URLPattern) else walk(pattern.url_patterns, route)

    found = dict.fromkeys(walk(get_resolver().url_patterns))
    return [route for route in found if route not in WITH_DEBUG and "|choose-page|" not in route]


class World:
    """The things, and the people who ask for them."""

    def __init__(self):
        self.people = {sign: self._person(sign, kind) for sign, kind in KINDS.items()}
        self.other = PersonFactory(username="somebody-else", groups=[Group.CONTRIBUTOR])
        self.task = GroupApprovalTask.objects.create(name="Look at it")
        self.task.groups.set(StoredGroup.objects.filter(name__in=EDITORS))
        self.workflow = Workflow.objects.create(name="A look")
        WorkflowTask.objects.create(workflow=self.workflow, task=self.task)
        self.image = factories.PictureFactory()
        self.element = factories.ElementFactory(slug="walk")
        at_desk = [factory for factory in factories.RECORDS if hasattr(factory._meta.model, "snippet_viewset")]
        nouns = {factory._meta.model.snippet_viewset.base_url_path: factory for factory in at_desk}
        self.records = {path: self._record(factory) for path, factory in nouns.items()}
        self.waiting = {path: self._waiting(factory) for path, factory in nouns.items()}
        self.parts = parts(self.people, self.other)

    def _person(self, sign, kind):
        if kind is None:
            return None
        person = PersonFactory(username=f"kind-{sign}", is_superuser=kind == "owner", groups=[kind])
        TOTP.activate(person, generate_totp_secret())
        RecoveryCodes.activate(person)
        return person

    def _record(self, factory, slug="walk"):
        record = factory(slug=slug, **({"ready": True} if factory is factories.StoryFactory else {}))
        record.save_revision().publish()
        record.save_revision()
        return record

    def _waiting(self, factory):
        record = self._record(factory, "waiting")
        self.workflow.start(record, self.people["E"])
        return record

    def address(self, route: str, sign: str) -> str:
        """The address with something real in the place of each parameter, for who asks."""
        plain = re.sub(r"history/\(\?P<pk>.*", COMPARED, FIXED.get(route, route.replace("^", "")))
        values = self._values(route, self.people[sign] or self.other)
        return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(values.get(found[1], 1)), plain)

    def _values(self, route, person):
        values = {"slug": "walk", "key": "place", "name": "stories", "pk": self.workflow.pk, "image_id": self.image.pk}
        values |= {"task_id": self.task.pk, "workflow_pk": self.workflow.pk, "filter_spec": "original"}
        values |= {"app_label": "wagtailcore", "model_name": "groupapprovaltask", "action_name": "publish"}
        for path in self.records:
            if route.startswith((f"desk/{path}/", f"desk/choose/{path}/")):
                values |= self._of_record((self.waiting if "/workflow" in route else self.records)[path])
        starts = {
            "desk/users/": lambda: {"pk": self.other.pk},
            "desk/groups/": lambda: {"pk": StoredGroup.objects.get(name=Group.TRAINER).pk},
            "desk/workflows/tasks/": lambda: {"pk": self.task.pk},
            "desk/choose/elements/": lambda: {"pk": self.element.pk},
            "desk/images/chooser/": lambda: {"pk": self.image.pk},
            "desk/images/multiple/": lambda: {"uploaded_file_id": self._upload(person).pk},
            "desk/editing-sessions/": lambda: self._session(person),
        }
        for start, found in starts.items():
            values |= found() if route.startswith(start) else {}
        for start, found in self.parts.items():
            values |= found if route.startswith(start) else {}
        return values

    def _of_record(self, record):
        values = {"pk": record.pk, "revision_id": record.latest_revision_id, "action_name": "approve"}
        if state := record.current_workflow_state:
            values |= {"workflow_state_id": state.pk, "task_state_id": state.current_task_state_id}
        return values

    def _upload(self, person):
        kind = ContentType.objects.get_for_model(Picture)
        return UploadedFile.objects.create(
            for_content_type=kind, uploaded_by_user=person, file=ContentFile(b"x", "x.png")
        )

    def _session(self, person):
        story = self.records["stories"]
        session = EditingSession.objects.create(user=person, content_object=story, last_seen_at="2026-01-01T00:00Z")
        return {"session_id": session.pk, "app_label": "cases", "model_name": "story", "object_id": story.pk}

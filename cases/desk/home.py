"""The desk's first page: how much there is, what waits, and what was changed last."""

from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.models import Revision
from wagtail.permissions import ModelPermissionPolicy
from wagtail.snippets.models import get_snippet_models

from cases.models.record import Record

SHOWN = 10
"""Rows of a panel."""


def nouns_of(user) -> list[type[Record]]:
    """The nouns that the user may see at the desk."""
    models = [model for model in get_snippet_models() if issubclass(model, Record)]
    return [model for model in models if ModelPermissionPolicy(model).user_has_any_permission(user, ["add", "change", "view"])]


class NounSummary(SummaryItem):
    """How many records of a noun there are, with the way to their list."""

    template_name = "wagtailadmin/desk/noun_summary.html"

    def __init__(self, request, model, order):
        super().__init__(request)
        self.model = model
        self.order = order

    def get_context_data(self, parent_context):
        """The number, the noun and its list."""
        viewset = self.model.snippet_viewset
        return {
            "count": self.model.objects.count(),
            "noun": self.model._meta.verbose_name,
            "nouns": self.model._meta.verbose_name_plural,
            "url": reverse(viewset.get_url_name("list")),
            "icon": viewset.icon,
        }


def noun_summaries(request) -> list[NounSummary]:
    """One for each noun, in the order of the menu."""
    models = sorted(nouns_of(request.user), key=lambda model: (model._meta.app_label, model.__name__ != "Story"))
    return [NounSummary(request, model, place) for place, model in enumerate(models)]


class RecordsPanel(Component):
    """A table of records with a heading."""

    template_name = "wagtailadmin/desk/records_panel.html"
    heading = ""
    empty = ""

    def __init__(self, request):
        self.request = request

    def rows(self):
        """Pairs of a record and the revision that says when and by whom."""
        return []

    def get_context_data(self, parent_context):
        """The rows with their ways in."""
        finder = AdminURLFinder(self.request.user)
        rows = [
            {
                "title": revision.object_str,
                "noun": capfirst(record._meta.verbose_name),
                "url": finder.get_edit_url(record),
                "status": record.status_string,
                "live": record.live,
                "when": revision.created_at,
                "who": revision.user,
            }
            for record, revision in self.rows()
        ]
        return {"rows": rows, "heading": self.heading, "empty": self.empty, "name": self.name}


class DraftsPanel(RecordsPanel):
    """What has been written and not published yet."""

    name = "drafts"
    order = 230
    heading = _("Drafts that wait to be published")
    empty = _("Nothing waits: everything that has been written is published.")

    def rows(self):
        """The newest drafts of every noun."""
        found = []
        for model in nouns_of(self.request.user):
            waiting = model.objects.filter(Q(live=False) | Q(has_unpublished_changes=True), latest_revision__isnull=False)
            newest = waiting.select_related("latest_revision__user").order_by("-latest_revision__created_at")
            found += [(record, record.latest_revision) for record in newest[:SHOWN]]
        return sorted(found, key=lambda pair: pair[1].created_at, reverse=True)[:SHOWN]


class RecentPanel(RecordsPanel):
    """What anybody changed last."""

    name = "recent"
    order = 240
    heading = _("Changed last")
    empty = _("Nobody has changed anything at the desk yet.")

    def rows(self):
        """The newest revision of the records changed last."""
        types = ContentType.objects.get_for_models(*nouns_of(self.request.user)).values()
        revisions = Revision.objects.filter(content_type__in=types).select_related("user").order_by("-created_at", "-id")
        return islice(self._newest_each(revisions[: SHOWN * 10].prefetch_related("content_object")), SHOWN)

    def _newest_each(self, revisions):
        seen = set()
        for revision in revisions:
            key = revision.content_type_id, revision.object_id
            if key not in seen and revision.content_object:
                seen.add(key)
                yield revision.content_object, revision

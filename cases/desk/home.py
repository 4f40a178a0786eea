"""The desk's first page: how much there is, what waits, and what was changed last."""

from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.permissions import ModelPermissionPolicy
from wagtail.snippets.models import get_snippet_models

from cases.desk.status import with_status
from cases.models.record import Record

SHOWN = 10
"""Rows of a panel."""

RIGHTS = ("add", "change", "delete", "view")
"""Any of them lets a user see a noun's list."""


def nouns_of(user) -> list[type[Record]]:
    """The nouns that the user may see at the desk."""
    models = [model for model in get_snippet_models() if issubclass(model, Record)]
    return [model for model in models if ModelPermissionPolicy(model).user_has_any_permission(user, RIGHTS)]


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

    def select(self, records):
        """The records of a noun that belong into the table."""
        return records

    def records(self):
        """The records changed last, of every noun that the user may see."""
        found = []
        for model in nouns_of(self.request.user):
            changed = with_status(model.objects.filter(latest_revision__isnull=False))
            newest = self.select(changed).order_by("-latest_revision__created_at", "-pk")
            found += newest.select_related("latest_revision__user__wagtail_userprofile")[:SHOWN]
        return sorted(found, key=lambda record: record.latest_revision.created_at, reverse=True)[:SHOWN]

    def get_context_data(self, parent_context):
        """The rows with their ways in."""
        finder = AdminURLFinder(self.request.user)
        rows = [
            {
                "title": record.latest_revision.object_str,
                "noun": capfirst(record._meta.verbose_name),
                "url": finder.get_edit_url(record),
                "status": record.status_string,
                "live": record.live,
                "when": record.latest_revision.created_at,
                "who": record.latest_revision.user,
            }
            for record in self.records()
        ]
        return {"rows": rows, "heading": self.heading, "empty": self.empty, "name": self.name}


class DraftsPanel(RecordsPanel):
    """What has been written and not published yet."""

    name = "drafts"
    order = 230
    heading = _("Drafts that wait to be published")
    empty = _("Nothing waits: everything that has been written is published.")

    def select(self, records):
        """Drafts, alone or beside a live version."""
        return records.filter(Q(live=False) | Q(has_unpublished_changes=True))


class RecentPanel(RecordsPanel):
    """What anybody changed last."""

    name = "recent"
    order = 240
    heading = _("Changed last")
    empty = _("Nobody has changed anything at the desk yet.")

"""The coverage desk: what is thin in the library, and for each gap the lines that lead to the field that closes it."""

from django.contrib.admin.utils import quote
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.http import Http404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import ModelPermissionPolicy

from cases.addresses import absolute
from cases.coverage.blanks import blank_gap
from cases.coverage.gaps import GAPS, Line, Lines, Way
from cases.exports import inert


def anchor(model: type[Model], field: str) -> str:
    """Where on the screen of a record the field stands; the screen opens its tab."""
    try:
        relation = model._meta.get_field(field)
    except FieldDoesNotExist:
        return ""
    return f"#id_{field}-FORMS" if relation.auto_created else f"#:w:contentpath={field}"


class Addresses:
    """Where the lines lead for a user: to the field on the record's screen, if they may change it."""

    def __init__(self, user):
        self.user = user
        self.may: dict[type[Model], bool] = {}

    def __call__(self, line: Line) -> str:
        """The address, or nothing."""
        if line.model is None or line.address:
            return line.address
        if line.model not in self.may:
            self.may[line.model] = ModelPermissionPolicy(line.model).user_has_permission(self.user, "change")
        if not self.may[line.model]:
            return ""
        screen = reverse(line.model.snippet_viewset.get_url_name("edit"), args=[quote(line.pk)])
        return screen + anchor(line.model, line.field)


class FactColumn(Column):
    """A fact of a line, which may lead on."""

    cell_template_name = "wagtailadmin/desk/fact_cell.html"

    def get_value(self, instance):
        """The fact."""
        return instance[self.name]


class CoverageView(WagtailAdminTemplateMixin, TemplateView):
    """Every gap with the number of its lines."""

    template_name = "wagtailadmin/desk/coverage.html"
    page_title = _("Coverage")
    header_icon = "crosshairs"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        """This is the top."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        """The gaps."""
        rows = [(gap, gap.count() if gap.counted else None) for gap in GAPS.values()]
        return {**super().get_context_data(**kwargs), "rows": rows}


class GapView(ReportView):
    """The lines of a gap."""

    _show_breadcrumbs = True
    header_icon = "crosshairs"
    results_template_name = "wagtailadmin/desk/gap_results.html"
    table_classname = "listing desk-gap"
    no_results_message = _("Nothing is missing here.")

    @cached_property
    def gap(self):
        """The gap that the address names."""
        if found := GAPS.get(self.kwargs["name"]):
            return found
        raise Http404

    def get_page_title(self):
        """What is missing."""
        return self.gap.title

    def get_breadcrumbs_items(self):
        """Below all gaps."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("coverage"), "label": _("Coverage")},
            {"label": self.gap.title, "url": ""},
        ]

    def get_index_url(self):
        """This page."""
        return self.request.path

    def get_base_queryset(self):
        """The lines, each with where it leads for this user."""
        return Lines(self.gap, Addresses(self.request.user))

    @property
    def columns(self):
        """The title that leads on, and the facts."""
        title = TitleColumn("title", label=self.gap.first, accessor="title", get_url=lambda line: line["address"])
        return [title, *(FactColumn(name, label=heading) for name, heading in self.gap.columns)]

    @property
    def list_export(self):
        """The title, the facts and the address."""
        return ["title", *(name for name, _heading in self.gap.columns), "address"]

    @property
    def export_headings(self):
        """The headings of the table."""
        return {"title": self.gap.first, **dict(self.gap.columns), "address": _("Address")}

    def get_filename(self):
        """The gap."""
        return self.gap.name

    def to_row_dict(self, item):
        """The line with the whole address."""
        return {
            **{name: item[name] for name in self.list_export},
            "address": absolute(item["address"]) if item["address"] else "",
        }

    def preprocess_field_value(self, field, value, export_format):
        """No spreadsheet runs what somebody wrote."""
        if isinstance(value, Way):
            value = value.text
        found = super().preprocess_field_value(field, value, export_format)
        return inert(found) if isinstance(found, str) else found


class BlankView(GapView):
    """The records in which a field is blank."""

    @cached_property
    def gap(self):
        """The field that the address names."""
        if found := blank_gap(self.kwargs["noun"], self.kwargs["field"]):
            return found
        raise Http404


urlpatterns = [
    path("coverage/", CoverageView.as_view(), name="coverage"),
    path("coverage/blank/<slug:noun>/<slug:field>/", BlankView.as_view(), name="coverage-blank"),
    path("coverage/<slug:name>/", GapView.as_view(), name="coverage-gap"),
]

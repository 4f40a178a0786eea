"""Releases at the desk: choose drafts, see what stands in their way, publish them together, now or at a time."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.utils import get_latest_str, get_user_display_name
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from cases.desk.acting import RecordActionView
from cases.models import Release
from cases.models.record import Record
from cases.record.releasing import CannotRelease, conflicts, drafts, records_of, release, set_records

MOST = 300
"""Drafts that a release can be chosen from; the last changed."""


def name_of(record: Record) -> str:
    """The record's name in the form."""
    return f"{record._meta.model_name}:{record.pk}"


class ReleaseForm(WagtailAdminModelForm):
    """What is published, and when."""

    records = forms.MultipleChoiceField(
        label=_("Drafts to publish"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "desk-choices"}),
    )

    class Meta:
        model = Release
        fields = ["title", "at"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        chosen = [record for record in records_of(self.instance).values() if record] if self.instance.pk else []
        self.known = {name_of(record): record for record in [*chosen, *drafts(MOST)]}
        self.fields["records"].choices = [(name, described(record)) for name, record in self.known.items()]
        self.fields["records"].initial = [name_of(record) for record in chosen]

    def clean_at(self):
        """A time that lies ahead, or none."""
        at = self.cleaned_data["at"]
        if at and at <= timezone.now():
            said = date_format(timezone.localtime(at), "j F Y, H:i")
            raise forms.ValidationError(
                gettext("%s has passed. Choose a later time, or none and publish by hand.") % said
            )
        return at

    def save(self, commit=True):
        """Save the release with its records; what was refused before is tried again."""
        found = super().save(commit=False)
        found.made_by, found.refused = found.made_by or self.for_user, ""
        found.save()
        set_records(release=found, records=[self.known[name] for name in self.cleaned_data["records"]])
        return found


def described(record: Record) -> str:
    """The draft in a line: noun, title, whether readers see an older version, who changed it last and when."""
    revision = record.latest_revision
    parts = [f"{capfirst(str(record._meta.verbose_name))}: {get_latest_str(record)}", str(record.status_string)]
    if revision:
        who = get_user_display_name(revision.user) if revision.user else ""
        parts.append(
            ", ".join(part for part in (date_format(timezone.localtime(revision.created_at), "j F Y"), who) if part)
        )
    return " · ".join(parts)


class ReleaseIndexView(generic.IndexView):
    """The releases, those that wait first."""

    def get_base_queryset(self):
        """With how many records each has."""
        return Release.objects.for_list()

    def order_queryset(self, queryset):
        """As they come."""
        return queryset


class ReleaseEditView(generic.EditView):
    """A release: what is in it, what stands in its way."""

    template_name = "wagtailadmin/desk/release.html"

    def post(self, request, *args, **kwargs):
        """What was published stays as it was."""
        if self.get_object().released_at:
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        """The records with their screens, and the conflicts."""
        context = super().get_context_data(**kwargs)
        finder = AdminURLFinder(self.request.user)
        rows = [
            (item, record, finder.get_edit_url(record) if record else "")
            for item, record in records_of(self.object).items()
        ]
        waiting = not self.object.released_at
        more = {
            "release": self.object,
            "rows": rows,
            "conflicts": conflicts(self.object, self.request.user) if waiting and rows else [],
            "may_publish": waiting and self.user_has_permission("publish"),
        }
        return {**context, **more}


class PublishReleaseView(RecordActionView):
    """Publish a release by hand."""

    page_title = _("Publish together")
    header_icon = "upload"
    form_class = forms.Form
    button = _("Publish all of it now")
    words = _("Every record of the release is published at one moment: all of them, or none.")

    def form_valid(self, form):
        """Publish it, or say what stands in the way."""
        try:
            release(release=self.object, by=self.request.user)
        except CannotRelease as error:
            for reason in error.reasons:
                messages.error(self.request, reason)
        else:
            messages.success(self.request, gettext("“%s” is published: readers see all of it.") % self.object)
        return redirect(self.get_success_url())


class ReleaseViewSet(ModelViewSet):
    """The screens of releases."""

    model = Release
    name = "release"
    url_prefix = "releases"
    icon = "date"
    menu_label = _("Releases")
    menu_order = 120
    add_to_admin_menu = True
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = ReleaseIndexView
    edit_view_class = ReleaseEditView
    edit_template_name = "wagtailadmin/desk/release.html"
    form_fields = ("title", "at")
    list_display = (
        TitleColumn("title", label=_("Title"), url_name="release:edit"),
        Column("record_count", label=_("Records")),
        Column("state", label=_("State")),
        DateColumn("at", label=_("When")),
        DateColumn("released_at", label=_("Published")),
    )

    def get_form_class(self, for_update=False):
        """Our form."""
        return ReleaseForm

    def get_urlpatterns(self):
        """Wagtail's, and one to publish."""
        view = self.construct_view(PublishReleaseView)
        return [*super().get_urlpatterns(), path("publish/<int:pk>/", view, name="publish")]

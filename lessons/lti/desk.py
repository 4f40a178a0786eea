"""Learning platforms at the desk: Administrators register them, switch them on and off, and see what a platform has not taken."""

from functools import partial

from django import forms
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _
from lti_tool.models import LtiDeployment, LtiRegistration
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from lessons.lti.outward import Unasked, refuse_unsafe

ADDRESSES = ("auth_url", "token_url", "keyset_url")


class RegistrationForm(WagtailAdminModelForm):
    """A registration. Its addresses are asked over HTTPS, so they are refused at once where they could not be."""

    class Meta:
        model = LtiRegistration
        fields = ["name", "issuer", "client_id", "audience", *ADDRESSES, "is_active"]
        field_classes = dict.fromkeys(ADDRESSES, partial(forms.URLField, assume_scheme="https"))

    def clean(self):
        """Each address can be asked."""
        cleaned = super().clean()
        for name in ADDRESSES:
            try:
                refuse_unsafe(cleaned.get(name) or "https://missing.example")
            except Unasked:
                self.add_error(name, forms.ValidationError(_("Write an address that begins with https://.")))
        return cleaned


class RegistrationIndexView(IndexView):
    """The platforms, those that wait to be switched on first, each with how many scores it has not taken."""

    def get_base_queryset(self):
        """Counted in the one query of the list."""
        waiting = Q(deployments__scores__isnull=False) & ~Q(deployments__scores__sent=F("deployments__scores__reached"))
        found = super().get_base_queryset()
        return found.annotate(
            deployment_count=Count("deployments", distinct=True),
            waiting=Count("deployments__scores", filter=waiting, distinct=True),
        )


class RegistrationViewSet(ModelViewSet):
    """The platforms that may send launches."""

    model = LtiRegistration
    index_view_class = RegistrationIndexView
    icon = "site"
    menu_label = _("Registered platforms")
    add_to_reference_index = False
    copy_view_enabled = False
    ordering = ["is_active", "name", "pk"]
    list_display = [
        "name",
        "issuer",
        BooleanColumn("is_active", label=_("Switched on")),
        Column("deployment_count", label=_("Deployments")),
        Column("waiting", label=_("Scores not taken yet")),
        DateColumn("datetime_created", label=_("Registered")),
    ]
    panels = [FieldPanel(name) for name in RegistrationForm.Meta.fields]

    def get_form_class(self, for_update=False):
        """Without the keys, which nobody is to see or to type."""
        return RegistrationForm


class DeploymentViewSet(ModelViewSet):
    """The parts of platforms that may send launches. One that is new registers itself, and waits here."""

    model = LtiDeployment
    icon = "link"
    menu_label = _("Deployments")
    add_to_reference_index = False
    copy_view_enabled = False
    ordering = ["is_active", "registration__name", "pk"]
    list_display = ["deployment_id", "registration", BooleanColumn("is_active", label=_("Switched on"))]
    form_fields = ["registration", "deployment_id", "is_active"]

    def get_queryset(self, request):
        """With the platform that each is of."""
        return LtiDeployment.objects.select_related("registration")


class PlatformsGroup(ModelViewSetGroup):
    """What the menu shows to those who have the rights to it."""

    items = (RegistrationViewSet("lti_platforms"), DeploymentViewSet("lti_deployments"))
    menu_icon = "site"
    menu_label = _("Platforms")
    menu_order = 130


platforms = PlatformsGroup()

"""A screen on which an editor does something to a record: words, a few fields, a button."""

from django.contrib.admin.utils import quote
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic.edit import FormView
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permissions import ModelPermissionPolicy


class RecordActionView(BaseObjectMixin, PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Asks what is needed to do something to a record, and does it."""

    template_name = "wagtailadmin/desk/record_action.html"
    permission_required = "publish"
    index_url_name = ""
    edit_url_name = ""
    words = ""
    """What will happen, in a sentence or two."""
    button = _("Do it")
    serious = False
    """Whether the button is red."""

    @classmethod
    def offered(cls, user, record) -> bool:
        """Whether its button is shown to the user on the record's screen."""
        return ModelPermissionPolicy(type(record)).user_has_permission(user, cls.permission_required)

    def act(self, form) -> str:
        """Do it; answers what was done, in a sentence."""
        raise NotImplementedError

    def form_valid(self, form):
        """Do it, say so, and go back to the record."""
        messages.success(self.request, self.act(form))
        return redirect(self.get_success_url())

    def get_success_url(self):
        """The record's screen."""
        return reverse(self.edit_url_name, args=[quote(self.object.pk)])

    def get_page_subtitle(self):
        """The record."""
        return get_latest_str(self.object)

    def get_breadcrumbs_items(self):
        """The list, the record, what is done to it."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": capfirst(self.model._meta.verbose_name_plural)},
            {"url": self.get_success_url(), "label": self.get_page_subtitle()},
            {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs):
        """What is done, to what, and how to turn back."""
        context = super().get_context_data(**kwargs)
        more = {"words": self.words, "button": self.button, "serious": self.serious, "back": self.get_success_url()}
        return {**context, **more, "record": self.object, "media": context["form"].media}

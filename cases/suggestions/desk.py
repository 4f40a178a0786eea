"""Suggestions at the desk: a list beside the stories, each to be taken up or declined by who may change stories."""

from django.contrib.auth import get_permission_codename
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.permission_policies import ModelPermissionPolicy

from cases.addresses import finder_url
from cases.choices import SuggestionState
from cases.models import Story, Suggestion
from cases.suggestions.actions import decide
from cases.suggestions.forms import DecisionForm


class SuggestionPolicy(ModelPermissionPolicy):
    """Who may change stories decides on suggestions; nobody makes one at the desk."""

    def user_has_permission(self, user, action):
        """As with stories, but for making them."""
        return action != "add" and user.has_perm(f"cases.{get_permission_codename(action, Story._meta)}")

    def user_has_any_permission(self, user, actions):
        """As with stories, but for making them."""
        return any(self.user_has_permission(user, action) for action in actions)


class SuggestionIndexView(IndexView):
    """The list: what waits first."""

    def get_base_queryset(self):
        """Suggestions with their stories."""
        return super().get_base_queryset().select_related("story")


class SuggestionEditView(EditView):
    """The screen on which a suggestion is taken up or declined."""

    def save_instance(self):
        """Decide, and tell whoever left an address."""
        suggestion = self.form.save(commit=False)
        decide(suggestion=suggestion, user=self.request.user)
        return suggestion


class SuggestionViewSet(ModelViewSet):
    """Suggestions at the desk."""

    name = "suggestions"
    model = Suggestion
    icon = "comment-add"
    menu_label = _("Suggestions")
    menu_order = 105
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_per_page = 50
    list_display = (
        "__str__",
        Column("story", label=_("Story")),
        Column("state", label=_("State"), accessor="get_state_display"),
        DateColumn("sent_at", label=_("Sent")),
    )
    list_filter = ("state", "outdated", "story")
    search_fields = ("text", "story__title")
    ordering = ("-sent_at",)
    index_view_class = SuggestionIndexView
    edit_view_class = SuggestionEditView

    @cached_property
    def permission_policy(self):
        """That of stories."""
        return SuggestionPolicy(self.model)

    def get_edit_handler(self):
        """What was sent, to read; and the decision."""
        panels = [
            HelpPanel(template="wagtailadmin/desk/suggestion.html", heading=_("What a reader says")),
            FieldPanel("state"),
            FieldPanel("answer"),
        ]
        return ObjectList(panels, base_form_class=DecisionForm).bind_to_model(self.model)


suggestions = SuggestionViewSet("suggestions")


class SuggestionsMixin:
    """The screen of a story, with the way to what readers suggest about it."""

    @cached_property
    def header_more_buttons(self):
        """The buttons of every record, and what waits."""
        buttons = super().header_more_buttons
        waiting = Suggestion.objects.of_story(self.object).waiting().count()
        if waiting:
            label = ngettext("%d suggestion waits", "%d suggestions wait", waiting) % waiting
            query = {"state": SuggestionState.WAITING.value, "story": str(self.object.pk)}
            address = reverse("suggestions:index") + finder_url(query).removeprefix(reverse("story-list"))
            buttons.append(Button(label, url=address, icon_name="comment-add", priority=6))
        return buttons

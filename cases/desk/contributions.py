"""Contributions at the desk: what people tell, an editor's first look, and the way back to them."""

from django import forms
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import Panel
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import ModelPermissionPolicy

from cases.models import Contribution
from cases.telling import actions
from cases.telling.choices import State
from cases.telling.left_over import left_over
from cases.telling.overview import told_chapters
from cases.telling.steps import STEPS
from cases.telling.telling import YOU, Telling

ACCEPT, ASK_BACK, DECLINE = "accept", "ask-back", "decline"
SHOWN = 10
"""Stories that the desk's first page names."""


class DecisionForm(forms.Form):
    """What an editor does with a contribution: take it up, ask its authors, or decline it with a reason."""

    do = forms.ChoiceField(choices=[(ACCEPT, ""), (ASK_BACK, ""), (DECLINE, "")])
    reason = forms.CharField(
        label=gettext_lazy("What you say to the authors"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("They read it as it stands. Needed to decline; welcome otherwise."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for step in STEPS:
            named = {"rows": 2, "aria-label": _("Remark on “%s”") % step.name}
            self.fields[f"remark-{step.key}"] = forms.CharField(
                required=False, max_length=1000, widget=forms.Textarea(attrs=named)
            )

    @property
    def remarks(self) -> list[tuple[str, str]]:
        """The remarks, by step."""
        found = ((step.key, self.cleaned_data.get(f"remark-{step.key}", "")) for step in STEPS)
        return [(key, text) for key, text in found if text]

    def clean(self):
        """Nobody is sent away, or asked back, without a word."""
        cleaned = super().clean()
        if cleaned.get("do") == DECLINE and not cleaned.get("reason"):
            self.add_error("reason", _("Say why you do not take it up: the people who wrote it read this."))
        if cleaned.get("do") == ASK_BACK and not cleaned.get("reason") and not self.remarks:
            self.add_error("reason", _("Say what you would like to know, here or beside an answer."))
        return cleaned


class ContributionIndexView(IndexView):
    """What has been sent, with what waits for a first look on top."""

    any_permission_required = ["change"]

    def get_base_queryset(self):
        """What editors see, with the authors."""
        return Contribution.objects.for_desk()

    def search_queryset(self, queryset):
        """Each once, however many of its authors are called so."""
        return super().search_queryset(queryset).distinct()

    def order_queryset(self, queryset):
        """As `for_desk` has it, until a column is chosen."""
        return super().order_queryset(queryset) if self.request.GET.get("ordering") else queryset


class LookView(InspectView):
    """A contribution, word for word, with what an editor can do."""

    any_permission_required = ["change"]
    template_name = "wagtailadmin/desk/contribution.html"
    page_title = gettext_lazy("First look")

    @cached_property
    def decision(self) -> DecisionForm:
        """The form, with what was typed."""
        return DecisionForm(self.request.POST if self.request.method == "POST" else None)

    def get_object(self, queryset=None):
        """Something that was sent; what is still being written is nobody's business here."""
        return get_object_or_404(Contribution.objects.for_desk(), pk=self.pk)

    def get_edit_url(self):
        """This is the screen."""

    def get_delete_url(self):
        """Its authors delete it."""

    def post(self, request, *args, **kwargs):
        """Decide; where that cannot be, show why, with everything that was typed."""
        if not self.decision.is_valid() or self.decision.cleaned_data["do"] not in possible(self.object):
            messages.error(request, _("Nothing was decided. See below."))
            return self.render_to_response(self.get_context_data(**kwargs), status=422)
        said = {"contribution": self.object, "by": request.user}
        reason, do = self.decision.cleaned_data["reason"], self.decision.cleaned_data["do"]
        if do == ACCEPT:
            story = actions.hand_over(**said, note=reason)
            on = messages.button(reverse("desk-review-start", args=[story.pk]), _("Ask for co-creation review"))
            messages.success(request, _("“%s” is a draft story now.") % story, buttons=[on])
            return HttpResponseRedirect(reverse(story.snippet_viewset.get_url_name("edit"), args=[story.pk]))
        if do == DECLINE:
            actions.decline(**said, reason=reason)
        else:
            actions.ask_back(**said, reason=reason, remarks=self.decision.remarks)
        messages.success(request, _("Done. The authors have been told by mail."))
        return HttpResponseRedirect(reverse("contributions:index"))

    def get_context_data(self, **kwargs):
        """Everything that was answered, beside where to remark on it."""
        can = possible(self.object)
        remarks = {step.key: self.decision[f"remark-{step.key}"] for step in STEPS} if ASK_BACK in can else {}
        context = {"decision": self.decision, "possible": can, "remarks": remarks}
        return {**super().get_context_data(**kwargs), **words_of(self.object), **context}


def possible(contribution: Contribution) -> list[str]:
    """What an editor can do where it stands."""
    state = contribution.state
    accept = [ACCEPT] if state == State.HELD or (state == State.AT_DESK and not contribution.story) else []
    return [*accept, ASK_BACK, DECLINE] if state in {State.HELD, State.AT_DESK} else accept


def words_of(contribution: Contribution) -> dict:
    """What the contributors wrote, for the screen of the contribution and that of its story."""
    telling = Telling(contribution)
    chapters = [(title, [told for told in steps if told.step != YOU]) for title, steps in told_chapters(telling)]
    return {"contribution": contribution, "telling": telling, "chapters": chapters, "left_over": left_over(telling)}


class ContributionViewSet(ModelViewSet):
    """Contributions at the desk. Nobody adds, edits or deletes one here: the words are those of their authors."""

    model = Contribution
    name = "contributions"
    icon = "edit"
    menu_label = gettext_lazy("Contributions")
    menu_order = 105
    add_to_admin_menu = True
    index_view_class = ContributionIndexView
    list_per_page = 50
    list_filter = ("state",)
    search_fields = ("title", "authors__name", "authors__email")
    list_display = (
        "title",
        Column(
            "authors", label=gettext_lazy("Written by"), accessor=lambda row: ", ".join(map(str, row.authors.all()))
        ),
        "state",
        Column("suspicions", label=gettext_lazy("May be spam"), accessor=lambda row: " ".join(row.suspicions)),
        DateColumn("changed_at", label=gettext_lazy("Changed"), sort_key="changed_at"),
    )
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields = ()

    def get_urlpatterns(self):
        """The list, and the look at one."""
        look = self.construct_view(LookView)
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("look/<int:pk>/", look, name="edit"),
        ]

    def get_common_view_kwargs(self, **kwargs):
        """No view leads to screens that there are none of."""
        none = dict.fromkeys(("add_url_name", "delete_url_name", "history_url_name", "usage_url_name"))
        return {**super().get_common_view_kwargs(**kwargs), **none}


class FirstLookPanel(Component):
    """What waits for a first look, on the desk's first page; nothing for who may not look."""

    template_name = "wagtailadmin/desk/first_look_panel.html"
    name = "first-look"
    order = 225

    def __init__(self, request):
        self.request = request

    def get_context_data(self, parent_context):
        """The stories that wait, the longest first."""
        may = ModelPermissionPolicy(Contribution).user_has_permission(self.request.user, "change")
        waiting = list(Contribution.objects.held()) if may else []
        return {"waiting": waiting[:SHOWN], "more": len(waiting[SHOWN:]), "name": self.name}


class ContributorsPanel(Panel):
    """What the contributors wrote, beside the story that was made of it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/desk/contributors_panel.html"

        def is_shown(self):
            """Only where the story was told through the form."""
            return bool(self.instance.pk) and Contribution.objects.filter(story=self.instance.pk).exists()

        def get_context_data(self, parent_context=None):
            """Every word."""
            context = super().get_context_data(parent_context)
            return {**context, **words_of(Contribution.objects.get(story=self.instance.pk))}

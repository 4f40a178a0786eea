"""Merging two records at the desk: choose the other, see what would happen, and say so twice."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from cases.desk.acting import RecordActionView
from cases.desk.choosers import RecordChooser
from cases.record.merging import MERGED, CannotMerge, choices_for, merge, plan


class MergeForm(forms.Form):
    """The record that stays; and, when what would happen has been shown, the name of the one that goes."""

    into = forms.ModelChoiceField(queryset=None, label=_("The record that stays"))
    name = forms.CharField(
        label=_("To be sure, write the name of the record that goes"), required=False, max_length=300, strip=True
    )

    def __init__(self, *args, record, sure, **kwargs):
        super().__init__(*args, **kwargs)
        model = type(record)
        self.record = record
        self.fields["into"].queryset = choices_for(record)
        self.fields["into"].widget = RecordChooser(model=model, icon=model.snippet_viewset.icon)
        if not sure:
            del self.fields["name"]

    def clean_into(self):
        """What would happen; a reason where it cannot be."""
        try:
            self.plan = plan(self.record, self.cleaned_data["into"])
        except CannotMerge as error:
            raise forms.ValidationError(str(error)) from error
        return self.cleaned_data["into"]

    def clean_name(self):
        """The very name, so that nobody merges by a slip."""
        if self.cleaned_data["name"] != str(self.record):
            raise forms.ValidationError(
                gettext("You wrote “%(wrote)s”. The record that goes is called “%(name)s”.")
                % {"wrote": self.cleaned_data["name"], "name": self.record}
            )
        return self.cleaned_data["name"]


class MergeView(RecordActionView):
    """Make one record of two."""

    template_name = "wagtailadmin/desk/merge.html"
    page_title = _("Merge into another")
    header_icon = "link"
    form_class = MergeForm
    serious = True

    @classmethod
    def offered(cls, user, record):
        """For nouns that may have doubles, to who may."""
        return type(record) in MERGED and user.has_perm("cases.merge_records") and super().offered(user, record)

    def dispatch(self, request, *args, **kwargs):
        """Only for nouns that may have doubles, and for who may."""
        if self.model not in MERGED:
            raise Http404(f"{self.model._meta.verbose_name_plural} cannot be merged.")
        if not request.user.has_perm("cases.merge_records"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def asked_twice(self) -> bool:
        """Whether what would happen has been shown."""
        return "sure" in self.request.POST

    @property
    def button(self):
        """First to see, then to do."""
        return _("Merge the two for good") if self.shown_plan else _("See what would happen")

    @property
    def words(self):
        """What merging means."""
        return gettext(
            "“%s” goes, and everything that names it names the other record from then on: stories, drafts, old versions. "
            "Its address leads to the other. Nobody can undo it."
        ) % (self.object)

    def get_form_kwargs(self):
        """The record, and whether the editor has seen what would happen."""
        return {**super().get_form_kwargs(), "record": self.object, "sure": self.asked_twice}

    def form_valid(self, form):
        """Show what would happen; the second time, do it."""
        if not self.asked_twice:
            again = MergeForm(initial={"into": form.cleaned_data["into"]}, record=self.object, sure=True)
            return self.render_to_response(self.get_context_data(form=again, plan=form.plan))
        try:
            merge(gone=self.object, kept=form.cleaned_data["into"], by=self.request.user)
        except CannotMerge as error:
            form.add_error("into", str(error))
            return self.form_invalid(form)
        kept = form.cleaned_data["into"]
        messages.success(
            self.request,
            gettext("“%(gone)s” is now one with “%(kept)s”.") % {"gone": self.object, "kept": kept},
        )
        return redirect(reverse(self.edit_url_name, args=[kept.pk]))

    def get_context_data(self, **kwargs):
        """With the plan, once the other record is known."""
        form = kwargs.get("form")
        self.shown_plan = kwargs.get("plan") or getattr(form, "plan", None)
        return {**super().get_context_data(**kwargs), "plan": self.shown_plan}

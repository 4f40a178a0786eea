"""Retiring a record at the desk, and bringing it back."""

from django import forms
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from cases.desk.acting import RecordActionView
from cases.desk.choosers import RecordChooser
from cases.record.renaming import has_address
from cases.record.retiring import bring_back, retire


class RetireForm(forms.Form):
    """Why, and what readers should look at instead."""

    reason = forms.CharField(
        label=_("Why is it retired?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Readers who come to its address are shown this, with the date."),
    )
    see_instead = forms.ModelChoiceField(queryset=None, label=_("See instead"), required=False)

    def __init__(self, *args, record, **kwargs):
        super().__init__(*args, **kwargs)
        model = type(record)
        self.fields["see_instead"].queryset = model.objects.published().exclude(pk=record.pk)
        self.fields["see_instead"].widget = RecordChooser(model=model, icon=model.snippet_viewset.icon)


class RetireView(RecordActionView):
    """Take a record back from readers with a reason."""

    page_title = _("Retire")
    header_icon = "download"
    form_class = RetireForm
    button = _("Retire it")
    serious = True
    words = _(
        "Readers no longer see it, and the finder drops it at once. Its address says that it was retired, when and why. "
        "Everything that names it stays as it is, and you can bring it back."
    )

    @classmethod
    def offered(cls, user, record):
        """For what readers see at an address."""
        return record.live and has_address(type(record)) and super().offered(user, record)

    def dispatch(self, request, *args, **kwargs):
        """Only what readers see at an address can be retired."""
        if not has_address(self.model):
            raise Http404(f"{self.model._meta.verbose_name_plural} have no page that could be retired.")
        if self.object.retired_on and self.user_has_permission(self.permission_required):
            messages.warning(request, gettext("“%s” is retired already.") % self.object)
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        """The record."""
        return {**super().get_form_kwargs(), "record": self.object}

    def act(self, form):
        """Retire it."""
        said = form.cleaned_data
        retire(record=self.object, reason=said["reason"], see_instead=said["see_instead"], by=self.request.user)
        return gettext("“%s” is retired. Its address says why.") % self.object


class BringBackView(RecordActionView):
    """Show a retired record to readers again."""

    page_title = _("Bring back")
    header_icon = "undo"
    form_class = forms.Form
    button = _("Bring it back")

    @property
    def words(self):
        """Why it was retired, and what happens now."""
        return gettext("It was retired because: “%s” Readers see it again as it stands at the desk.") % (
            self.object.retired_because
        )

    @classmethod
    def offered(cls, user, record):
        """For what is retired."""
        return bool(record.retired_on) and super().offered(user, record)

    def dispatch(self, request, *args, **kwargs):
        """Only what is retired can come back."""
        if not self.object.retired_on and self.user_has_permission(self.permission_required):
            messages.warning(request, gettext("“%s” is not retired.") % self.object)
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def act(self, form):
        """Bring it back."""
        bring_back(record=self.object, by=self.request.user)
        return gettext("“%s” is back: readers see it, and the finder finds it.") % self.object

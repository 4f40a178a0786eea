"""Saying at the desk that a story is still true, and who looks after it until when."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cases.desk.acting import RecordActionView
from cases.models.upkept import CHECKED_AFTER
from cases.people import keepers
from cases.record.upkeep import look_after, still_true


class CheckForm(forms.Form):
    """What was looked at, when it is looked at again, and by whom."""

    note = forms.CharField(
        label=_("What did you look at?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "For the story's history at the desk: such as “Figures compared with the council's report of 2027.”"
        ),
    )
    review_by = forms.DateField(label=_("To be checked again by"), widget=AdminDateInput())
    owner = forms.ModelChoiceField(
        queryset=None, label=_("Who looks after it"), required=False, empty_label=_("Nobody in particular")
    )

    def __init__(self, *args, checked, **kwargs):
        super().__init__(*args, **kwargs)
        self.checked = checked
        self.fields["owner"].queryset = keepers()

    def clean_note(self):
        """A check says what was looked at."""
        if self.checked and not self.cleaned_data["note"].strip():
            raise forms.ValidationError(
                gettext("Say in a few words what you looked at, so that the next can go on from there.")
            )
        return self.cleaned_data["note"].strip()

    def clean_review_by(self):
        """The next check lies ahead."""
        found: date = self.cleaned_data["review_by"]
        if found <= timezone.localdate():
            raise forms.ValidationError(
                gettext("%s has passed, or is today. Choose a later day.") % date_format(found, "j F Y")
            )
        return found


class CheckView(RecordActionView):
    """Record that a story was checked, or only who looks after it and until when."""

    template_name = "wagtailadmin/desk/check.html"
    page_title = _("Checked: still true")
    header_icon = "check"
    permission_required = "change"
    form_class = CheckForm
    button = _("Checked: still true")

    @classmethod
    def offered(cls, user, record):
        """For stories that readers see."""
        return record.live and super().offered(user, record)

    @property
    def checked(self) -> bool:
        """Whether the editor says so; the other button keeps owner and day alone."""
        return "keep" not in self.request.POST

    def get_initial(self):
        """Two years from now, and who looks after it already."""
        return {
            "review_by": timezone.localdate() + CHECKED_AFTER,
            "owner": self.object.owner_id or self.request.user.pk,
        }

    def get_form_kwargs(self):
        """Whether it is a check."""
        return {**super().get_form_kwargs(), "checked": self.checked}

    def act(self, form):
        """Put it on record."""
        said = form.cleaned_data
        if self.checked:
            still_true(
                story=self.object,
                note=said["note"],
                review_by=said["review_by"],
                owner=said["owner"],
                by=self.request.user,
            )
            return gettext("Recorded: “%(story)s” was checked today, and is to be checked again by %(day)s.") % {
                "story": self.object,
                "day": date_format(said["review_by"], "j F Y"),
            }
        look_after(story=self.object, review_by=said["review_by"], owner=said["owner"], by=self.request.user)
        return gettext("“%(story)s” is to be checked by %(day)s.") % {
            "story": self.object,
            "day": date_format(said["review_by"], "j F Y"),
        }

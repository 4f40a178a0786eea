"""What signatories answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.choices import Answer
from cases.story_fields import REMARKED, field_label

LONGEST = 2000


class AnswerForm(forms.Form):
    """I sign this off, or I send it back; with remarks on any field either way."""

    answer = forms.ChoiceField(
        choices=[(Answer.SIGNED, _("I sign this off")), (Answer.SENT_BACK, _("I send it back"))],
        error_messages={
            "required": _("Choose whether you sign it off or send it back."),
            "invalid_choice": _("“%(value)s” is no answer. Choose whether you sign it off or send it back."),
        },
    )
    named = forms.BooleanField(label=_("Readers may see my name"), required=False)
    shown_name = forms.CharField(label=_("Your name, as readers should see it"), required=False, max_length=120)
    reason = forms.CharField(label=_("Why you send it back"), required=False, max_length=LONGEST, widget=forms.Textarea)
    digest = forms.CharField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in REMARKED:
            field = forms.CharField(label=field_label(name), required=False, max_length=LONGEST, widget=forms.Textarea)
            self.fields[f"remark-{name}"] = field

    def clean(self):
        """A name where it may be shown, and a reason where it is sent back."""
        cleaned = super().clean()
        if cleaned.get("answer") == Answer.SIGNED and cleaned.get("named") and not cleaned.get("shown_name"):
            self.add_error("shown_name", _("Write your name, or take away the tick."))
        if cleaned.get("answer") == Answer.SENT_BACK and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Say why you send it back, so that somebody can put it right."))
        return cleaned

    @property
    def remarks(self) -> list[tuple[str, str]]:
        """What was said, by field; what was written as a reason and then signed all the same is a remark on the whole."""
        given = self.cleaned_data
        found = [(name, given[f"remark-{name}"]) for name in REMARKED if given.get(f"remark-{name}")]
        extra = [("", given["reason"])] if given["answer"] == Answer.SIGNED and given["reason"] else []
        return extra + found

    @property
    def signs(self) -> bool:
        """Whether it is a signature."""
        return self.cleaned_data["answer"] == Answer.SIGNED

    @property
    def name_for_readers(self) -> str:
        """The name that may be shown; nothing without leave."""
        return self.cleaned_data["shown_name"] if self.cleaned_data["named"] else ""

    def remark_fields(self):
        """The fields for remarks, each with whether something is written in it."""
        return [self[f"remark-{name}"] for name in REMARKED]

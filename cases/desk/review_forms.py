"""What the desk asks in a co-creation review."""

from collections.abc import Mapping

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateInput

from cases.choices import Signatory
from cases.models import Remark
from cases.people import Group
from cases.reviewing.inviting import Invited, default_due
from cases.story_fields import REMARKED, field_label
from cases.telling.proposing import Proposed

LONGEST = 2000
REASON = {"required": _("Give a reason: others must be able to follow it.")}


class PersonChoice(forms.ModelChoiceField):
    """Somebody who works at the desk, by name."""

    def __init__(self, *groups: Group, **kwargs):
        self.groups = groups
        super().__init__(queryset=get_user_model().objects.none(), required=False, **kwargs)

    def __deepcopy__(self, memo):
        copy = super().__deepcopy__(memo)
        people = get_user_model().objects.filter(is_active=True)
        copy.queryset = people.filter(Q(groups__name__in=self.groups) | Q(is_superuser=True)).distinct()
        return copy

    def label_from_instance(self, user):
        """The full name, and the name that they sign in with."""
        name = user.get_full_name()
        return f"{name} ({user.get_username()})" if name else user.get_username()


def at_desk(**kwargs) -> PersonChoice:
    """Anybody at the desk."""
    return PersonChoice(
        Group.REVIEWER, Group.EDITOR, Group.ADMINISTRATOR, empty_label=_("Nobody with an account"), **kwargs
    )


def editors(**kwargs) -> PersonChoice:
    """Whoever may publish."""
    return PersonChoice(Group.EDITOR, Group.ADMINISTRATOR, empty_label=_("Any editor"), **kwargs)


def text(label, required=True, **kwargs) -> forms.CharField:
    """A text of some lines."""
    errors = REASON if required else None
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST,
        widget=AdminAutoHeightTextInput(),
        error_messages=errors,
        **kwargs,
    )


def day(label, **kwargs) -> forms.DateField:
    """A day that is still to come."""
    return forms.DateField(label=label, widget=AdminDateInput(), validators=[to_come], **kwargs)


def to_come(value) -> None:
    """Refuse a day that is over."""
    if value < timezone.localdate():
        raise ValidationError(_("%(day)s is over. Choose today or a later day."), params={"day": value.isoformat()})


def invited_of(form: forms.Form, prefix: str = "") -> Invited:
    """Whom the fields of that prefix name; nobody, where they are empty. Adds an error where they do not go together."""
    user, name, email = (form.cleaned_data.get(f"{prefix}{part}") for part in ("user", "name", "email"))
    if user and (name or email):
        form.add_error(f"{prefix}user", _("Choose somebody with an account, or write a name and an e-mail; not both."))
    elif name and not email and f"{prefix}email" not in form.errors:
        form.add_error(f"{prefix}email", _("%(name)s needs an e-mail, so that the link reaches them.") % {"name": name})
    elif email and not name:
        form.add_error(f"{prefix}name", _("Say whom %(email)s belongs to.") % {"email": email})
    return Invited(name or "", email or "", user)


class StartForm(forms.Form):
    """Whom to ask, by when, and what they should know."""

    practitioner_user = at_desk(label=_("With an account"))
    practitioner_name = forms.CharField(label=_("Or without one: name"), required=False, max_length=120)
    practitioner_email = forms.EmailField(label=_("E-mail of that person"), required=False)
    scholar_user = at_desk(label=_("With an account"))
    scholar_name = forms.CharField(label=_("Or without one: name"), required=False, max_length=120)
    scholar_email = forms.EmailField(label=_("E-mail of that person"), required=False)
    due = day(_("They should answer by"), initial=default_due)
    note = text(_("What they should know"), required=False, help_text=_("It stands in the mail and above the story."))
    editor = editors(label=_("Who publishes in the end"))

    def __init__(self, *args, proposed: Mapping[str, Proposed] | None = None, **kwargs):
        """Whoever is proposed stands filled in; an editor decides."""
        super().__init__(*args, **kwargs)
        for kind, person in (proposed or {}).items():
            self.initial.update({f"{kind}_name": person.name, f"{kind}_email": person.email})
            self.fields[f"{kind}_name"].help_text = person.why

    def clean(self):
        """Each of the two is a user, somebody by name and e-mail, or nobody yet; one must be somebody."""
        cleaned = super().clean()
        self.people = {kind: invited_of(self, f"{kind}_") for kind in Signatory.values}
        if not self.errors and not any(person.user or person.email for person in self.people.values()):
            raise ValidationError(_("Name at least one of the two; the other can be named later."))
        return cleaned

    def groups(self):
        """The fields as the page puts them together."""
        names = {_("A practitioner"): "practitioner_", _("A scholar"): "scholar_"}
        found = [
            (label, [self[f"{prefix}{part}"] for part in ("user", "name", "email")]) for label, prefix in names.items()
        ]
        return [*found, (_("By when, and who publishes"), [self["due"], self["note"], self["editor"]])]


class NameForm(forms.Form):
    """Somebody else, or somebody at last, for one sign-off."""

    user = at_desk(label=_("With an account"))
    name = forms.CharField(label=_("Or without one: name"), required=False, max_length=120)
    email = forms.EmailField(label=_("E-mail of that person"), required=False)
    due = day(_("To answer by"))

    def clean(self):
        """A user, or a name and an e-mail."""
        cleaned = super().clean()
        self.invited = invited_of(self)
        if not self.errors and not (self.invited.user or self.invited.email):
            raise ValidationError(_("Choose somebody with an account, or write a name and an e-mail."))
        return cleaned


class SignForm(forms.Form):
    """What is asked of a user who signs off at the desk."""

    shown_name = forms.CharField(
        label=_("Your name, as readers may see it"),
        required=False,
        max_length=120,
        help_text=_("Empty: readers see only that somebody signed it off, as what, and when."),
    )


class SendBackForm(forms.Form):
    """Why a story is sent back, and what about."""

    reason = text(_("Why it is sent back"))
    field = forms.ChoiceField(label=_("A remark about"), required=False)
    remark = text(
        _("The remark"), required=False, help_text=_("It stands beside the field. More remarks: on the review's page.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = remarked()


class WithoutForm(forms.Form):
    """Why a story goes on without a sign-off."""

    reason = text(_("Why it goes on without this sign-off"), help_text=_("Readers see it on the story's page."))


class AssignForm(forms.Form):
    """The editor who publishes."""

    editor = editors(label=_("Who publishes in the end"))


class RemarkForm(forms.ModelForm):
    """A remark on a field."""

    class Meta:
        model = Remark
        fields = ["field", "text"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["field"] = forms.ChoiceField(label=_("About"), required=False, choices=remarked())
        self.fields["text"].widget = AdminAutoHeightTextInput()


def remarked() -> list[tuple[str, str]]:
    """What a remark may be about."""
    return [("", field_label("")), *((name, field_label(name)) for name in REMARKED)]

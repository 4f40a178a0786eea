"""What is sent from the pages on which a course is shared."""

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lessons.choices import Right, Visibility
from lessons.models import Trainer


class Wish(TextChoices):
    """What can be done there."""

    PRIVATE = "private", _("Show it to its trainers only")
    LINK = "link", _("Show it to whoever has the link")
    RENEW = "renew", _("Make a new link, and end the old one")
    INVITE = "invite", _("Invite")
    SEE = "see", _("May see and teach it")
    EDIT = "edit", _("May change it")
    HAND_OVER = "hand-over", _("Hand it over")
    REMOVE = "remove", _("Take off")
    ASK = "ask", _("Ask the editors to make it public")
    WITHDRAW = "withdraw", _("Take the question back")
    PUBLISH = "publish", _("Make it public")
    DELETE = "delete", _("Delete the course")
    LEAVE = "leave", _("Leave the course")


VISIBILITIES = {Wish.PRIVATE: Visibility.PRIVATE, Wish.LINK: Visibility.LINK}
RIGHTS = {Wish.SEE: Right.SEE, Wish.EDIT: Right.EDIT}


class WishForm(forms.Form):
    """What is done, and to which co-trainer."""

    do = forms.ChoiceField(choices=Wish)
    trainer = forms.ModelChoiceField(Trainer.objects.none(), required=False)

    def __init__(self, data, course):
        super().__init__(data)
        self.fields["trainer"].queryset = Trainer.objects.filter(course=course).exclude(right=Right.OWNER)


class InviteForm(forms.Form):
    """Whom to invite, and to what."""

    email = forms.EmailField(
        label=_("E-mail"), max_length=254, error_messages={"required": _("Give the address of the person to invite.")}
    )
    right = forms.ChoiceField(
        label=_("What they may do"),
        choices=[(Right.EDIT, _("Change the course with you")), (Right.SEE, _("See and teach it"))],
        initial=Right.EDIT,
    )

    def clean_email(self):
        """Small and capital letters are the same."""
        return self.cleaned_data["email"].lower()

"""The forms around the questions: beginning, inviting, sending, ending."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import CoAuthor, Story
from cases.models.contribution import new_key
from cases.telling import hints, suspicion
from cases.telling.choices import Writer
from cases.telling.fields import Line, Passage, Pick, Tick, options
from cases.telling.forms import LONGEST_WORDS, StepForm, most
from cases.telling.telling import Telling

MOST_AUTHORS = 12
"""People who write one story."""

QUICK = timedelta(minutes=1)
"""Nobody tells a story faster."""

MOST_INVITATIONS = 30
"""Invitations to one story: nobody sends mail to strangers through us."""


class Address(Line):
    """An e-mail address, kept in small letters."""

    type = "email"

    def __init__(self, **kwargs):
        super().__init__(limit=254, needed=gettext_lazy("Write the e-mail address."), **kwargs)

    def validate(self, value):
        """Say what an address looks like."""
        super().validate(value)
        try:
            forms.EmailField().clean(value)
        except ValidationError as error:
            words = _("“%(value)s” is not an e-mail address. Write it as in ada@example.org.")
            raise ValidationError(words % {"value": value[:80]}, code="email") from error

    def clean(self, value):
        """Addresses are compared in small letters."""
        return super().clean(value).lower()


class BeginForm(suspicion.GuardForm, StepForm):
    """The first page: nothing else is needed to save a story."""

    offers_to_fill_in = True
    title = Line(
        label=gettext_lazy("What would you call the story, for now?"),
        limit=most(Story, "title"),
        goes_into_mail=True,
        needed=gettext_lazy("Write a title. A working title is enough."),
        help_text=gettext_lazy("A few words. You can change them later."),
    )
    name = Line(
        label=gettext_lazy("Your name"),
        limit=most(CoAuthor, "name"),
        goes_into_mail=True,
        needed=gettext_lazy("Write your name."),
    )
    email = Address(
        label=gettext_lazy("Your e-mail address"),
        help_text=gettext_lazy(
            "We send you a private link by which you come back, on any device. Readers never see it."
        ),
    )

    def __init__(self, data=None, *, network: str = "", **kwargs):
        super().__init__(data, **kwargs)
        self.network = network

    def clean(self):
        """Whether a person sends it, and not too often."""
        cleaned = super().clean()
        try:
            cleaned["key"] = suspicion.signed_content(cleaned.get("signed", ""))
        except ValueError as error:
            self.add_error(None, str(error))
        if not self.errors and (words := suspicion.too_often(cleaned["email"], self.network)):
            self.add_error(None, ValidationError(words, code="often"))
        return cleaned

    @property
    def fresh_mark(self) -> str:
        """The mark of the page as it is shown now: the one that came with it where it is good, so that pressing again is enough."""
        sent = self["signed"].value() or ""
        try:
            suspicion.signed_content(sent, least=suspicion.NO_TIME)
        except ValueError:
            return suspicion.signed_form(new_key())
        return sent

    @property
    def comes_too_often(self) -> bool:
        """Whether it is refused for its rate."""
        return self.has_error(forms.forms.NON_FIELD_ERRORS, "often")

    @property
    def suspicions(self) -> list[str]:
        """Why it may be from a machine."""
        return [_("A field that people do not see was filled in.")] if self.trap_is_filled else []


class LinkForm(StepForm):
    """The address that a new private link is sent to."""

    offers_to_fill_in = True
    email = Address(
        label=gettext_lazy("Your e-mail address"), help_text=gettext_lazy("The one under which you write the story.")
    )
    end_others = Tick(
        label=gettext_lazy("End my old link as soon as I open the new one: somebody else may have it"), required=False
    )


class InviteForm(StepForm):
    """Somebody who is to write, too."""

    name = Line(
        label=gettext_lazy("Their name"),
        limit=most(CoAuthor, "name"),
        goes_into_mail=True,
        needed=gettext_lazy("Write their name."),
    )
    email = Address(
        label=gettext_lazy("Their e-mail address"),
        help_text=gettext_lazy("They get a link of their own. They see and change the same story."),
    )
    kind = Pick(options(Writer.choices, hints.WRITERS), label=gettext_lazy("From where would they write?"))

    def __init__(self, data=None, *, telling: Telling, **kwargs):
        super().__init__(data, **kwargs)
        self.telling = telling

    def clean(self):
        """Not somebody who writes it already, and not too many; and whoever invites has a known address."""
        cleaned, telling = super().clean(), self.telling
        if any(author.email == cleaned.get("email") for author in telling.authors):
            words = _(
                "Somebody with the address “%(email)s” writes this story already. Send them a new link from the list."
            )
            self.add_error("email", words % {"email": cleaned["email"]})
        if len(telling.authors) >= MOST_AUTHORS or telling.contribution.invitations >= MOST_INVITATIONS:
            words = _("A story has at most %(n)d authors and %(m)d invitations, and this one has them.")
            self.add_error(None, words % {"n": MOST_AUTHORS, "m": MOST_INVITATIONS})
        if not telling.author.is_confirmed:
            words = _(
                "Open the link in the mail that we sent to %(email)s first: then we know that it is you who invites."
            )
            self.add_error(None, words % {"email": telling.author.email})
        return cleaned


class SendForm(suspicion.GuardForm, StepForm):
    """The last page: leave to publish it, and a word to the editors."""

    note = Passage(
        label=gettext_lazy("A word to the editors"),
        limit=LONGEST_WORDS,
        help_text=gettext_lazy("What they should know and readers should not see. May stay empty."),
    )
    agreed = Tick(
        label=gettext_lazy(
            "I may tell this story, and I agree that the library edits it and publishes it for anybody to read and reuse"
        ),
        error_messages={
            "required": gettext_lazy("Agree that the library may publish the story, or keep it to yourself for now.")
        },
    )

    def suspicions(self, telling: Telling) -> list[str]:
        """Why it may be from a machine."""
        texts = [str(value) for row in telling.answers.values() for value in row.data.values()]
        quick = timezone.now() - telling.contribution.begun_at < QUICK
        return [
            *([_("A field that people do not see was filled in.")] if self.trap_is_filled else []),
            *([_("It was written in less than a minute.")] if quick else []),
            *suspicion.web_addresses(texts),
        ]

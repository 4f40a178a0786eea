"""The page of the form that asks for a picture: the questions of `cases.pictures.forms`, asked as this form asks."""

from hashlib import sha256

from django.core.files.base import File
from django.utils.translation import gettext as _

from cases.licences import Licence
from cases.models import Contribution, Picture
from cases.pictures.actions import keep_picture
from cases.pictures.fields import PictureField
from cases.pictures.forms import LICENCES, PEOPLE, PictureForm, WithRights, most
from cases.telling.fields import Line, Pick, options
from cases.telling.forms import StepForm

SLUG_LENGTH = 22
RIGHTS = ("description", "credit", "licence", "licence_words", "consent")
"""What is kept with the picture itself."""


def asks(name: str) -> dict:
    """How the form for pictures asks for it."""
    field = PictureForm.base_fields[name]
    return {"label": field.label, "help_text": field.help_text}


def says(name: str) -> str:
    """What that form says where it is missing."""
    return PictureForm.base_fields[name].error_messages["required"]


class PictureFile(PictureField):
    """The file; what is kept of it is the name of the picture."""

    kind = "file"

    def display(self, value) -> str:
        """That it is there: it has no address yet."""
        return _("Kept. Only editors see it.") if value else ""


class Chosen(Pick):
    """One of a few things; one of them must be chosen."""

    def __init__(self, choose, *, needed, **kwargs):
        super().__init__(choose, required=True, **kwargs)
        self.error_messages["required"] = needed


class StoryPictureForm(WithRights, StepForm):
    """A picture for the story."""

    takes_files = True

    file = PictureFile(label=asks("file")["label"])
    description = Line(**asks("description"), limit=most("description"), needed=says("description"))
    caption = Line(**asks("caption"), limit=PictureForm.base_fields["caption"].max_length)
    credit = Line(**asks("credit"), limit=most("credit"), needed=says("credit"))
    licence = Chosen(
        options((licence.value, LICENCES.get(licence, licence.label)) for licence in reversed(Licence)),
        **asks("licence"),
        needed=says("licence"),
    )
    licence_words = Line(**asks("licence_words"), limit=most("licence_words"))
    people = Chosen(options(PEOPLE), **asks("people"), needed=says("people"))
    consent = Line(**asks("consent"), limit=most("consent"))

    def clean(self):
        """Where something else is wrong, the file must be chosen again, and that is said."""
        cleaned = super().clean()
        if self.errors and "file" not in self.errors and isinstance(cleaned.get("file"), File):
            self.add_error(
                "file", _("Choose the file again: a browser does not keep it while something else is wrong.")
            )
        return cleaned

    def kept(self, contribution: Contribution) -> dict:
        """The answer, with the name of the picture in the place of its file; the same file has the same name."""
        data = dict(self.cleaned_data)
        if not isinstance(data["file"], str):
            slug = sha256(contribution.key.encode() + data["file"].read()).hexdigest()[:SLUG_LENGTH]
            if not Picture.objects.filter(slug=slug).exists():
                keep_picture(file=data["file"], slug=slug, **{name: data[name] for name in RIGHTS})
            data["file"] = slug
        return data

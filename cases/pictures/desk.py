"""Pictures at the desk: Wagtail's screens, with our questions."""

from django import forms
from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from wagtail.images.forms import BaseImageForm

from cases.pictures.fields import PictureField
from cases.pictures.forms import PEOPLE, WithRights


class DeskPictureForm(WithRights, BaseImageForm):
    """The form of a picture at the desk."""

    people = forms.ChoiceField(label=_("People in the picture"), choices=PEOPLE, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"] = PictureField(label=_("File"), widget=forms.FileInput())
        if self.instance.pk:
            self.initial["people"] = "yes" if self.instance.consent else "no"


def one_at_a_time():
    """Each picture has its own words, credit and licence: the screen that takes many files at once leads to the one for one."""
    return [path("images/multiple/add/", RedirectView.as_view(url=reverse_lazy("wagtailimages:add")))]

"""What the pages of the builder are asked with."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from lessons.choices import Audience
from lessons.courses.building.performing import Done
from lessons.models import Course, Session
from lessons.models.course import LONGEST


class NewCourseForm(forms.ModelForm):
    """The little that a course begins with."""

    minutes = forms.IntegerField(
        label=_("How long it shall be, in minutes"),
        min_value=5,
        max_value=LONGEST,
        required=False,
        help_text=_("The builder then says how much is still open. It may stay empty."),
    )

    class Meta:
        model = Course
        fields = ("title", "audience", "minutes")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].help_text = _("You can change it at any time.")
        self.fields["audience"].label = _("For whom it is")
        self.fields["audience"].choices = Audience.choices


class BuildQuery(forms.Form):
    """What is looked for in the builder, and the session to add to. What it does not know, it leaves out."""

    words = forms.CharField(required=False)
    session = forms.ModelChoiceField(Session.objects.none(), required=False)

    def __init__(self, data, course):
        super().__init__(data)
        self.fields["session"].queryset = Session.objects.filter(course=course)

    @property
    def done(self) -> Done:
        """The state of the page that is asked for."""
        self.is_valid()
        session = self.cleaned_data.get("session")
        return Done(words=self.cleaned_data.get("words", "")[:200], session=session.pk if session else None)


class NewsQuery(forms.Form):
    """Since when a page with scripts has not heard of others, and whether it wants all of the sessions anew."""

    since = forms.CharField(required=False, max_length=60)
    whole = forms.BooleanField(required=False)

    def __init__(self, data):
        super().__init__({name: data.get(name, "") for name in ("since", "whole")})
        self.is_valid()
        self.whole = self.cleaned_data.get("whole", False)
        self.since = self.moment(self.cleaned_data.get("since", ""))

    @staticmethod
    def moment(text: str) -> datetime | None:
        """The moment that the text names, or None."""
        try:
            found = datetime.fromisoformat(text)
        except ValueError:
            return None
        return found if found.tzinfo else None

"""A course to take into a learning platform."""

from django import forms
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lessons.choices import TEST_KINDS
from lessons.courses.access import for_teaching
from lessons.courses.cartridge.building import cartridge, goes_live
from lessons.courses.cartridge.qti21 import questions_zip
from lessons.courses.documents.views import file_response

CARTRIDGE = "application/vnd.ims.imsccv1p3"
"""The type of the file."""


class WantedForm(forms.Form):
    """Whether links to the live pages are wanted, and whether the model answers are not."""

    live = forms.BooleanField(required=False)
    bare = forms.BooleanField(required=False)

    @property
    def wanted(self) -> dict[str, bool]:
        """What the package is asked to have."""
        self.is_valid()
        return {"live": self.cleaned_data.get("live", False), "models": not self.cleaned_data.get("bare", False)}


@require_safe
@for_teaching
def course_platform(request, access):
    """What a cartridge holds, and how it comes into a platform."""
    tested = [item for item in access.course.items if item.kind in TEST_KINDS]
    context = {
        "title": _("“%s” in your learning platform") % access.course.title,
        "course": access.course,
        "access": access,
        "tested": tested,
        "live": goes_live(access.course),
    }
    return render(request, "lessons/courses/platform.html", context)


@require_safe
@for_teaching
def course_cartridge(request, access):
    """The course as a Common Cartridge."""
    content = cartridge(access.course, **WantedForm(request.GET).wanted)
    return file_response(content, CARTRIDGE, f"{access.course.slug}.imscc")


@require_safe
@for_teaching
def course_questions(request, access):
    """The questions alone, as QTI 2.1."""
    return file_response(questions_zip(access.course), "application/zip", f"{access.course.slug}-questions.zip")

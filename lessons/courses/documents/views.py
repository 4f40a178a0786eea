"""A course to take along: pages to print, and files."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lessons.courses.access import for_teaching, for_visitors
from lessons.courses.documents import deck, paper
from lessons.courses.documents.handout import handout_of
from lessons.courses.documents.pack import pack_context
from lessons.courses.documents.slides import slides_pptx
from lessons.courses.documents.word import handout_docx, pack_docx


def file_response(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to keep."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
@for_visitors
def course_handout(request, access):
    """Two pages for participants, to print."""
    context = {"title": _("Handout: %s") % access.course.title, "handout": handout_of(access.course), "access": access}
    return render(request, "lessons/courses/handout.html", {**context, "course": access.course})


@require_safe
@for_visitors
def course_handout_docx(request, access):
    """Two pages for participants, as a Word document."""
    return file_response(handout_docx(access.course), paper.TYPE, f"{access.course.slug}-handout.docx")


@require_safe
@for_teaching
def course_pack(request, access):
    """The facilitator's pack, to print."""
    return render(request, "lessons/courses/pack.html", pack_context(access))


@require_safe
@for_teaching
def course_pack_docx(request, access):
    """The facilitator's pack, as a Word document."""
    return file_response(pack_docx(access.course), paper.TYPE, f"{access.course.slug}-pack.docx")


@require_safe
@for_teaching
def course_slides(request, access):
    """The slides, as PowerPoint."""
    return file_response(slides_pptx(access.course), deck.TYPE, f"{access.course.slug}.pptx")

"""The pages behind “Add to course”."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.private import private
from lessons.courses.access import sign_in_url
from lessons.courses.adding import AddForm, add, item_named
from lessons.courses.building.journal import Refused
from lessons.courses.pinning import pin


@require_http_methods(["GET", "HEAD", "POST"])
@private
def course_add(request, kind, names):
    """Ask into which course something goes, and add it. A page with scripts shows it in a dialogue of its own."""
    item, sign_in = item_named(kind, names), sign_in_url(request)
    if item is None:
        raise Http404("There is nothing of that name to add.")
    form = None if sign_in else AddForm(request.POST if request.method == "POST" else None, request.user)
    added = None
    if form and form.is_valid():
        try:
            added = add(form=form, item=item)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {
        "title": _("Add to course"),
        "item": added.item if added else pin(item),
        "form": form,
        "added": added,
        "sign_in": sign_in,
        "back": item.record.get_absolute_url(),
    }
    template = (
        "lessons/courses/_add.html" if request.headers.get("X-Requested-With") == "add" else "lessons/courses/add.html"
    )
    return render(request, template, context)

"""The public views of the record. A view gathers; `pages`, `citing` and the querysets know; a template shows."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.models import Story
from cases.record import citing
from cases.record.pages import changes_as_atom, changes_context, version_context
from cases.retired import found_or_gone


@require_safe
def story_changes(request, slug):
    """What changed in a story since it was first published."""
    return render(request, "cases/story_changes.html", changes_context(found_or_gone(Story.objects.all(), slug)))


@require_safe
def story_changes_atom(request, slug):
    """The same as a feed."""
    feed = changes_as_atom(found_or_gone(Story.objects.all(), slug))
    return HttpResponse(feed, content_type="application/atom+xml; charset=utf-8")


@require_safe
def story_version(request, slug, number):
    """A version of a story, at the address that can be cited."""
    story = found_or_gone(Story.objects.all(), slug)
    context = version_context(story, number)
    if context is None:
        context = {"story": story, "number": number, "title": _("This version is not kept here")}
        return render(request, "cases/story_version_missing.html", context, status=404)
    response = render(request, "cases/story_page.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def story_cite_bib(request, slug):
    """The story for BibTeX."""
    cited = citing.cited_as(found_or_gone(Story.objects.all(), slug))
    return attached(
        HttpResponse(citing.as_bibtex(cited), content_type="application/x-bibtex; charset=utf-8"), slug, "bib"
    )


@require_safe
def story_cite_ris(request, slug):
    """The story for programs that read RIS."""
    cited = citing.cited_as(found_or_gone(Story.objects.all(), slug))
    content_type = "application/x-research-info-systems; charset=utf-8"
    return attached(HttpResponse(citing.as_ris(cited), content_type=content_type), slug, "ris")


@require_safe
def story_cite_json(request, slug):
    """The story as CSL-JSON."""
    cited = citing.cited_as(found_or_gone(Story.objects.all(), slug))
    found = JsonResponse(citing.as_csl(cited), safe=False, json_dumps_params={"ensure_ascii": False})
    found["Content-Type"] = "application/vnd.citationstyles.csl+json"
    return attached(found, slug, "json")


def attached(response: HttpResponse, slug: str, ending: str) -> HttpResponse:
    """The response as a file to keep."""
    response["Content-Disposition"] = f'attachment; filename="{slug}.{ending}"'
    return response

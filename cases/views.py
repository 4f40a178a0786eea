"""The pages of the ground floor. A view gathers; querysets, facets and the finder know; a template shows."""

from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases import exports
from cases.facet_search import facet_options
from cases.finder import Finder
from cases.finder_page import finder_page
from cases.models import Collection, Leader, Organisation, Place, Source
from cases.pages import collection_context, page_of, stories_for_page
from cases.paging import listing
from cases.retired import found_or_gone
from cases.search.suggestions import suggest


@require_safe
def story_list(request):
    """The finder: the list with its facets."""
    finder = Finder(request.GET)
    return finder_page(request, "cases/story_list.html", {"finder": finder, "title": finder.sentence})


@require_safe
def story_list_json(request):
    """The finder's state as JSON."""
    response = JsonResponse(exports.as_json(Finder(request.GET)), json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
def story_list_csv(request):
    """Every story of the finder's state as CSV."""
    response = StreamingHttpResponse(exports.as_csv(Finder(request.GET)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="stories.csv"'
    return response


@require_safe
def story_list_atom(request):
    """The newest stories of the finder's state as a feed."""
    return HttpResponse(exports.as_atom(Finder(request.GET)), content_type="application/atom+xml; charset=utf-8")


@require_safe
def story_suggestions(request):
    """What the words typed so far may mean."""
    return render(request, "cases/_suggestions.html", {"suggestions": suggest(request.GET)})


@require_safe
def story_options(request, key):
    """All values of one facet in the finder's state, searched by `find`."""
    template = "cases/_options.html" if request.htmx else "cases/story_options.html"
    return render(request, template, facet_options(request.GET, key))


@require_safe
def story_page(request, slug):
    """A story."""
    return render(request, *page_of(found_or_gone(stories_for_page(), slug)))


@require_safe
def collection_list(request):
    """What editors have put together."""
    return render(request, "cases/collection_list.html", listing(request, Collection.objects.for_list()))


@require_safe
def collection_page(request, slug):
    """A collection: its introduction, and the finder inside it."""
    collection = found_or_gone(Collection.objects.for_page(), slug)
    return finder_page(request, "cases/collection_page.html", collection_context(collection, request.GET))


@require_safe
def organisation_list(request):
    """The bodies that take part in stories."""
    return render(request, "cases/organisation_list.html", listing(request, Organisation.objects.for_list()))


@require_safe
def organisation_page(request, slug):
    """A body."""
    return render(request, *page_of(found_or_gone(Organisation.objects.for_page(), slug)))


@require_safe
def leader_list(request):
    """The people who act in stories."""
    return render(request, "cases/leader_list.html", listing(request, Leader.objects.for_list()))


@require_safe
def leader_page(request, slug):
    """A person."""
    return render(request, *page_of(found_or_gone(Leader.objects.all(), slug)))


@require_safe
def place_list(request):
    """The places of stories."""
    return render(request, "cases/place_list.html", listing(request, Place.objects.for_list()))


@require_safe
def place_page(request, slug):
    """A place."""
    return render(request, *page_of(found_or_gone(Place.objects.for_labels(), slug)))


@require_safe
def source_list(request):
    """The publications that the library rests on."""
    return render(request, "cases/source_list.html", listing(request, Source.objects.for_list()))


@require_safe
def source_page(request, slug):
    """A publication."""
    return render(request, *page_of(found_or_gone(Source.objects.all(), slug)))

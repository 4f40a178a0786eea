"""The pages of the ground floor. A view gathers; querysets, facets and the finder know; a template shows."""

from dataclasses import replace

from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cases import exports
from cases.facet_search import facet_options
from cases.finder import Finder
from cases.finder_page import finder_asked, finder_page
from cases.models import Collection, Leader, Organisation, Place, Source, Story
from cases.pages import collection_context, page_of
from cases.paging import listing
from cases.private import private
from cases.reading_list import ReadingList, Wish, kept, list_title
from cases.retired import found_or_gone
from cases.search.suggestions import suggest
from cases.sharing import for_everyone
from cases.story_reading import story_for_page


@require_safe
@for_everyone
def story_list(request):
    """The finder: the list with its facets."""
    finder = Finder(request.GET)
    return finder_page(request, "cases/story_list.html", {"finder": finder, "title": finder.sentence})


@require_safe
@for_everyone
def story_list_json(request):
    """The finder's state as JSON."""
    response = JsonResponse(exports.as_json(finder_asked(request)), json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
@for_everyone
def story_list_csv(request):
    """Every story of the finder's state as CSV."""
    response = StreamingHttpResponse(exports.as_csv(finder_asked(request)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="stories.csv"'
    return response


@require_safe
@for_everyone
def story_list_atom(request):
    """The newest stories of the finder's state as a feed."""
    return HttpResponse(exports.as_atom(finder_asked(request)), content_type="application/atom+xml; charset=utf-8")


@require_safe
@for_everyone
def story_suggestions(request):
    """What the words typed so far may mean."""
    return render(request, "cases/_suggestions.html", {"suggestions": suggest(request.GET)})


@require_safe
@for_everyone
def story_options(request, key):
    """All values of one facet in the finder's state, searched by `find`."""
    template = "cases/_options.html" if request.htmx else "cases/story_options.html"
    return render(request, template, facet_options(request.GET, key))


@require_safe
@for_everyone
def story_page(request, slug):
    """A story."""
    return render(request, *page_of(story_for_page(slug)))


@require_safe
@for_everyone
def collection_list(request):
    """What editors have put together."""
    return render(request, "cases/collection_list.html", listing(request, Collection.objects.for_list()))


@require_safe
@for_everyone
def collection_page(request, slug):
    """A collection: its introduction, and the finder inside it."""
    collection = found_or_gone(Collection.objects.for_page(), slug)
    return finder_page(request, "cases/collection_page.html", collection_context(collection, request.GET))


@require_safe
@private
def reading_list(request):
    """A reader's own list, or one that somebody shared."""
    own, shown = ReadingList.own(request), ReadingList.asked_for(request)
    context = {"own": own, "list": shown, "title": list_title(shown), "over": own.over(shown)}
    response = render(request, "cases/reading_list.html", context)
    return response if shown.shared or shown.found == own.slugs else kept(response, replace(own, slugs=shown.found))


@require_safe
@private
def reading_list_add(request, slug):
    """Ask whether a story shall go on the list: where there are no scripts, "Add to my list" leads here."""
    story = found_or_gone(Story.objects.all(), slug)
    context = {"story": story, "own": ReadingList.own(request), "title": _("Add to my list")}
    return render(request, "cases/reading_list_add.html", context)


@require_POST
@private
def reading_list_change(request):
    """Change the reader's own list; ask first where that would lose one."""
    own, wish = ReadingList.own(request), Wish.read(request.POST)
    if wish.overwrites(own):
        shared = ReadingList(wish.named)
        context = {"own": own, "list": shared, "title": _("You have a list already"), "over": own.over(shared)}
        return render(request, "cases/reading_list_keep.html", context)
    return kept(redirect("reading-list"), own.changed(wish.change, wish.named) if wish.change else own)


@require_safe
@private
def reading_list_csv(request):
    """The list as CSV, with the finder's columns."""
    response = StreamingHttpResponse(
        exports.as_csv(ReadingList.asked_for(request).finder), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="reading-list.csv"'
    return response


@require_safe
@private
def reading_list_json(request):
    """The list as JSON."""
    found = exports.list_as_json(ReadingList.asked_for(request))
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False})


@require_safe
@private
def reading_list_md(request):
    """The list in Markdown, to read and to hand on."""
    text = exports.list_as_markdown(ReadingList.asked_for(request))
    response = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="reading-list.md"'
    return response


@require_safe
@for_everyone
def organisation_list(request):
    """The bodies that take part in stories."""
    return render(
        request,
        "cases/organisation_list.html",
        listing(request, Organisation.objects.for_list(), Organisation.objects.with_stories()),
    )


@require_safe
@for_everyone
def organisation_page(request, slug):
    """A body."""
    return render(request, *page_of(found_or_gone(Organisation.objects.for_page(), slug)))


@require_safe
@for_everyone
def leader_list(request):
    """The people who act in stories."""
    return render(
        request, "cases/leader_list.html", listing(request, Leader.objects.for_list(), Leader.objects.with_stories())
    )


@require_safe
@for_everyone
def leader_page(request, slug):
    """A person."""
    return render(request, *page_of(found_or_gone(Leader.objects.all(), slug)))


@require_safe
@for_everyone
def place_list(request):
    """The places of stories."""
    return render(
        request, "cases/place_list.html", listing(request, Place.objects.for_list(), Place.objects.with_stories())
    )


@require_safe
@for_everyone
def place_page(request, slug):
    """A place."""
    return render(request, *page_of(found_or_gone(Place.objects.for_labels(), slug), request.GET))


@require_safe
@for_everyone
def source_list(request):
    """The publications that the library rests on."""
    return render(request, "cases/source_list.html", listing(request, Source.objects.for_list()))


@require_safe
@for_everyone
def source_page(request, slug):
    """A publication."""
    return render(request, *page_of(found_or_gone(Source.objects.all(), slug), request.GET))

"""A page with the finder on it: whole, or only the part that changed."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from cases.finder import Finder
from cases.record.renaming import follow_names


def finder_asked(request: HttpRequest) -> Finder:
    """The finder in the state of the address."""
    return up_to_date(Finder(request.GET), request.GET)


def up_to_date(finder: Finder, query: QueryDict) -> Finder:
    """The finder; MovedQuery where the query names records by slugs that they had before."""
    if finder.state.ignored:
        follow_names(query, [text.partition("=")[::2] for text in finder.state.ignored])
    return finder


def finder_page(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    """The page of that template with the `finder` of the context; for htmx the finder's part alone."""
    up_to_date(context["finder"], request.GET)
    part = request.htmx and not request.htmx.history_restore_request
    response = render(request, "cases/_finder.html" if part else template, context)
    if request.htmx:
        response["HX-Push-Url"] = context["finder"].state.url()
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response

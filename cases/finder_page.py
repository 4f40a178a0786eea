"""A page with the finder on it: whole, or only the part that changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from cases.finder import Finder
from cases.record.renaming import follow_names


def finder_asked(request: HttpRequest) -> Finder:
    """The finder in the state of the address; MovedQuery where that names records by slugs that they had before."""
    finder = Finder(request.GET)
    if finder.state.ignored:
        follow_names(request.GET, [text.partition("=")[::2] for text in finder.state.ignored])
    return finder


def finder_page(request: HttpRequest, template: str, context: dict) -> HttpResponse:
    """The page of that template with the `finder` of the context; for htmx the finder's part alone."""
    part = request.htmx and not request.htmx.history_restore_request
    response = render(request, "cases/_finder.html" if part else template, context)
    if request.htmx:
        response["HX-Push-Url"] = context["finder"].state.url()
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response

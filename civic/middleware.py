"""What happens around every request."""

from django.http import HttpResponsePermanentRedirect
from django.urls import reverse

from cases.checking_stories.gate import NotReady
from cases.record.renaming import MovedQuery
from cases.retired import Gone, Moved
from cases.search.index import IndexUnavailable
from civic import views


class LibraryErrors:
    """
    Turns what the library raises into pages: 410 for what was taken back, 301 for what was renamed, 409 for a story that is
    not ready, 503 while the index is built.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """The page for the exception, or None where it is not the library's."""
        if isinstance(exception, Gone):
            return views.gone(request, exception)
        if isinstance(exception, Moved):
            return moved(request, exception)
        if isinstance(exception, MovedQuery):
            return HttpResponsePermanentRedirect(f"{request.path}?{exception.query.urlencode()}")
        if isinstance(exception, IndexUnavailable):
            return views.unavailable(request, exception)
        if isinstance(exception, NotReady):
            return views.not_ready(request, exception)
        return None


def moved(request, exception: Moved) -> HttpResponsePermanentRedirect:
    """The same page of the record under its new name, twins and parameters included."""
    match = request.resolver_match
    address = reverse(match.view_name, kwargs={**match.kwargs, "slug": exception.slug})
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)

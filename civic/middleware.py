"""What happens around every request."""

from cases.checking_stories.gate import NotReady
from cases.retired import Gone
from cases.search.index import IndexUnavailable
from civic import views


class LibraryErrors:
    """Turns what the library raises into pages: 410 for a record taken back, 503 while the index is built, 409 for a story not ready."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """The page for the exception, or None where it is not the library's."""
        if isinstance(exception, Gone):
            return views.gone(request, exception)
        if isinstance(exception, IndexUnavailable):
            return views.unavailable(request, exception)
        if isinstance(exception, NotReady):
            return views.not_ready(request, exception)
        return None

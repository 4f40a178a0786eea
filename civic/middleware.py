"""What happens around every request."""

from cases.retired import Gone
from cases.search.index import IndexUnavailable
from civic import views


class LibraryErrors:
    """Turns what the library raises into pages: 410 for a record that was taken back, 503 while the index is built."""

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
        return None

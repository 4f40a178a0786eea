"""Lists in pages."""

from django.core.paginator import Paginator

PAGE_SIZE = 60


def listing(request, records) -> dict:
    """The context of a list page: `page`, which is the last or the first where the address asks for one that is not there."""
    return {"page": Paginator(records, PAGE_SIZE).get_page(request.GET.get("page"))}

"""Lists in pages."""

from collections.abc import Mapping

from django.core.paginator import Page, Paginator

PAGE_SIZE = 60
BESIDE = 20
"""Records of a list that stands on a page about something else."""


def listing(request, records, rows=None) -> dict:
    """
    The context of a list page: `page`, which is the last or the first where the address asks for one that is not there.

    `rows` has what the page shows of a record, where that is more than what puts them in order: it is asked for those of the page alone.
    """
    page = Paginator(records, PAGE_SIZE).get_page(request.GET.get("page"))
    if rows is not None:
        found = rows.in_bulk(keys := list(page.object_list.values_list("pk", flat=True)))
        page.object_list = [found[key] for key in keys]
    return {"page": page}


def side_by_side(query: Mapping[str, str], *counts: int, size: int = BESIDE) -> tuple[Page, slice]:
    """The page that the query string asks for of lists (as long as `counts`) that are turned together, and what each shows."""
    page = Paginator(range(max(counts)), size).get_page(query.get("page"))
    start = (page.number - 1) * size
    return page, slice(start, start + size)

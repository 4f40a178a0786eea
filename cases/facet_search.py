"""The search inside one long facet."""

from django.http import Http404, QueryDict

from cases.finder import Finder

MOST = 200
"""Values that one answer lists."""


def facet_options(query: QueryDict, key: str) -> dict:
    """The context of a facet's own page: its values in the finder's state, those only that `find` matches. Http404 without such a facet."""
    rest = query.copy()
    find = " ".join(rest.pop("find", [])).strip()[:100]
    finder = Finder(rest)
    view = next((view for view in finder.facets if view.facet.key == key), None)
    if view is None:
        raise Http404(f"There is no facet “{key}”.")
    return {
        "finder": finder,
        "view": view,
        "find": find,
        "options": view.matching(find, MOST),
        "title": view.facet.label,
    }

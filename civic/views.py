"""The pages around the library: errors, health, and the gallery of components."""

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases import replica
from cases.models import Story
from cases.search import changes
from cases.search.index import IndexUnavailable, library_index
from civic.gallery import EXAMPLES


def bad_request(request, exception=None):
    """400: what was sent could not be read."""
    return render(request, "civic/400.html", {"title": _("We could not read that request")}, status=400)


def forbidden(request, exception=None):
    """403: the reader may not see or do this."""
    return render(request, "civic/403.html", {"title": _("You may not do that here")}, status=403)


def not_found(request, exception=None):
    """404: there is nothing at this address."""
    return render(request, "civic/404.html", {"title": _("There is nothing at this address")}, status=404)


def gone(request, exception):
    """410: the record was published once and has been taken back."""
    context = {"title": _("This page has been taken back"), "record": exception.record}
    return render(request, "civic/410.html", context, status=410)


def unavailable(request, exception):
    """503: the index is not there yet."""
    response = render(request, "civic/503.html", {"title": _("The library is being put in order")}, status=503)
    response["Retry-After"] = "5"
    return response


def server_error(request):
    """500: something of ours broke. The page asks nothing of the database."""
    return render(request, "civic/500.html", {"title": _("Something went wrong on our side")}, status=500)


@require_safe
def about(request):
    """What this is, how to read it, and what it does not say."""
    return render(request, "civic/about.html", {"title": _("How to read this library")})


@require_safe
def healthz(request):
    """The state of the database and of the index; 503 where this process could not serve."""
    state = {"status": "ok", "database": "ok", "index": "ok"}
    try:
        moment = changes.now()
        state["generation"] = moment.generation[0]
        with replica.reading(moment.database):
            state["stories"] = Story.objects.published().count()
        if moment.database == replica.REPLICA:
            state["database"] = "read only"
        snapshot = library_index().snapshot()
        state["indexed"] = snapshot.size
        state["index_generation"] = snapshot.generation[0]
    except DatabaseError as error:
        state |= {"status": "unavailable", "database": type(error).__name__, "index": "unknown"}
    except (IndexUnavailable, OSError) as error:
        state |= {"status": "unavailable", "index": str(error)}
    return JsonResponse(state, status=200 if state["status"] == "ok" else 503, headers={"Cache-Control": "no-store"})


@require_safe
def robots(request):
    """Let robots read the pages, but not walk every state of the finder."""
    lines = [
        "User-agent: *",
        "Disallow: /desk/",
        "Disallow: /stories/-/",
        "Disallow: /list",
        "Disallow: /*?",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain")


@require_safe
def schema(request, name):
    """The JSON Schema of one kind of library file."""
    schemas = {path.name: path for path in (settings.BASE_DIR / "docs" / "schemas").iterdir()}
    path = schemas.get(f"{name}.schema.json")
    if path is None:
        raise Http404(f"There is no schema “{name}”.")
    return HttpResponse(path.read_bytes(), content_type="application/schema+json")


@require_safe
def gallery(request):
    """Every component with its example, in development."""
    return render(request, "civic/gallery.html", {"title": _("Components"), "examples": EXAMPLES})


@require_safe
def error_example(request, status):
    """An error page as readers see it, in development."""
    if status == "410":
        return render(
            request, "civic/410.html", {"title": _("This page has been taken back"), "record": None}, status=410
        )
    if status == "500":
        return server_error(request)
    return (forbidden if status == "403" else not_found)(request)

"""The pages around the library: errors, health, and the gallery of components."""

import math

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.admin_url_finder import AdminURLFinder

from cases import replica
from cases.models import Story
from cases.record.retiring import gone_context
from cases.search import changes
from cases.search.index import IndexUnavailable, library_index
from civic.account.locks import open_again, words_for
from civic.account.second_factor import is_owed


def bad_request(request, exception=None):
    """400: what was sent could not be read."""
    return render(request, "civic/400.html", {"title": _("We could not read that request")}, status=400)


def forbidden(request, exception=None):
    """403: the reader may not see or do this; or may, once a second factor has been shown."""
    owed = hasattr(request, "user") and is_owed(request, request.user)
    return render(request, "civic/403.html", {"title": _("You may not do that here"), "owed": owed}, status=403)


def form_too_old(request, reason=""):
    """403: a form came without its token, so it may not be the reader's own."""
    context = {"title": _("The form was not taken"), "form_too_old": True}
    return render(request, "civic/403.html", context, status=403)


def too_many(request):
    """429: the reader, or somebody at the same address of the network, tries too often."""
    end = open_again(request)
    context = {"title": _("That was tried too often"), "words": words_for(end)}
    wait = math.ceil((end - timezone.now()).total_seconds()) if end else 60
    response = render(request, "civic/429.html", context, status=429)
    response["Retry-After"] = str(wait)
    return response


def not_found(request, exception=None):
    """404: there is nothing at this address."""
    return render(request, "civic/404.html", {"title": _("There is nothing at this address")}, status=404)


def gone(request, exception):
    """410: the record was published once and has been taken back, with a reason or without."""
    return render(request, "civic/410.html", gone_context(exception.record), status=410)


def not_ready(request, exception):
    """409: a story was to be published by a door that asks no questions, and it lacks something."""
    where = AdminURLFinder().get_edit_url(exception.story)
    context = {"title": _("The story was not published"), "error": exception, "edit_url": where}
    return render(request, "civic/not_ready.html", context, status=409)


def unavailable(request, exception):
    """503: the index is not there yet."""
    response = render(request, "civic/503.html", {"title": _("The library is being put in order")}, status=503)
    response["Retry-After"] = "5"
    return response


def server_error(request):
    """500: something of ours broke. The page asks nothing of the database."""
    context = {"title": _("Something went wrong on our side"), "person": None, "sign_in_url": ""}
    return render(request, "civic/500.html", context, status=500)


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
        "Disallow: /account/",
        "Disallow: /desk/",
        "Disallow: /stories/-/",
        "Disallow: /courses/-/",
        "Disallow: /list",
        "Disallow: /follow",
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
    from civic.gallery import EXAMPLES

    return render(request, "civic/gallery.html", {"title": _("Components"), "examples": EXAMPLES})


@require_safe
def error_example(request, status):
    """An error page as readers see it, in development."""
    if status == "410":
        return render(request, "civic/410.html", gone_context(None), status=410)
    return {"403": forbidden, "404": not_found, "429": too_many, "500": server_error}[status](request)

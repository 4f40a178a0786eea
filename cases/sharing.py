"""
Pages that are the same for everybody: made once an edition of the library, and not sent again to whoever has them.

The address, the language, the edition and the day say what such a page holds. Who asks with a session (an editor, a message that
waits) gets a page of their own. What could be older than it says is neither kept nor given a name.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache, partial, wraps
from pathlib import Path

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.translation import get_language

from cases import replica
from cases.search import changes

kept_pages = caches["pages"]
"""Finished pages, in the memory of this process."""

DAY = 24 * 60 * 60
LEVEL = 6
"""How hard a page is pressed; it is done once."""
LARGEST = 64_000
"""Bytes of a page that is kept, pressed: a thousand of them are held at once."""
SHORT = 200
"""Bytes of a page that is not worth pressing."""


def for_everyone(view: Callable) -> Callable:
    """A page that depends on the library and on its address alone."""

    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs):
        ask = partial(view, request, *args, **kwargs)
        if settings.DEBUG or own(request):
            return _private(ask())
        moment = changes.now()
        try:
            return _answer(ask, request, moment)
        except Exception:
            before, moment = moment, changes.now()
            if moment == before:
                raise
            # A record that the page names may have been renamed or merged away between two of its questions.
            return _answer(ask, request, moment)

    return answer


def _answer(ask: Callable[[], HttpResponse], request: HttpRequest, moment: changes.Moment) -> HttpResponse:
    """The page as it stands at the moment: not sent again, or kept, or made."""
    with changes.at(moment):
        name = _name(request, moment)
        if same := get_conditional_response(request, etag=name):
            return _public(same, name)
        if held := kept_pages.get(name):
            return _public(_unpacked(request, held), name)
        response = _read(ask, moment)
        if not (moment.kept and _shareable(request, response)):
            return _private(response)
        if not response.streaming:
            response = _unpacked(request, _keep(name, response))
        return _public(response, name)


def _read(ask: Callable[[], HttpResponse], moment: changes.Moment) -> HttpResponse:
    """What is answered, read from the copy of the database where that is as far; where one goes away meanwhile, from the other."""
    database = changes.readable_in(moment)
    try:
        with replica.reading(database):
            return ask()
    except replica.AWAY as error:
        if not replica.there_is_one():
            raise
        replica.note_away(database, error)
        moment.kept = False
        with replica.reading(replica.databases()[0]):
            return ask()


def own(request: HttpRequest) -> bool:
    """Whether the page may hold something that is for this reader alone."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES or CookieStorage.cookie_name in request.COOKIES


@cache
def software() -> str:
    """A name for this version of the software: a new one may draw the same library differently."""
    found = hashlib.sha256()
    for path in _sources():
        with suppress(OSError):
            state = path.stat()
            found.update(f"{path}{state.st_size}{state.st_mtime_ns}".encode())
    return found.hexdigest()


def _sources() -> Iterator[Path]:
    for folder in ("cases", "lessons", "civic", "templates", "static", "locale"):
        yield from sorted((settings.BASE_DIR / folder).rglob("*.*"))


def _name(request: HttpRequest, moment: changes.Moment) -> str:
    """The page's name (an entity tag), which no other page ever has."""
    part = [request.headers.get(name, "") for name in ("HX-Request", "HX-History-Restore-Request")]
    held = [
        request.get_full_path(),
        get_language(),
        *part,
        *moment.generation,
        moment.edition,
        software(),
        timezone.localdate(),
    ]
    return f'W/"{hashlib.sha256(repr(held).encode()).hexdigest()[:32]}"'


def _shareable(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the answer is a page that anybody may have: a good one, without cookies and without a token of a form."""
    token = request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
    return response.status_code == 200 and not response.cookies and not token and "Cache-Control" not in response


def _keep(name: str, response: HttpResponse) -> tuple:
    """Keep the page, pressed, unless it is very large."""
    pressed = len(response.content) >= SHORT
    body = _pressed(response.content) if pressed else response.content
    held = (dict(response.items()), body, pressed)
    if len(body) <= LARGEST:
        kept_pages.set(name, held, DAY)
    return held


def _pressed(content: bytes) -> bytes:
    press = zlib.compressobj(LEVEL, wbits=31)
    return press.compress(content) + press.flush()


def _unpacked(request: HttpRequest, held: tuple) -> HttpResponse:
    """The kept page as an answer."""
    headers, body, pressed = held
    takes = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(zlib.decompress(body, wbits=31) if pressed and not takes else body, headers=headers)
    if pressed:
        patch_vary_headers(response, ["Accept-Encoding"])
    if pressed and takes:
        response["Content-Encoding"] = "gzip"
    return response


def _public(response: HttpResponse, name: str) -> HttpResponse:
    """Anybody may keep it, and asks each time whether it still holds; who then shows a session is answered anew."""
    response["ETag"] = name
    patch_cache_control(response, public=True, no_cache=True)
    patch_vary_headers(response, ["Accept-Language"])
    return response


def _private(response: HttpResponse) -> HttpResponse:
    """Nobody may keep it for somebody else."""
    if "Cache-Control" not in response:
        patch_cache_control(response, private=True, no_cache=True)
    patch_vary_headers(response, ["Cookie"])
    return response

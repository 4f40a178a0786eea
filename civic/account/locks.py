"""How long somebody has to wait who tried too often: allauth counts, we say until when."""

import math
import time
from datetime import datetime

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.stagekit import unstash_login
from allauth.core.internal.ratelimit import apply_rate, get_cache_key, get_rates
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext, ngettext

APP = "allauth.account"


def open_again(request: HttpRequest) -> datetime | None:
    """When the next attempt counts, where a limit stops this request; None where none does."""
    ends = [end for action in app_settings.RATE_LIMITS for end in _ends(request, action)]
    return datetime.fromtimestamp(max(ends), tz=timezone.get_current_timezone()) if ends else None


def _ends(request, action):
    for rate in get_rates(app=APP, action=action):
        for subject in _subjects(request, rate.per):
            history = cache.get(get_cache_key(request, app=APP, action=action, rate=rate, **subject), [])
            allowed, history = apply_rate(history, time.time(), rate, dry_run=True)
            if not allowed:
                yield history[-1] + rate.duration


def _subjects(request, per) -> list[dict]:
    """What a limit counts by: the address of the network, the person, or what was typed."""
    if per == "ip":
        return [{}]
    if per == "user":
        return [{"user": request.user}] if request.user.is_authenticated else []
    return [{"key": key} for key in keys_of(request)]


def keys_of(request: HttpRequest) -> set[str]:
    """The names under which attempts of this request are counted: who signs in, whose code it is, which address was typed."""
    typed = [request.POST.get(name, "") for name in ("login", "email")]
    login = None if request.user.is_authenticated else unstash_login(request, peek=True)
    people = [request.user] if request.user.is_authenticated else [login.user] if login and login.user else []
    names = {*typed, *(person.email for person in people), *(person.get_username() for person in people)}
    counted = {get_adapter()._get_login_attempts_cache_key(request, username=name) for name in names if name}
    return counted | {name.lower() for name in names if name} | {f"mfa-auth-user-{person.pk}" for person in people}


def words_for(end: datetime | None) -> str:
    """The sentence for somebody who has to wait."""
    why = gettext("Too many attempts failed. So that nobody can guess their way in, the door is closed for a while.")
    if end is None:
        return f"{why} {gettext('Try again in a few minutes.')}"
    minutes = max(1, math.ceil((end - timezone.now()).total_seconds() / 60))
    when = ngettext(
        "It opens again at %(time)s, in about %(n)d minute.",
        "It opens again at %(time)s, in about %(n)d minutes.",
        minutes,
    )
    return f"{why} {when % {'time': time_format(end, 'H:i'), 'n': minutes}}"

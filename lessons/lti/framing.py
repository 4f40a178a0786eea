"""Pages that a learning platform shows in a frame of its own: what is different about them, and nothing else is."""

from collections.abc import Callable, Iterable
from functools import wraps

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from lessons.lti.claims import origin
from lessons.lti.logins import way_anew
from lessons.lti.refusals import Reason, Refusal
from lessons.models import PlatformLaunch


def framed(response, origins: Iterable[str], forms_to: str = ""):
    """Let these sites show the page in a frame, and let its forms be sent to one of them; nobody learns the page's address from it."""
    policy = {"frame-ancestors": ["'self'", *origins]}
    if forms_to:
        policy["form-action"] = ["'self'", forms_to]
    response._csp_replace = policy
    response.xframe_options_exempt = True
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response


def refused(request, refusal: Refusal):
    """The page of a refusal; in the platform's frame where it is one that we know."""
    refusal.log()
    reason, registration = refusal.reason, refusal.registration
    anew = way_anew(refusal.login) if reason == Reason.OTHER_BROWSER and refusal.login else ""
    context = {"title": reason.said, "reason": reason, "anew": anew, "launch": refusal}
    response = render(request, "lessons/lti/refused.html", context, status=reason.status)
    if registration is None:
        return response
    return framed(response, filter(None, map(origin, (registration.issuer, registration.auth_url))))


def for_platforms(view: Callable) -> Callable:
    """An address that platforms send browsers to, with forms of theirs. No cache keeps what it answers, and each refusal is a page."""

    @wraps(view)
    @never_cache
    def answer(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Refusal as refusal:
            return refused(request, refusal)

    return csrf_exempt(answer)


def for_launches(view: Callable) -> Callable:
    """
    A page of a launch. The token in its address opens it, so no cookie is needed; and as nobody can guess a token, it is also what keeps
    others from sending its forms.
    """

    @wraps(view)
    @for_platforms
    def answer(request, token, *args, **kwargs):
        launch = PlatformLaunch.objects.opened_by(token)
        if launch is None:
            raise Refusal(Reason.ENDED, "a token that opens nothing")
        try:
            return framed(view(request, launch, *args, **kwargs), launch.origins, getattr(request, "forms_to", ""))
        except Http404 as nothing:
            raise Refusal(Reason.NOT_THERE, str(nothing), registration=launch.deployment.registration) from nothing
        except Refusal as refusal:
            refusal.registration = launch.deployment.registration
            raise

    return answer

"""The addresses of the LTI tool: those that platforms and their browsers use, and the pages that people see."""

from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from lti_tool.models import Key

from lessons.choices import Reached
from lessons.lti.checking import CheckedLaunch, our_key
from lessons.lti.claims import origin
from lessons.lti.forms import LaunchForm, LoginForm, PickForm, RegisterForm
from lessons.lti.framing import for_launches, for_platforms, framed, refused
from lessons.lti.launching import take_in
from lessons.lti.linking import message
from lessons.lti.logins import begin, keep_secret, way_to_platform
from lessons.lti.opened import address, page_of_launch, screen_context, thing_of
from lessons.lti.picking import Picker
from lessons.lti.refusals import Reason, Refusal
from lessons.lti.registering import addresses, register
from lessons.lti.scoring import reach


@require_http_methods(["GET", "HEAD", "POST"])
@for_platforms
def lti_login(request):
    """A platform announces a launch: back to it, with a state and a nonce."""
    login = begin(LoginForm(request.POST if request.method == "POST" else request.GET))
    onward = way_to_platform(login)
    response = redirect(onward)
    if login.asked.get("lti_storage_target"):
        context = {
            "title": _("On the way to your course"),
            "login": login,
            "onward": onward,
            "platform": origin(onward),
        }
        response = framed(
            render(request, "lessons/lti/login.html", context), [origin(login.registration.issuer), origin(onward)]
        )
    keep_secret(response, login)
    return response


@require_POST
@for_platforms
def lti_launch(request):
    """The launch itself: check it, and open what it names."""
    form = LaunchForm(request.POST)
    if not form.is_valid():
        raise Refusal(Reason.INCOMPLETE, f"launch with a wrong {', '.join(form.errors)}")
    try:
        launch = take_in(CheckedLaunch(request, form).check())
    except Refusal as refusal:
        return _ask_storage(request, form, refusal) or refused(request, refusal)
    response = redirect(address(launch, "lti-pick" if launch.settings else "lti-opened"))
    response.status_code = 303
    return response


def _ask_storage(request, form, refusal):
    """Where the browser has kept no cookie, but the platform keeps things for us: a page that asks it, once."""
    asks = refusal.reason == Reason.OTHER_BROWSER and refusal.login.asked.get("lti_storage_target")
    if not asks or form.cleaned_data["kept"]:
        return None
    login = refusal.login
    platform = origin(login.registration.auth_url)
    context = {"title": _("On the way to your course"), "login": login, "sent": form.cleaned_data, "platform": platform}
    return framed(render(request, "lessons/lti/stored.html", context), [origin(login.registration.issuer), platform])


@require_safe
def lti_jwks(request):
    """Our public keys."""
    our_key()
    return JsonResponse(Key.objects.as_jwks())


@require_http_methods(["GET", "HEAD", "POST"])
@for_platforms
def lti_register(request):
    """A platform registers us: ask first whether it shall, then do it. An Administrator decides afterwards."""
    form = RegisterForm(request.POST if request.method == "POST" else request.GET)
    if not form.is_valid():
        raise Refusal(Reason.NO_REGISTRATION, f"registration without {', '.join(form.errors)}")
    made = register(*form.cleaned_data.values()) if request.method == "POST" else None
    context = {"title": _("Register this library in your platform"), "form": form, "made": made}
    context["platform"] = origin(form.cleaned_data["openid_configuration"])
    response = framed(render(request, "lessons/lti/register.html", context), [context["platform"]])
    response["Cross-Origin-Opener-Policy"] = "unsafe-none"
    return response


@require_safe
def lti_guide(request):
    """For trainers: how to use the library in their learning platform."""
    return render(request, "lessons/lti/guide.html", {"title": _("Use it in your learning platform"), **addresses()})


@require_safe
@for_launches
def lti_opened(request, launch):
    """What was launched."""
    return render(request, *page_of_launch(launch))


@require_safe
@for_launches
def lti_screen(request, launch, session, screen):
    """A screen of a session, or of an item."""
    context = screen_context(launch, thing_of(launch), session, screen, request.GET)
    return render(request, "lessons/lti/screen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_launches
def lti_pick(request, launch):
    """Look for what shall be linked, tick it, and send it back to the platform."""
    sent = request.POST if request.method == "POST" else request.GET
    picker = Picker(launch, PickForm(sent or None), request.user, linking=request.method == "POST")
    if request.method == "POST" and not picker.trouble:
        way_back = launch.settings["deep_link_return_url"]
        request.forms_to = origin(way_back)
        token = message(launch, picker.chosen, picker.report and picker.reports)
        context = {"title": _("Back to your platform"), "launch": launch, "way_back": way_back, "token": token}
        return render(request, "lessons/lti/linked.html", {**context, "ticked": picker.ticked})
    context = {"title": _("Link to the library"), "launch": launch, "picker": picker, "form": picker.form}
    return render(request, "lessons/lti/pick.html", context, status=422 if request.method == "POST" else 200)


@require_POST
@for_launches
def lti_done(request, launch):
    """The participant says that they have done it."""
    thing_of(launch)
    reach(launch=launch, reached=Reached.COMPLETED)
    return redirect(f"{address(launch, 'lti-opened')}#done")

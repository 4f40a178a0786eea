"""Following: asking for it, confirming, one's own page, and stopping."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from cases.following import actions
from cases.following.feeds import story_feed
from cases.following.forms import ChangeForm, FollowForm
from cases.following.kinds import KINDS, STORIES, finder_key
from cases.following.links import follower_behind, key_of, subscription_behind
from cases.following.pages import matter, subscription_rows
from cases.models import Story, Subscription
from cases.private import NoSuchLink, private, sent
from cases.retired import found_or_gone

ASKS = require_http_methods(["GET", "HEAD", "POST"])
"""A page with a form that leads back to itself."""


@ASKS
@private
def follow_stories(request):
    """Follow the stories of a state of the finder."""
    return follow(request, STORIES, finder_key(request.GET))


@ASKS
@private
def follow_record(request, kind, slug):
    """Follow a record."""
    known = KINDS.get(kind)
    if known is None or known.records is None:
        raise Http404(f"Nobody can follow a “{kind}”.")
    return follow(request, kind, str(found_or_gone(known.records(), slug).pk))


def follow(request, kind, key):
    """Ask for an address, and send a mail that asks its owner."""
    user = request.user if request.user.is_authenticated else None
    form = FollowForm(sent(request), initial={"email": user.email if user else ""})
    if form.is_valid():
        wish = {name: form.cleaned_data[name] for name in ("email", "pace")}
        actions.ask(**wish, kind=kind, key=key, user=user)
        return redirect("follow-asked")
    context = {"title": _("Be told what is new"), "form": form, **matter(kind, key)}
    return render(request, "cases/following/follow.html", context)


@require_safe
@private
def follow_asked(request):
    """What happens next."""
    return render(request, "cases/following/asked.html", {"title": _("Look into your mailbox")})


@ASKS
@private
def follow_confirm(request, key):
    """Ask the owner of the address once more; a mail program that only looks at links confirms nothing."""
    found = subscription_behind("follow-confirm", key)
    if found.has_lapsed:
        raise NoSuchLink
    if request.method == "POST":
        actions.confirm(subscription=found)
        return redirect("following", key_of("following", found.follower, found.follower))
    context = {"title": _("Do you want to be told?"), "subscription": found, **matter(found.kind, found.key)}
    return render(request, "cases/following/confirm.html", context)


@csrf_exempt
@ASKS
@private
def follow_stop(request, key):
    """End one subscription: at once where a mail program asks for it (RFC 8058), after a question where a person does."""
    found = subscription_behind("follow-stop", key)
    context = {"title": _("Stop these mails?"), "subscription": found, **matter(found.kind, found.key)}
    if request.method == "POST":
        actions.end(subscriptions=Subscription.objects.only_this(found))
        return render(
            request, "cases/following/stopped.html", {**context, "title": _("You get no more of these mails")}
        )
    return render(request, "cases/following/stop.html", context)


@ASKS
@private
def following(request, key):
    """Everything that an address follows."""
    follower = follower_behind(key)
    subscriptions = follower.subscriptions.for_page()
    form = ChangeForm(subscriptions, sent(request))
    if form.is_valid():
        still_follows = actions.change(follower=follower, **form.cleaned_data)
        return redirect("following", key) if still_follows else redirect("follow-forgotten")
    context = {"title": _("What you follow"), "follower": follower, "rows": subscription_rows(subscriptions)}
    return render(request, "cases/following/following.html", {**context, "key": key, "form": form})


@ASKS
@private
def following_stop(request, key):
    """Stop everything, and let the address be forgotten."""
    follower = follower_behind(key)
    if request.method == "POST":
        actions.end(subscriptions=follower.subscriptions.all())
        return redirect("follow-forgotten")
    return render(request, "cases/following/stop_all.html", {"title": _("Stop everything?"), "key": key})


@require_safe
@private
def follow_forgotten(request):
    """What is said when nothing is followed any more."""
    return render(request, "cases/following/forgotten.html", {"title": _("Your address is forgotten")})


@login_required
@require_safe
@private
def following_mine(request):
    """What stands under the account."""
    rows = subscription_rows(Subscription.objects.of_user(request.user))
    return render(request, "cases/following/mine.html", {"title": _("What you follow"), "rows": rows})


@require_safe
def story_atom(request, slug):
    """What became new of a story, as a feed."""
    return story_feed(found_or_gone(Story.objects.all(), slug))

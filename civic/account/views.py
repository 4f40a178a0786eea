"""A person's own pages. What allauth has pages for is allauth's; these are the rest."""

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.logout import logout
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.account_panels import panels_for
from cases.people import Group, name_of
from civic.account import actions, second_factor
from civic.account.forms import CloseForm, TrainerForm
from civic.account.membership import belongs_to, memberships_of


@require_safe
@login_required
def account(request):
    """Who one is here, what that allows, and everything about oneself."""
    user = request.user
    context = {
        "title": name_of(user),
        "memberships": memberships_of(user),
        "trainer": TrainerForm(initial={"trains": belongs_to(user, Group.TRAINER)}),
        "has_second_factor": second_factor.has_one(user),
        "second_factor_owed": second_factor.is_owed(request, user),
        "opens_desk": user.has_perm("wagtailadmin.access_admin"),
        "connected": list(user.socialaccount_set.all()),
        "panels": panels_for(user),
    }
    return render(request, "account/account.html", context)


@require_POST
@login_required
def account_trainer(request):
    """Join those who train others, or leave them."""
    form = TrainerForm(request.POST)
    trains = form.is_valid() and form.cleaned_data["trains"]
    (actions.join if trains else actions.leave)(user=request.user, group=Group.TRAINER)
    messages.success(
        request, _("You are among those who train others now.") if trains else _("Noted: no courses for now.")
    )
    return redirect("account")


@require_http_methods(["GET", "POST"])
@login_required
@reauthentication_required(app="allauth.account", allow_get=True)
def account_close(request):
    """Delete one's account, after saying what goes and what stays."""
    form = CloseForm(request.POST if request.method == "POST" else None)
    needed = actions.is_last_to_manage(request.user)
    if form.is_valid() and not needed:
        user = request.user
        logout(request, show_message=False)
        actions.close(user=user)
        return render(request, "account/closed.html", {"title": _("Your account is deleted")})
    return render(request, "account/close.html", {"title": _("Delete my account"), "form": form, "needed": needed})


@require_safe
@login_required
def second_factor_needed(request):
    """Why a second factor is asked for, and the way to set one up."""
    context = {
        "title": _("Show a second factor first"),
        "owed": second_factor.is_owed(request, request.user),
        "has_one": second_factor.has_one(request.user),
    }
    return render(request, "account/second_factor_needed.html", context)

"""
The pages behind the link in a signatory's mail. Nothing is changed by opening them: programs that look into mail do that, too.
"""

from functools import wraps

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cases.choices import Answer
from cases.pages import page_of
from cases.private import private
from cases.reviewing import actions
from cases.reviewing.asking import ask, asker_of, title_of
from cases.reviewing.forms import AnswerForm
from cases.reviewing.links import LinkEnded, of_token
from cases.reviewing.material import differences


def for_signatory(view):
    """Finds the sign-off that the link is for; answers with a page where the link is broken or has ended."""

    @private
    @wraps(view)
    def answer(request, token):
        try:
            sign_off = of_token(token)
        except Http404:
            return ended(request, "broken", 404)
        except LinkEnded:
            return ended(request, "replaced", 410)
        return view(request, sign_off, token)

    return answer


def ended(request, why, status, **more):
    """A page that says why the link leads nowhere, and what to do."""
    context = {"title": _("This link does not lead on"), "why": why, **more}
    return render(request, "cases/sign_off_ended.html", context, status=status)


def waits_for(sign_off) -> bool:
    """Whether an answer is still wanted."""
    return sign_off.review.in_progress and not sign_off.answer


@require_http_methods(["GET", "HEAD", "POST"])
@for_signatory
def sign_off(request, found, token):
    """Who asks for what; after the answer, what was answered. Sending the form begins the reading."""
    review = found.review
    if not found.link_lives:
        return ended(request, "over", 410, token=token if waits_for(found) else "")
    if request.method == "POST" and review.under_way:
        actions.open_story(sign_off=found)
        return redirect("sign-off-story", token)
    context = {
        "title": _("Can you say that this is how it was?"),
        "sign_off": found,
        "review": review,
        "story_title": title_of(review),
        "asker": asker_of(review),
        "token": token,
        "answers": Answer,
    }
    return render(request, "cases/sign_off.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_signatory
def sign_off_story(request, found, token):
    """The story as it will be published, and the question."""
    review = found.review
    if not (found.link_lives and review.in_progress and found.answer in ("", Answer.SIGNED)):
        return redirect("sign-off", token)
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"shown_name": found.name})
    if form.is_valid() and answered(found, form):
        return redirect("sign-off", token)
    template, context = page_of(review.story.latest_revision.as_object())
    changed = differences(review.story, found.content, review.content) if found.content else []
    signing = {
        "sign_off": found,
        "form": form,
        "changed": changed,
        "token": token,
        "digest": review.digest,
        "answers": Answer,
    }
    return render(
        request, template, {**context, "preview": True, "signing": signing}, status=400 if form.errors else 200
    )


def answered(found, form) -> bool:
    """Whether the answer was taken; the form says why where it was not. What has been signed is not signed again."""
    if form.signs and found.answer:
        return True
    given = {"sign_off": found, "by": found.user, "remarks": form.remarks}
    try:
        if form.signs:
            actions.sign(**given, shown_name=form.name_for_readers, digest=form.cleaned_data["digest"])
        else:
            actions.send_back(**given, reason=form.cleaned_data["reason"])
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


@require_POST
@for_signatory
def sign_off_renew(request, found, token):
    """Send the link once more to the address that it was sent to, where its time is over."""
    if waits_for(found) and not found.link_lives:
        ask(sign_off=found)
        return ended(request, "sent", 200)
    return redirect("sign-off", token)

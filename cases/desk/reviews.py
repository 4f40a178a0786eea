"""The desk's pages of co-creation reviews: asking for one, how one stands, and the queue."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin.admin_url_finder import AdminURLFinder

from cases.desk.queue import Queue
from cases.desk.remarks import answer_remarks
from cases.desk.review_forms import AssignForm, NameForm, RemarkForm, StartForm, WithoutForm
from cases.models import Remark, Review, SignOff, Story
from cases.reviewing import actions
from cases.reviewing.asking import ask
from cases.reviewing.links import path_of

CHANGE, PUBLISH, VIEW = (f"cases.{word}_story" for word in ("change", "publish", "view"))


def who_may(*permissions):
    """Refuses whoever has none of the permissions."""

    def decorate(view):
        @wraps(view)
        def check(request, *args, **kwargs):
            if not any(request.user.has_perm(permission) for permission in permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return check

    return decorate


def headed(title, icon) -> dict:
    """What the head of a page of the desk needs."""
    return {"page_title": title, "header_title": title, "header_icon": icon}


@require_safe
def queue(request):
    """What waits for me, and for whom I wait."""
    found = Queue(request.user)
    context = {"mine": found.mine, "theirs": found.theirs, **headed(_("My queue"), "tasks")}
    return render(request, "wagtailadmin/desk/queue.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@who_may(CHANGE)
def review_start(request, pk):
    """Ask two people to sign the story off."""
    story = get_object_or_404(Story.objects.select_related("latest_revision"), pk=pk)
    if Review.objects.under_way().of_story(story).exists():
        return redirect("desk-review", pk)
    editor = request.user if request.user.has_perm(PUBLISH) else None
    form = StartForm(request.POST or None, initial={"editor": editor})
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("due", "note", "editor")}
        actions.start_review(story=story, by=request.user, **form.people, **given)
        messages.success(request, _("The review has begun. Whoever you named has been asked by mail."))
        return redirect("desk-review", pk)
    context = {"story": story, "form": form, **headed(_("Ask for co-creation review"), "group")}
    return render(request, "wagtailadmin/desk/review_start.html", {**context, **around(request, story)})


@require_safe
@who_may(CHANGE, PUBLISH, VIEW)
def review_page(request, pk):
    """How the story's newest review stands: who was asked, when, whether they looked, what they answered."""
    story = get_object_or_404(Story.objects.select_related("latest_revision"), pk=pk)
    review = Review.objects.of_story(story).for_desk().first()
    rows = [
        (sign_off, NameForm(initial={"due": sign_off.due}, prefix=f"name-{sign_off.pk}"), way_in(request, sign_off))
        for sign_off in (review.sign_offs.all() if review else ())
    ]
    context = {
        "story": story,
        "review": review,
        "rows": rows,
        "stale": review.stale if review and review.under_way else [],
        "remarks": Remark.objects.of_story(story),
        "remark_form": RemarkForm(),
        "without_form": WithoutForm(),
        "assign_form": AssignForm(initial={"editor": review.editor if review else None}),
        **headed(_("Co-creation review"), "group"),
    }
    return render(request, "wagtailadmin/desk/review.html", {**context, **around(request, story)})


def around(request, story) -> dict:
    """The way back to the story, and what the user may do."""
    may = {"change": request.user.has_perm(CHANGE), "publish": request.user.has_perm(PUBLISH)}
    title = story.latest_revision.object_str if story.latest_revision else str(story)
    return {"may": may, "story_title": title, "edit_url": AdminURLFinder(request.user).get_edit_url(story)}


def way_in(request, sign_off) -> str:
    """The address at which the user answers, where it is they who are asked."""
    asked = sign_off.user_id == request.user.pk and sign_off.link_lives and not sign_off.answer
    return path_of(sign_off) if asked else ""


@require_POST
@who_may(PUBLISH)
@transaction.atomic
def sign_off_change(request, pk, do):
    """Name somebody else, remind, end the link, ask again, or go on without."""
    sign_off = get_object_or_404(SignOff.objects.for_page(), pk=pk)
    try:
        said = SIGN_OFF_CHANGES[do](request, sign_off)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, said)
    return redirect("desk-review", sign_off.review.story_id)


def valid(form):
    """The form where it is filled in well; otherwise ValidationError says what is wrong."""
    if form.is_valid():
        return form
    labels = {name: f"{field.label}: " for name, field in form.fields.items()}
    raise ValidationError([f"{labels.get(name, '')}{text}" for name, texts in form.errors.items() for text in texts])


def still_open(sign_off):
    """The sign-off where an answer is still wanted; otherwise ValidationError."""
    if not sign_off.review.in_progress or sign_off.answer:
        raise ValidationError(_("Nothing is asked of %(who)s at the moment.") % {"who": sign_off})
    return sign_off


def name_somebody(request, sign_off):
    """Ask somebody else."""
    form = valid(NameForm(request.POST, prefix=f"name-{sign_off.pk}"))
    actions.name_signatory(
        sign_off=still_open(sign_off), invited=form.invited, by=request.user, due=form.cleaned_data["due"]
    )
    return _("%(who)s was asked.") % {"who": sign_off}


def remind_now(request, sign_off):
    """Remind, at most once a day."""
    if not still_open(sign_off).asked_at:
        raise ValidationError(_("Nobody has been asked yet. Name somebody first."))
    if sign_off.reminded_today:
        raise ValidationError(_("%(who)s was reminded today already.") % {"who": sign_off})
    actions.remind(sign_off=sign_off, by=request.user)
    return _("%(who)s was reminded.") % {"who": sign_off}


def end_the_link(request, sign_off):
    """Make the link useless."""
    actions.end_link(sign_off=sign_off, by=request.user)
    return _("The link of %(who)s leads nowhere any more. “Send a new link” makes another.") % {"who": sign_off}


def send_a_link(request, sign_off):
    """Send a link once more."""
    ask(sign_off=still_open(sign_off))
    return _("%(who)s was sent a new link.") % {"who": sign_off}


def go_without(request, sign_off):
    """Go on without the sign-off, for a reason."""
    form = valid(WithoutForm(request.POST))
    actions.go_on_without(sign_off=sign_off, by=request.user, reason=form.cleaned_data["reason"])
    return _("The review goes on without %(who)s. Readers will see the reason.") % {"who": sign_off}


SIGN_OFF_CHANGES = {
    "name": name_somebody,
    "remind": remind_now,
    "end-link": end_the_link,
    "send-link": send_a_link,
    "without": go_without,
}


@require_POST
@who_may(PUBLISH)
@transaction.atomic
def review_change(request, pk, do):
    """Name the editor, ask again for stale signatures, or cancel."""
    review = get_object_or_404(Review.objects.under_way().for_desk(), pk=pk)
    if do == "assign":
        form = AssignForm(request.POST)
        if form.is_valid():
            actions.assign(review=review, editor=form.cleaned_data["editor"], by=request.user)
            messages.success(request, _("The editor was named."))
    elif do == "ask-again":
        count = len(actions.renew(review=review, by=request.user))
        messages.success(request, _("Asked again: %(count)d.") % {"count": count})
    else:
        actions.cancel_review(review=review, by=request.user)
        messages.success(request, _("The review was cancelled. Whoever had not answered was told."))
    return redirect("desk-review", review.story_id)


@require_POST
@who_may(CHANGE, PUBLISH, VIEW)
def remark_add(request, pk):
    """Say something about a field."""
    story = get_object_or_404(Story, pk=pk)
    form = RemarkForm(
        request.POST, instance=Remark(story=story, by=request.user, by_name=actions.name_of(request.user))
    )
    if form.is_valid():
        form.save()
        messages.success(request, _("The remark stands beside its field now."))
    else:
        messages.error(request, _("The remark is empty. Write what should be different."))
    return redirect("desk-review", pk)


@require_POST
@who_may(CHANGE)
def remarks_answer(request, pk):
    """Say what was done about remarks."""
    story = get_object_or_404(Story, pk=pk)
    answer_remarks(story=story, data=request.POST, by=request.user)
    messages.success(request, _("What was done about the remarks is kept."))
    return redirect("desk-review", pk)

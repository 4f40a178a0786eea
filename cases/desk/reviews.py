"""The desk's pages of co-creation reviews: asking for one, how one stands, and the queue."""

from dataclasses import dataclass
from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
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
from cases.telling.proposing import proposed_for

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
    sent, proposed = request.POST if request.method == "POST" else None, proposed_for(story)
    form = StartForm(sent, initial={"editor": editor}, proposed=proposed)
    if form.is_valid():
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
    return shown(request, get_object_or_404(Story.objects.select_related("latest_revision"), pk=pk))


def shown(request, story, filled=None):
    """The page of the story's newest review; a form that was filled in wrongly stands on it as it was filled in."""
    review = Review.objects.of_story(story).for_desk().first()
    context = {
        "story": story,
        "review": review,
        "rows": [Row.of(request, sign_off, filled) for sign_off in (review.sign_offs.all() if review else ())],
        "stale": review.stale if review and review.under_way else [],
        "remarks": Remark.objects.of_story(story),
        "remark_form": filled if isinstance(filled, RemarkForm) else RemarkForm(),
        "assign_form": AssignForm(initial={"editor": review.editor if review else None}),
        "media": NameForm().media,
        **headed(_("Co-creation review"), "group"),
        **around(request, story),
    }
    return render(request, "wagtailadmin/desk/review.html", context, status=400 if filled else 200)


@dataclass(frozen=True)
class Row:
    """A sign-off on the page, with what may be done about it."""

    sign_off: SignOff
    name_form: NameForm
    without_form: WithoutForm
    way_in: str
    """Where the user answers, if it is they who are asked."""

    @classmethod
    def of(cls, request, sign_off, filled=None) -> "Row":
        """The sign-off with empty forms, or with the one that was filled in."""
        forms = [NameForm(initial={"due": sign_off.due}, prefix=f"name-{sign_off.pk}")]
        forms.append(WithoutForm(prefix=f"without-{sign_off.pk}"))
        own = [filled if filled and filled.prefix == form.prefix else form for form in forms]
        asked = sign_off.user_id == request.user.pk and sign_off.link_lives and not sign_off.answer
        return cls(sign_off, *own, path_of(sign_off) if asked else "")

    @property
    def open(self) -> bool:
        """Whether it is shown what can be done."""
        return not self.sign_off.person or self.name_form.is_bound or self.without_form.is_bound


def around(request, story) -> dict:
    """The way back to the story, and what the user may do."""
    may = {"change": request.user.has_perm(CHANGE), "publish": request.user.has_perm(PUBLISH)}
    title = story.latest_revision.object_str if story.latest_revision else str(story)
    return {"may": may, "story_title": title, "edit_url": AdminURLFinder(request.user).get_edit_url(story)}


@require_POST
@who_may(PUBLISH)
def sign_off_change(request, pk, do):
    """Name somebody else, remind, end the link, ask again, or go on without."""
    sign_off = get_object_or_404(SignOff.objects.for_page(), pk=pk)
    if do not in CHANGES:
        raise Http404(do)
    form = FORMS[do](request.POST, prefix=f"{do}-{pk}") if do in FORMS else None
    if form and not form.is_valid():
        return shown(request, sign_off.review.story, form)
    try:
        messages.success(request, CHANGES[do](request, still_open(sign_off), form))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("desk-review", sign_off.review.story_id)


def still_open(sign_off):
    """The sign-off where an answer is still wanted; otherwise ValidationError."""
    if not sign_off.review.in_progress or sign_off.answer:
        raise ValidationError(_("Nothing is asked of %(who)s at the moment.") % {"who": sign_off})
    return sign_off


def name_somebody(request, sign_off, form):
    """Ask somebody else."""
    due = form.cleaned_data["due"]
    actions.name_signatory(sign_off=sign_off, invited=form.invited, by=request.user, due=due)
    return _("%(who)s was asked.") % {"who": sign_off}


def remind_now(request, sign_off, form):
    """Remind, at most once a day."""
    if not sign_off.asked_at:
        raise ValidationError(_("Nobody has been asked yet. Name somebody first."))
    if sign_off.reminded_today:
        raise ValidationError(_("%(who)s was reminded today already.") % {"who": sign_off})
    actions.remind(sign_off=sign_off, by=request.user)
    return _("%(who)s was reminded.") % {"who": sign_off}


def end_the_link(request, sign_off, form):
    """Make the link useless."""
    actions.end_link(sign_off=sign_off, by=request.user)
    return _("The link of %(who)s leads nowhere any more. “Send a new link” makes another.") % {"who": sign_off}


def send_a_link(request, sign_off, form):
    """Send a link once more."""
    ask(sign_off=sign_off)
    return _("%(who)s was sent a new link.") % {"who": sign_off}


def go_without(request, sign_off, form):
    """Go on without the sign-off, for a reason."""
    actions.go_on_without(sign_off=sign_off, by=request.user, reason=form.cleaned_data["reason"])
    return _("The review goes on without %(who)s. Readers will see the reason.") % {"who": sign_off}


FORMS = {"name": NameForm, "without": WithoutForm}
CHANGES = {
    "name": name_somebody,
    "remind": remind_now,
    "end-link": end_the_link,
    "send-link": send_a_link,
    "without": go_without,
}


@require_POST
@who_may(PUBLISH)
def review_assign(request, pk):
    """Name the editor who publishes."""
    review = get_object_or_404(Review.objects.under_way().for_desk(), pk=pk)
    form = AssignForm(request.POST)
    if form.is_valid():
        actions.assign(review=review, editor=form.cleaned_data["editor"], by=request.user)
        messages.success(request, _("The editor was named."))
    else:
        messages.error(request, " ".join(form.errors["editor"]))
    return redirect("desk-review", review.story_id)


@require_POST
@who_may(PUBLISH)
def review_renew(request, pk):
    """Ask again at once for the signatures of an earlier draft."""
    review = get_object_or_404(Review.objects.in_progress().for_desk(), pk=pk)
    asked = ", ".join(str(sign_off) for sign_off in actions.renew(review=review, by=request.user))
    messages.success(request, _("Asked again: %(who)s.") % {"who": asked or _("nobody")})
    return redirect("desk-review", review.story_id)


@require_POST
@who_may(PUBLISH)
def review_cancel(request, pk):
    """End the review without publishing."""
    review = get_object_or_404(Review.objects.under_way().for_desk(), pk=pk)
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
    if not form.is_valid():
        return shown(request, story, form)
    form.save()
    messages.success(request, _("The remark stands beside its field now."))
    return redirect("desk-review", pk)


@require_POST
@who_may(CHANGE)
def remarks_answer(request, pk):
    """Say what was done about remarks."""
    story = get_object_or_404(Story, pk=pk)
    answer_remarks(story=story, data=request.POST, by=request.user)
    messages.success(request, _("What was done about the remarks is kept."))
    return redirect("desk-review", pk)

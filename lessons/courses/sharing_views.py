"""The pages on which a course is shared, and an invitation is taken up."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lessons.courses import sharing
from lessons.courses.access import for_people, for_visitors
from lessons.courses.answering import AnswerForm, answer, news_in
from lessons.courses.building.journal import Refused, called
from lessons.courses.sharing_forms import InviteForm
from lessons.courses.wishes import fulfil


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
@for_visitors
def course_sharing(request, access):
    """Who can see the course, and who teaches it."""
    if not (access.right or access.publishes):
        raise PermissionDenied(_("This page is for the trainers of the course."))
    done = fulfil(access, request.POST) if request.method == "POST" else None
    if done and done.address:
        return redirect(done.address)
    context = {
        "title": _("Share “%s”") % access.course.title,
        "course": access.course,
        "access": access,
        "trainers": access.course.trainers.for_sharing(),
        "link": sharing.link_to(access.course),
        "invite": done.form if done and done.form else InviteForm(),
        "refused": done.refused if done else "",
    }
    return render(request, "lessons/courses/sharing.html", context, status=422 if done else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def course_invitation(request, token):
    """Take up an invitation."""
    invitation = sharing.invitation_of(token)
    if invitation is None:
        raise Http404("There is no such invitation, or it has ended.")
    if request.method == "POST":
        sharing.take_up(invitation=invitation, user=request.user)
        return redirect(invitation.course)
    owner = invitation.course.trainers.arrived().for_sharing().first()
    context = {
        "title": _("You are invited to “%s”") % invitation.course.title,
        "invitation": invitation,
        "course": invitation.course,
        "owner": called(owner.user) if owner else "",
    }
    return render(request, "lessons/courses/invitation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
@for_visitors
def course_changes(request, access):
    """What has changed in the records that the course uses, and what to do about it."""
    if not access.right and not access.publishes:
        raise PermissionDenied(_("This page is for the trainers of the course."))
    refused = ""
    if request.method == "POST":
        if not access.decides:
            raise PermissionDenied(_("You may see this course, but not change it."))
        try:
            answer(course=access.course, user=request.user, form=AnswerForm(request.POST, access.course))
            return redirect("course-changes", access.course.slug)
        except Refused as refusal:
            refused = str(refusal)
    context = {
        "title": _("What has changed since “%s” was built") % access.course.title,
        "course": access.course,
        "access": access,
        "news": news_in(access.course),
        "refused": refused,
    }
    return render(request, "lessons/courses/changes.html", context, status=409 if refused else 200)

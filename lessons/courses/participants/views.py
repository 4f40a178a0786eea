"""The pages of participants, and of the trainers whose groups they are."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lessons.courses.access import for_people, for_visitors, may_build, sign_in_url
from lessons.courses.building.journal import Refused
from lessons.courses.participants import answers, groups, progress
from lessons.courses.participants.access import COOKIE, for_members, for_owner, keep_token
from lessons.courses.participants.forms import AnswersForm, CodeForm, GroupForm
from lessons.courses.participants.studying import study_context
from lessons.courses.participants.wishes import fulfil
from lessons.models import CourseGroup

BY_SCRIPT = "study"
"""What static/js/courses/study.js says it is, in the header X-Requested-With."""


@require_safe
@for_visitors
def course_study(request, access):
    """Work through the course on one's own."""
    context = {
        "title": _("Work through “%s”") % access.course.title,
        "course": access.course,
        "access": access,
        "sign_in": sign_in_url(request),
        **study_context(access, request.GET),
    }
    return render(request, "lessons/courses/study.html", context)


@require_POST
@for_people
@for_visitors
def course_study_keep(request, access):
    """Keep what somebody ticked and wrote at one item, in their account."""
    form = progress.ProgressForm(request.POST, progress.marks_of(access.course))
    if form.is_valid():
        progress.keep(course=access.course, user=request.user, **form.cleaned_data)
    if request.headers.get("X-Requested-With") == BY_SCRIPT:
        return JsonResponse({"errors": form.errors}, status=200 if form.is_valid() else 422)
    back = reverse("course-study", args=[access.course.handle or access.course.slug])
    if form.is_valid():
        return redirect(f"{back}#m-{form.cleaned_data['mark']}")
    context = {"title": _("That was not kept"), "course": access.course, "form": form, "back": back}
    return render(request, "lessons/courses/study_refused.html", context, status=422)


@require_POST
@for_people
@for_visitors
def course_study_take(request, access):
    """Take what lay on a device into the account; or delete all that is kept of the course there."""
    form = progress.DeviceForm(request.POST, access.course)
    if "forget" in request.POST:
        progress.forget(course=access.course, user=request.user)
    elif form.is_valid():
        progress.take_over(course=access.course, user=request.user, rows=form.cleaned_data["kept"])
    else:
        return HttpResponse(form.errors["kept"].as_text(), status=422, content_type="text/plain; charset=utf-8")
    return redirect("course-study", access.course.handle or access.course.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@for_people
@for_visitors
def course_groups(request, access):
    """The groups that a trainer has opened for the course, and a new one."""
    if not (access.teaches and (access.right or may_build(request.user))):
        raise PermissionDenied(_("Groups are opened by trainers who teach the course."))
    form = GroupForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            group = groups.open_group(course=access.course, user=request.user, title=form.cleaned_data["title"])
            return redirect("group-results", group.code)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {
        "title": _("Groups for “%s”") % access.course.title,
        "course": access.course,
        "form": form,
        "groups": CourseGroup.objects.of(request.user, access.course).for_list(),
    }
    return render(request, "lessons/courses/groups.html", context, status=422 if form.errors else 200)


@require_safe
def group_find(request):
    """Where somebody types the code of a group."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        if found := CourseGroup.objects.with_code(form.cleaned_data["code"]):
            return redirect(found)
        form.add_error(
            "code", _("There is no group with the code “%s”. Look at it again.") % form.cleaned_data["code"][:20]
        )
    context = {"title": _("Answer in a group"), "form": form}
    return render(request, "lessons/courses/group_find.html", context, status=404 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def group_answer(request, group):
    """The questions of a group, and what this browser has answered."""
    token = request.COOKIES.get(COOKIE, "")
    member, refused = groups.member_of(group, token), ""
    form = AnswersForm(request.POST if request.method == "POST" else None, group, member)
    if request.method == "POST" and form.is_valid():
        token, name = token if member else groups.new_token(), form.cleaned_data["name"]
        try:
            groups.answer(group=group, token=token, name=name, replies=form.answers())
            return keep_token(redirect(f"{group.get_absolute_url()}#sent"), group, token)
        except Refused as refusal:
            refused = str(refusal)
    context = {"title": group.title, "group": group, "form": form, "member": member, "refused": refused}
    return render(request, "lessons/courses/group_answer.html", context, status=422 if refused or form.errors else 200)


@require_safe
@for_owner
def group_results(request, group):
    """The answers of a group, side by side."""
    questions, count = answers.told_by(group)
    anew = {row["mark"] for row in groups.questions_of(group.course)}
    context = {
        "title": group.title,
        "group": group,
        "course": group.course,
        "questions": questions,
        "count": count,
        "others": anew != {row["mark"] for row in group.questions if not row.get("old")},
    }
    template = "_group_answers.html" if request.htmx else "group_results.html"
    return render(request, f"lessons/courses/{template}", context)


@require_safe
@for_owner
def group_csv(request, group):
    """The answers of a group as a table."""
    response = HttpResponse(answers.answers_csv(group), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="group-{group.code}.csv"'
    return response


@require_POST
@for_owner
def group_change(request, group):
    """Close a group, open it again, let it ask anew, or delete it."""
    return redirect(fulfil(group, request.POST))

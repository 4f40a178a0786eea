"""The pages of the builder."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.addresses import finder_url
from cases.private import private
from lessons.courses.access import for_changing, for_people, for_visitors, may_build, sign_in_url
from lessons.courses.building.journal import Refused
from lessons.courses.building.page import answer_of, builder_context, news_of
from lessons.courses.building.performing import Done, perform
from lessons.courses.building.sent import BuildQuery, NewCourseForm, NewsQuery
from lessons.courses.making import copy_course, make_course, revise_course

BY_SCRIPT = "builder"
"""What static/js/courses/builder.js says it is, in the header X-Requested-With."""


@require_http_methods(["GET", "HEAD", "POST"])
@private
def course_new(request):
    """Begin a course, or say who can."""
    form, sign_in = NewCourseForm(request.POST if request.method == "POST" else None), sign_in_url(request)
    able = may_build(request.user)
    if able and request.method == "POST" and form.is_valid():
        try:
            course = make_course(user=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("course-build", course.slug)
    context = {"title": _("Build a course"), "form": form, "able": able, "sign_in": sign_in}
    return render(request, "lessons/courses/new.html", context, status=200 if able or sign_in else 403)


@require_safe
@for_changing
def course_build(request, access):
    """The builder."""
    query = BuildQuery(request.GET, access.course)
    return render(request, "lessons/courses/build.html", builder_context(access, query.done))


@require_POST
@for_changing
def course_change(request, access):
    """Do what a button of the builder says."""
    query = NewsQuery(request.POST)
    done = perform(course=access.course, user=request.user, data=request.POST)
    if request.headers.get("X-Requested-With") == BY_SCRIPT:
        return JsonResponse(answer_of(request, access, done, query.since, whole=query.whole))
    if done.failed or done.refused or done.lost:
        return render(request, "lessons/courses/build.html", builder_context(access, done), status=422)
    address = finder_url({"words": done.words, "session": str(done.session or "")}, "course-build", access.course.slug)
    return redirect(f"{address}#{done.focus or ('found' if done.words else 'builder')}")


@require_safe
@for_changing
def course_news(request, access):
    """What others have done to the course in the meantime; no content where nobody has."""
    query = NewsQuery(request.GET)
    if not query.since or not news_of(access.course, request.user, query.since):
        return HttpResponse(status=204)
    return JsonResponse(answer_of(request, access, Done(), query.since, whole=True))


@require_safe
@for_changing
def course_find(request, access):
    """What was found for some words, as a part of the builder."""
    query = BuildQuery(request.GET, access.course)
    return render(request, "lessons/courses/_build_found.html", builder_context(access, query.done))


@require_http_methods(["GET", "HEAD", "POST"])
@for_visitors
def course_adapt(request, access):
    """Ask before a copy is made, and make it."""
    if not (access.course.live or access.right):
        raise PermissionDenied(_("You may see this course, but not copy it."))
    able, refused = may_build(request.user), ""
    if request.method == "POST" and not request.user.is_authenticated:
        return redirect(sign_in_url(request))
    if request.method == "POST" and able:
        try:
            return redirect("course-build", copy_course(course=access.course, user=request.user).slug)
        except Refused as refusal:
            refused = str(refusal)
    context = {"title": _("Make “%s” your own") % access.course.title, "course": access.course, "access": access}
    return render(request, "lessons/courses/adapt.html", {**context, "able": able, "refused": refused})


@require_POST
@for_people
@for_visitors
def course_revise(request, access):
    """Begin a new version of a public course, which takes its place once the editors agree."""
    if not access.revises:
        raise PermissionDenied(_("Only the trainers of a public course work on a new version of it."))
    return redirect(reverse("course-build", args=[revise_course(course=access.course, user=request.user).slug]))

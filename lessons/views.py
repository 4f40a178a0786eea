"""The pages of the upper floor. A view gathers; querysets know; a template shows."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.pages import page_of
from cases.paging import listing
from cases.retired import found_or_gone
from cases.sharing import for_everyone
from lessons.balance import balanced, balances
from lessons.crosswalk import crosswalk
from lessons.feeds import lesson_feed
from lessons.forms import CrosswalkForm, LessonFilter
from lessons.models import Element, Framework, Lesson, Question, Tension
from lessons.pages import home_context, lenses_by_source


@require_safe
@for_everyone
def home(request):
    """The way in."""
    return render(request, "lessons/home.html", home_context())


@require_safe
@for_everyone
def lesson_list(request):
    """The lessons with their balance of evidence."""
    chosen = LessonFilter(request.GET)
    context = listing(request, chosen.lessons())
    context["page"].object_list = balanced(list(context["page"]), balances())
    return render(request, "lessons/lesson_list.html", {**context, "filter": chosen})


@require_safe
@for_everyone
def lesson_page(request, slug):
    """A lesson."""
    return render(request, *page_of(found_or_gone(Lesson.objects.all(), slug), request.GET))


@require_safe
def lesson_atom(request, slug):
    """The evidence on a lesson as a feed."""
    return lesson_feed(found_or_gone(Lesson.objects.all(), slug))


@require_safe
@for_everyone
def framework_list(request):
    """The lenses over the library."""
    return render(request, "lessons/framework_list.html", lenses_by_source())


@require_safe
@for_everyone
def framework_crosswalk(request):
    """Two lenses side by side, or one beside all others."""
    form = CrosswalkForm(request.GET, list(Framework.objects.published().for_list().by_source()))
    lenses = {"left": form.left_lens, "right": form.right_lens, "show_lens": form.right_lens is None}
    context = {
        "title": _("Where the lenses meet"),
        "form": form,
        **lenses,
        **crosswalk(form.left_lens, form.right_lens),
    }
    return render(request, "lessons/framework_crosswalk.html", context)


@require_safe
@for_everyone
def framework_page(request, slug):
    """A lens."""
    return render(request, *page_of(found_or_gone(Framework.objects.for_list(), slug)))


@require_safe
@for_everyone
def element_page(request, slug):
    """An element of a lens."""
    return render(request, *page_of(found_or_gone(Element.objects.for_page(), slug), request.GET))


@require_safe
@for_everyone
def question_list(request):
    """The questions that practitioners ask."""
    return render(request, "lessons/question_list.html", listing(request, Question.objects.for_list()))


@require_safe
@for_everyone
def question_page(request, slug):
    """A question."""
    return render(request, *page_of(found_or_gone(Question.objects.all(), slug)))


@require_safe
@for_everyone
def tension_list(request):
    """The matters on which the sources contradict one another."""
    return render(request, "lessons/tension_list.html", listing(request, Tension.objects.for_list()))


@require_safe
@for_everyone
def tension_page(request, slug):
    """A tension."""
    return render(request, *page_of(found_or_gone(Tension.objects.for_page(), slug)))

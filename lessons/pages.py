"""The pages of the upper floor: for each noun its template, and what the template shows."""

from collections.abc import Mapping
from itertools import groupby
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.addresses import finder_url
from cases.explore.rooms import ROOMS
from cases.finder import Finder
from cases.models import Leader, Organisation, Source
from cases.pages import PAGES, Page
from cases.paging import BESIDE, side_by_side
from cases.search.snapshot import Snapshot
from lessons.audit.preview import statement_context
from lessons.balance import Balance, balanced, balances, heaviest
from lessons.crosswalk import meetings_of
from lessons.models import Element, Evidence, Framework, Lesson, Question, Statement, Tension
from lessons.tensions import tension_context

NAMED = 40
"""Pieces of evidence of retired stories that a lesson's page names."""

NEAR = 4
"""Lessons that a lesson's page names beside it, and stories that a question's page shows."""


def lesson_context(lesson: Lesson, query: Mapping[str, str]) -> dict:
    """A lesson with its balance, and its evidence on two sides: what supports it; what qualifies or contradicts it."""
    evidence = lesson.evidence.published() if lesson.pk else Evidence.objects.none()
    balance = Balance(**evidence.tally())
    page, part = side_by_side(query, balance.supports, balance.against)
    sides = [
        list(side.best_first().values_list("pk", flat=True)[part])
        for side in (evidence.supporting(), evidence.contrary())
    ]
    found = evidence.for_lesson_page().in_bulk([pk for side in sides for pk in side])
    supporting, contrary = ([found[pk] for pk in side] for side in sides)
    return {
        "lesson": lesson,
        "title": lesson.sentence,
        "balance": balance,
        "supporting": supporting,
        "contrary": contrary,
        "retired": lesson.evidence.of_retired().for_lesson_page()[:NAMED] if lesson.pk else [],
        "page": page,
        "elements": Element.objects.published().of_lesson(lesson),
        "related": heaviest(Lesson.objects.beside(lesson), NEAR, lambda b: (b.contradicts, b.supports))
        if lesson.pk
        else [],
    }


def framework_context(framework: Framework) -> dict:
    """A lens with its elements, each with how many stories and lessons stand under it."""
    elements = list(framework.elements.all())
    counts = story_counts()
    lessons = dict(Lesson.objects.published().by_element(elements))
    for element in elements:
        element.story_count, element.lesson_count = counts.get(element.slug, 0), lessons.get(element.pk, 0)
    return {
        "framework": framework,
        "title": framework.title,
        "elements": elements,
        "evidence_url": f"{reverse('explore-evidence-map')}?{urlencode({'lens': framework.slug})}",
        "crosswalk_url": f"{reverse('framework-crosswalk')}?{urlencode({'left': framework.slug})}",
    }


def story_counts() -> dict[str, int]:
    """For each element the number of stories that the finder shows under it."""
    return Finder(QueryDict()).counted("element").as_dict()


def element_context(element: Element, query: Mapping[str, str]) -> dict:
    """An element with its mirror, its best evidenced lessons, and the stories that the source names under it."""
    lessons, illustrations = Lesson.objects.published().under_element(element), element.illustrations.for_element_page()
    page, part = side_by_side(query, illustrations.count())
    return {
        "element": element,
        "title": element.name,
        "lessons": heaviest(lessons, BESIDE, lambda balance: balance.stories),
        "lesson_count": lessons.count(),
        "lessons_url": finder_url({"element": element.slug}, "lesson-list"),
        "illustrations": illustrations[part],
        "page": page,
        "story_count": story_counts().get(element.slug, 0),
        "siblings": Element.objects.beside(element),
        "meetings": meetings_of([element]).get(element.pk, []),
    }


def lenses_by_source() -> dict:
    """Every lens, under the source that it comes from."""
    lenses = Framework.objects.published().for_list().by_source()
    groups = [(source, list(found)) for source, found in groupby(lenses, key=lambda lens: lens.source)]
    return {"groups": groups, "count": sum(len(found) for _source, found in groups)}


def question_context(question: Question) -> dict:
    """A question with the lessons that bear on it, those with contrary evidence marked, and the best evidenced of their stories."""
    lessons = list(
        question.lessons.get_live_queryset().published().for_list() if question.pk else question.lessons.all()
    )
    balanced(lessons, balances())
    finder = Finder(QueryDict(urlencode({"lesson": [lesson.slug for lesson in lessons]}, doseq=True)))
    return {
        "question": question,
        "title": question.question,
        "lessons": lessons,
        "stories": list(finder.cards(most=NEAR)) if finder.state.chosen else [],
        "story_count": finder.total,
        "stories_url": finder.state.url(),
    }


def home_context() -> dict:
    """The doors into the library: questions, elements, results, zones; what is new; and how much there is."""
    finder = Finder(QueryDict("sort=newest"))
    views = {view.facet.key: view.options for view in finder.offered}
    framework = Framework.objects.published().for_list().first()
    counts = finder.counted("element")
    elements = list(framework.elements.all()) if framework else []
    for element in elements:
        element.story_count = counts.get(element.slug, 0)
    return {
        "title": _("Evidence from public services that tried something new"),
        "framework": framework,
        "elements": elements,
        "results": views["result"],
        "zones": {option.value: option for option in views["zone"]},
        "countries": views["country"],
        "places": views["place"][:8],
        "questions": Question.objects.published()[:8],
        "rooms": ROOMS,
        "featured": finder.snapshot.remember("featured", lambda: featured(finder.snapshot)),
        "newest": list(finder.cards(most=3)),
        "total": finder.total,
        "failures": next((o for o in views["result"] if o.value == "failed"), None),
        "numbers": {
            "stories": finder.total,
            "lessons": Lesson.objects.published().count(),
            "evidence": sum(balance.supports + balance.against for balance in balances().values()),
            "leaders": Leader.objects.published().count(),
            "organisations": Organisation.objects.published().count(),
        },
    }


def featured(snapshot: Snapshot) -> list[dict]:
    """Three stories with the most evidence, one of each result where there are such: succeeded, mixed, failed."""
    found = []
    for result in ("failed", "succeeded", "mixed"):
        found += list(Finder(QueryDict(f"result={result}&depth=full&sort=evidence"), snapshot).cards(most=1))
    return found


def source_extras(source: Source) -> dict:
    """What of a source the upper floor uses: its frameworks, and how much evidence rests on it."""
    return {
        "frameworks": Framework.objects.published().of_source(source),
        "evidence_count": Evidence.objects.of_source(source).count(),
    }


PAGES.update(
    {
        Lesson: Page("lessons/lesson_page.html", lesson_context, turned=True),
        Framework: Page("lessons/framework_page.html", framework_context),
        Element: Page("lessons/element_page.html", element_context, turned=True),
        Question: Page("lessons/question_page.html", question_context),
        Tension: Page("lessons/tension_page.html", tension_context),
        Statement: Page("lessons/audit/alone_step.html", statement_context),
    }
)

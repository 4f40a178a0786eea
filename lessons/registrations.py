"""What the upper floor adds to the ground floor."""

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cases.account_panels import register_account_panel
from cases.chores import Chore, register_chore
from cases.explore.rooms import Room, register_room
from cases.extensions import extensions
from cases.facets import register_facet
from cases.models import Story
from cases.reviewing import material
from cases.search.reading import Part
from cases.story_fields import LABELS, REMARKED
from lessons import checking, coverage, facets, following, library, pages, sheets
from lessons.audit.accounts import AUDITS
from lessons.audit.chores import delete_what_has_run_out, warn_organisers
from lessons.audit.teaching import as_extra
from lessons.balance import tallies
from lessons.choices import Stance
from lessons.comparing import compared_lessons
from lessons.courses import registrations as courses
from lessons.courses.building.extras import EXTRAS
from lessons.lti import registrations as lti
from lessons.models import Element, Evidence, Framework, Illustration, Lesson
from lessons.panels import story_lessons


def lessons_with_elements():
    """Lessons with the elements that they belong to."""
    return Lesson.objects.prefetch_related(Prefetch("elements", queryset=Element.objects.select_related("framework")))


def elements_with_lens():
    """Elements with the framework of each."""
    return Element.objects.select_related("framework")


PARTS = [
    Part("evidence", Evidence, refers={"lesson": lessons_with_elements}),
    Part("illustrations", Illustration, refers={"element": elements_with_lens}),
]


EVIDENCE_MAP = Room(
    "explore-evidence-map",
    _("Where the evidence lies"),
    _("The elements of any lens across policy areas: in how many stories the evidence is for, mixed or against, and where there is none."),
)  # fmt: skip


def register() -> None:
    """Register facets, words, cards, panels and what each record affects; called once, when the upper floor starts."""
    register_facet(facets.ELEMENT, after="result")
    register_facet(facets.LESSON, after="leader")
    for facet in reversed(facets.SIDE_FACETS):
        register_facet(facet, after="element")
    register_room(EVIDENCE_MAP, first=True)
    extensions.parts += PARTS
    extensions.page_prefetches.append(page_prefetches)
    extensions.words.append(lessons_in_words)
    extensions.cards.append(balance_card)
    extensions.tallies.append(tallies)
    extensions.panels.append(story_lessons)
    extensions.comparisons.append(compared_lessons)
    extensions.source_panels.append(pages.source_extras)
    extensions.shown.update(
        {Lesson: ("sentence",), Element: ("name", "sort_order", "framework"), Framework: ("title", "order")}
    )
    extensions.parameters.update({"lesson": Lesson, "element": Element, **{f.key: Element for f in facets.SIDE_FACETS}})
    extensions.counted["evidence"] = lambda n: ngettext("%d piece of evidence", "%d pieces of evidence", n)
    extensions.counted["illustrates"] = lambda n: ngettext("%d element of a lens", "%d elements of lenses", n)
    extensions.still.append(lessons_of_story)
    library.register()
    coverage.register()
    checking.register()
    material.PARTS.append("evidence")
    REMARKED.insert(REMARKED.index("adaptations"), "evidence")
    LABELS["evidence"] = _("The lessons")
    sheets.register()
    following.register()
    register_chore(Chore("warn who organises an audit", warn_organisers))
    register_chore(Chore("delete audits that have run out", delete_what_has_run_out))
    courses.register()
    EXTRAS.append(as_extra)
    register_account_panel(AUDITS)
    lti.register()
    extensions.affects.update(
        {
            Evidence: lambda row: [row.story_id],
            Illustration: lambda row: [row.story_id],
            Lesson: lambda lesson: lesson.evidence.values_list("story_id", flat=True).distinct(),
            Element: lambda element: stories_under([element.pk]),
            Framework: lambda framework: stories_under(
                framework.elements.get_live_queryset().values_list("pk", flat=True)
            ),
        }
    )


def page_prefetches() -> list[Prefetch]:
    """Evidence with its lesson and source, and illustrations with their element and lens."""
    return [
        Prefetch("evidence", queryset=Evidence.objects.select_related("lesson", "source")),
        Prefetch("illustrations", queryset=Illustration.objects.select_related("element__framework")),
    ]


def lessons_in_words(story) -> list[str]:
    """The sentences of the story's lessons, and what happened."""
    return [f"{item.lesson.sentence} {item.what_happened}" for item in story.evidence.all() if item.lesson.live]


def balance_card(story) -> dict:
    """How much evidence of which stance the story carries."""
    found = [item.stance for item in story.evidence.all() if item.lesson.live]
    return {"balance": {stance.value: found.count(stance) for stance in Stance if stance in found}}


def lessons_of_story(record) -> list[Lesson]:
    """The published lessons that a story has evidence on."""
    return list(Lesson.objects.published().of_story(record)) if isinstance(record, Story) else []


def stories_under(elements) -> set[int]:
    """The stories that bear on any of the elements."""
    elements = list(elements)
    return {
        *Illustration.objects.filter(element__in=elements).values_list("story_id", flat=True),
        *Evidence.objects.filter(lesson__elements__in=elements).values_list("story_id", flat=True),
    }

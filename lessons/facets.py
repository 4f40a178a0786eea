"""The facets of the upper floor: the elements that a story illustrates, and the lessons that it bears on."""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.facet_values import once
from cases.facets import GROUP, Facet, GroupedFacet
from cases.models import Story
from lessons.choices import Stance
from lessons.models import Element, Lesson


def elements_of(story: Story) -> dict[str, Element]:
    """The elements that a published lesson with evidence in the story belongs to, or that the source names the story under."""
    own = [illustration.element for illustration in story.illustrations.all()]
    learned = [element for item in story.evidence.all() if item.lesson.live for element in taught_by(item.lesson)]
    return {element.slug: element for element in own + learned if element.framework.live}


def taught_by(lesson: Lesson) -> list[Element]:
    """The elements that the lesson belongs to; found out once for each lesson that is read for the index."""
    known = lesson.__dict__
    if "_taught_by" not in known:
        known["_taught_by"] = list(lesson.elements.all())
    return known["_taught_by"]


def element_values(story: Story) -> list[tuple[str, str]]:
    """Each element with its framework in front, in the order of the frameworks."""
    return once(story, "_element_values", _element_values)


def _element_values(story: Story) -> list[tuple[str, str]]:
    return [
        (slug, f"{element.framework.order:03}{GROUP}{element.framework.title}{GROUP}{element.name}")
        for slug, element in elements_of(story).items()
    ]


ELEMENT = GroupedFacet(
    "element",
    _("Element it bears on"),
    _("bear on %s"),
    values=element_values,
    opened=True,
    searchable=True,
    clause=True,
    singular=_("bears on %s"),
)


def sides_of(story: Story) -> dict[str, str]:
    """
    For each element that the story bears on, which way: `for` where its evidence only supports lessons of the element, `against` where it
    only contradicts them, `mixed` where it does both or sets conditions, `named` where the source names the story there without evidence.
    """
    return once(story, "_sides_of", _sides_of)


def _sides_of(story: Story) -> dict[str, str]:
    stances = {slug: set() for slug, _label in element_values(story)}
    for item in story.evidence.all():
        if item.lesson.live:
            for element in taught_by(item.lesson):
                if element.slug in stances:
                    stances[element.slug].add(item.stance)
    return {slug: SIDES.get(frozenset(found), "mixed") for slug, found in stances.items()}


SIDES = {frozenset(): "named", frozenset({Stance.SUPPORTS}): "for", frozenset({Stance.CONTRADICTS}): "against"}


def side_values(side: str) -> Callable[[Story], list[tuple[str, str]]]:
    """The values of the facet that holds the elements which a story bears on that way."""

    def values(story: Story) -> list[tuple[str, str]]:
        sides = sides_of(story)
        return [(slug, label) for slug, label in element_values(story) if sides[slug] == side]

    return values


def side_facet(side: str, label: str | Promise, template: str | Promise) -> GroupedFacet:
    """One of the four ways in which a story bears on an element; maps lead there."""
    return GroupedFacet(side, label, template, values=side_values(side), searchable=True, aside=True)


FOR = side_facet("for", _("Evidence for"), _("with evidence for %s"))
MIXED = side_facet("mixed", _("Mixed evidence"), _("with mixed evidence on %s"))
AGAINST = side_facet("against", _("Evidence against"), _("with evidence against %s"))
NAMED = side_facet("named", _("Named by the source"), _("named by the source under %s"))
SIDE_FACETS = [FOR, MIXED, AGAINST, NAMED]

LESSON = Facet(
    "lesson",
    _("Lesson"),
    _("with evidence on %s"),
    quoted=True,
    searchable=True,
    values=lambda story: {i.lesson.slug: i.lesson.sentence for i in story.evidence.all() if i.lesson.live}.items(),
)

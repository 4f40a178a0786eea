"""The facets of the upper floor: the elements that a story illustrates, and the lessons that it bears on."""

from django.utils.translation import gettext_lazy as _

from cases.facets import GROUP, Facet, GroupedFacet
from cases.models import Story
from lessons.models import Element


def elements_of(story: Story) -> dict[str, Element]:
    """The elements that a published lesson with evidence in the story belongs to, or that the source names the story under."""
    own = [illustration.element for illustration in story.illustrations.all()]
    learned = [element for item in story.evidence.all() if item.lesson.live for element in item.lesson.elements.all()]
    return {element.slug: element for element in own + learned if element.framework.live}


def element_values(story: Story) -> list[tuple[str, str]]:
    """Each element with its framework in front, in the order of the frameworks."""
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

LESSON = Facet(
    "lesson",
    _("Lesson"),
    _("with evidence on %s"),
    quoted=True,
    searchable=True,
    values=lambda story: {i.lesson.slug: i.lesson.sentence for i in story.evidence.all() if i.lesson.live}.items(),
)

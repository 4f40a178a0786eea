"""What the stories do not teach yet: lessons on thin ground, stories without evidence, elements without stories in a policy area."""

from collections import Counter

from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.addresses import finder_url
from cases.choices import Depth
from cases.coverage.gaps import Gap, Line, Way, register_gap
from cases.coverage.names import NAMED
from cases.models import PolicyArea, Story
from lessons.choices import Stance
from lessons.models import Element, Evidence, Illustration, Lesson


def resting_on_one():
    """Published lessons with evidence from one story, or from none."""
    evidence = Evidence.objects.published().select_related("story")
    lessons = (
        Lesson.objects.published().with_balance().filter(story_count__lte=1).order_by("story_count", "sentence", "pk")
    )
    return lessons.prefetch_related("elements", Prefetch("evidence", queryset=evidence))


def tell_thin(lessons) -> list[Line]:
    """Each with the story that it rests on, and the stories among which another may be found."""
    return [
        Line(lesson.sentence, (_the_one(lesson), _look_through(lesson)), Lesson, lesson.pk, "elements")
        for lesson in lessons
    ]


def _the_one(lesson: Lesson) -> Way | str:
    story = next((item.story for item in lesson.evidence.all()), None)
    return Way(story.title, story.get_absolute_url()) if story else gettext("None")


def _look_through(lesson: Lesson) -> Way | str:
    """The stories of the lesson's elements, in the finder."""
    elements = [element.slug for element in lesson.elements.all()]
    return Way(gettext("Stories of its elements"), finder_url({"element": elements})) if elements else ""


def never_contradicted():
    """Published lessons that stories bear on and none contradicts, those with the most stories first."""
    evidence = Evidence.objects.published().filter(lesson=OuterRef("pk"))
    held = Lesson.objects.published().filter(Exists(evidence), ~Exists(evidence.filter(stance=Stance.CONTRADICTS)))
    return held.with_balance().prefetch_related("elements").order_by("-story_count", "sentence", "pk")


def tell_unchallenged(lessons) -> list[Line]:
    """Each with how many stories it has, and the stories among which the contrary may be found."""
    return [
        Line(
            lesson.sentence,
            (lesson.story_count, lesson.qualifies, _look_through(lesson)),
            Lesson,
            lesson.pk,
            "elements",
        )
        for lesson in lessons
    ]


def without_evidence():
    """Published stories without evidence on any lesson, those with the most measures first."""
    found = Story.objects.published().filter(~Exists(Evidence.objects.filter(story=OuterRef("pk"))))
    return found.annotate(held=Count("measures")).order_by("-held", "title", "pk").values_list("pk", "title", "depth")


def tell_stories(rows) -> list[Line]:
    """Each leads to its evidence."""
    return [Line(title, (Depth(depth).label,), Story, pk, "evidence") for pk, title, depth in rows]


def empty_cells() -> list[tuple]:
    """Elements of published lenses and policy areas that no published story joins; those with the most on either side first."""
    joined = {*_illustrated(), *_borne_on()}
    held = Counter(element for element, _area in joined)
    stories = Count("stories", filter=Q(stories__live=True))
    areas = list(PolicyArea.objects.published().annotate(held=stories).values_list("pk", "name", "held"))
    found = [
        (name, lens, area, key, held[element], stories)
        for element, name, lens in _elements()
        for key, area, stories in areas
        if (element, key) not in joined
    ]
    return sorted(found, key=lambda row: (-row[4], -row[5], row[1], row[0], row[2]))


def _illustrated():
    rows = Illustration.objects.filter(story__live=True, story__policy_areas__isnull=False).order_by()
    return rows.values_list("element_id", "story__policy_areas").distinct()


def _borne_on():
    """Evidence on a lesson bears on the elements of the lesson."""
    rows = Evidence.objects.published().filter(lesson__elements__isnull=False, story__policy_areas__isnull=False)
    return rows.order_by().values_list("lesson__elements", "story__policy_areas").distinct()


def _elements():
    rows = Element.objects.published().order_by("framework__order", "sort_order", "pk")
    return rows.values_list("pk", "name", "framework__title")


def tell_cells(rows) -> list[Line]:
    """Each leads to the stories of the policy area at the desk, whose evidence may close it."""
    screen = reverse(Story.snippet_viewset.get_url_name("list"))
    return [
        Line(name, (lens, area, held, stories), address=f"{screen}?{urlencode({'policy_areas': key, 'live': 'true'})}")
        for name, lens, area, key, held, stories in rows
    ]


LOOK = ("look", _("Where to look"))


def register() -> None:
    """Register the gaps of lessons, before those of the ground floor."""
    NAMED.update({Lesson: ("pk", "sentence"), Element: ("framework_id", "name")})
    for gap in reversed(gaps()):
        register_gap(gap, first=True)


def gaps() -> list[Gap]:
    """What the stories do not teach yet."""
    return [
        Gap(
            "lessons-on-one-story",
            _("Lessons that rest on one story"),
            _("One story is an anecdote. Look for another that bears on the lesson, and add evidence to it."),
            resting_on_one,
            tell_thin,
            first=_("Lesson"),
            columns=(("story", _("Rests on")), LOOK),
        ),
        Gap(
            "lessons-never-contradicted",
            _("Lessons never contradicted"),
            _(
                "The more stories agree, the more the contrary is worth looking for. Add the evidence to the story that has it."
            ),
            never_contradicted,
            tell_unchallenged,
            first=_("Lesson"),
            columns=(("stories", _("Stories")), ("qualified", _("Of which set a condition")), LOOK),
        ),
        Gap(
            "stories-without-evidence",
            _("Stories without evidence"),
            _("They are told, and nothing is learned from them. Add what happened for or against a lesson."),
            without_evidence,
            tell_stories,
            first=_("Story"),
            columns=(("depth", _("Depth")),),
        ),
        Gap(
            "elements-without-stories",
            _("Elements without a story in a policy area"),
            _(
                "Nothing in the policy area bears on the element. Each leads to the stories of the area; add evidence where one does."
            ),
            empty_cells,
            tell_cells,
            first=_("Element"),
            columns=(
                ("lens", _("Lens")),
                ("area", _("Policy area")),
                ("held", _("Areas with stories on the element")),
                ("stories", _("Stories in the area")),
            ),
        ),
    ]

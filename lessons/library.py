"""
What the upper floor adds to the library's files: frameworks, lessons, questions, statements, tensions, and two keys of stories.
"""

from collections.abc import Iterator

from cases.library import ground
from cases.library.ground import PINPOINT, cited
from cases.library.keys import Choice, Flag, Markdown, Ref, Slug, Text, Whole
from cases.library.many import Parts, Refs
from cases.library.nouns import Noun, register_keys, register_noun
from cases.library.standing import Formerly, standing
from lessons.models import (
    Element,
    Evidence,
    Framework,
    Illustration,
    Lesson,
    Question,
    Relation,
    Side,
    Statement,
    Tension,
)
from lessons.relating import not_to_itself, once_a_pair, two_or_three


def pinpointed(evidence: dict) -> Iterator[tuple[str, str]]:
    """Evidence needs a section or a page."""
    if not evidence.get("section") and not evidence.get("page"):
        yield "", "Evidence needs a pinpoint. Add “section:” (the heading in the source) or “page:”."


def claimed_somewhere(side: dict) -> Iterator[tuple[str, str]]:
    """A claim needs a section or a page."""
    if not side.get("section") and not side.get("page"):
        yield "", "A claim needs a pinpoint. Add “section:” (the heading in the source) or “page:”."


def quotable(library) -> Iterator[tuple]:
    """A quotation only from a source whose licence allows one."""
    allowing = {record.slug: bool(record.data.get("quotable")) for record in library.records("sources")}
    for record in library.records("stories"):
        for position, item in library.parts(record, "evidence"):
            source = item.get("source")
            if item.get("quotation") and isinstance(source, str):
                if source not in allowing:
                    allowing[source] = library.in_database("sources", "quotable").get(source, True)
                if not allowing[source]:
                    message = f"The licence of the source “{source}” allows no quotation. Tell it in your own words."
                    yield record, ("evidence", position, "quotation"), message


def held_up(library) -> Iterator[tuple]:
    """A lesson has evidence, in the folder or in a story that the folder leaves alone."""
    lessons = list(library.records("lessons"))
    if not lessons or not library.complete("stories"):
        return
    stories = list(library.records("stories"))
    told = {str(item.get("lesson")) for record in stories for _position, item in library.parts(record, "evidence")}
    if all(lesson.slug in told for lesson in lessons):
        return
    ours = {record.slug for record in stories}
    rows = Evidence.objects.order_by().values_list("lesson__slug", "story__slug").distinct()
    told |= {lesson for lesson, story in rows if story not in ours}
    for lesson in lessons:
        if lesson.slug not in told:
            message = f"No story has evidence on the lesson “{lesson.slug}”. Add some to a story, or delete the lesson."
            yield lesson, (), message


def still_used(library) -> Iterator[tuple]:
    """An element that a framework's file drops is not in use by what the folder leaves alone."""
    frameworks = {record.slug: record for record in library.records("frameworks")}
    kept = library.slugs(Element)
    rows = Element.objects.filter(framework__slug__in=frameworks).values_list("pk", "slug", "framework__slug")
    dropped = {pk: (slug, framework) for pk, slug, framework in rows if slug not in kept}
    for pk, user in _users(library, dropped):
        slug, framework = dropped[pk]
        message = f"The element “{slug}” is missing here, but {user} uses it. Keep the element, or change that as well."
        yield frameworks[framework], ("elements",), message


def _users(library, elements) -> Iterator[tuple[int, str]]:
    """The elements that records outside the folder refer to, each with a name for who does."""
    queries = (
        (
            "stories",
            "story",
            Illustration.objects.filter(element__in=elements).values_list("element", "story__slug"),
        ),
        (
            "lessons",
            "lesson",
            Lesson.elements.through.objects.filter(element__in=elements).values_list("element", "lesson__slug"),
        ),
        (
            "frameworks",
            "framework",
            Element.objects.filter(mirrors__in=elements).values_list("mirrors", "framework__slug"),
        ),
        (
            "frameworks",
            "framework",
            Relation.objects.filter(element__in=elements).values_list("element", "origin__framework__slug"),
        ),
        (
            "tensions",
            "tension",
            Side.elements.through.objects.filter(element__in=elements).values_list("element", "side__tension__slug"),
        ),
        (
            "statements",
            "statement",
            Statement.objects.filter(element__in=elements).values_list("element", "slug"),
        ),
    )
    for noun, label, rows in queries if elements else ():
        ours = {record.slug for record in library.records(noun)}
        for element, slug in rows:
            if slug not in ours:
                yield element, f"the {label} “{slug}”"


def not_its_own_mirror(library) -> Iterator[tuple]:
    """An element does not mirror itself."""
    for record in library.records("frameworks"):
        for position, part in library.parts(record, "elements"):
            if part.get("mirrors") and part["mirrors"] == part.get("slug"):
                message = "An element cannot mirror itself. Name another element, or leave the key out."
                yield record, ("elements", position, "mirrors"), message


RELATES = Parts(
    "relates",
    of=Relation,
    keys=(Ref("element", to=Element), Text("note")),
    once=(("element",),),
    description="The elements, of this lens or of another, that this one meets: what they share, and in what they differ. "
    "Each pair stands once, under either of the two.",
    sort=lambda relation: relation["element"],
)
ELEMENTS = Parts(
    "elements",
    of=Element,
    keys=(
        Slug("slug"),
        Text("name"),
        Text("asks"),
        Markdown("meaning"),
        Ref("mirrors", to=Element, late=True),
        *PINPOINT,
        RELATES,
        Formerly(of=Element),
    ),
    rules=(cited,),
    once=(("slug",),),
    description="The ideas of the framework, in their order.",
    by_slug=True,
)
FRAMEWORKS = Noun(
    "frameworks",
    Framework,
    (
        Text("title"),
        Whole("order", default=100, least=0, most=32_767),
        Text("summary"),
        Markdown("about"),
        *PINPOINT,
        ELEMENTS,
        *standing(Framework),
    ),
    "A set of ideas from a source, with its elements.",
    folder=True,
    rules=(cited,),
    cross=(still_used, not_its_own_mirror, not_to_itself, once_a_pair),
)
LESSONS = Noun(
    "lessons",
    Lesson,
    (Text("sentence"), Markdown("explanation"), Refs("elements", to=Element), *standing(Lesson)),
    "What a practitioner can act on, or disagree with. Each needs evidence in a story.",
    cross=(held_up, quotable),
)
QUESTIONS = Noun(
    "questions",
    Question,
    (Text("question"), Markdown("about"), Refs("lessons", to=Lesson), *standing(Question)),
    "Questions that practitioners ask, with the lessons that bear on them.",
)
STATEMENTS = Noun(
    "statements",
    Statement,
    (
        Ref("element", to=Element),
        Whole("order", default=100, least=0, most=32_767),
        Text("text"),
        Flag("turned"),
        Text("example"),
        Text("next_step"),
        Refs("lessons", to=Lesson),
        *standing(Statement),
    ),
    "What the learning audit asks of each element, and the lessons that bear on it.",
)
SIDES = Parts(
    "sides",
    of=Side,
    keys=(Text("name"), Text("claim"), *PINPOINT, Refs("lessons", to=Lesson), Refs("elements", to=Element)),
    rules=(cited, claimed_somewhere),
    once=(("name",),),
    description="What each side says, where it says so, and the lessons and elements that belong to it. Two or three.",
)
TENSIONS = Noun(
    "tensions",
    Tension,
    (
        Text("title"),
        Whole("order", default=100, least=0, most=32_767),
        Text("summary"),
        Markdown("about"),
        SIDES,
        Markdown("would_decide"),
        *standing(Tension),
    ),
    "A matter on which the sources contradict one another, with what each side says.",
    folder=True,
    rules=(two_or_three,),
)
ILLUSTRATES = Parts(
    "illustrates",
    of=Illustration,
    keys=(Ref("element", to=Element), *PINPOINT),
    rules=(cited,),
    once=(("element",),),
    description="The elements under which the source itself names this story.",
    related="illustrations",
)
EVIDENCE = Parts(
    "evidence",
    of=Evidence,
    keys=(
        Ref("lesson", to=Lesson),
        Choice("stance"),
        Choice("strength"),
        Text("what_happened"),
        Text("quotation"),
        *PINPOINT,
    ),
    rules=(cited, pinpointed),
    once=(("lesson", "stance"),),
    description="What happened in this story that bears on a lesson, with its citation.",
)


def register() -> None:
    """Register the upper floor's nouns and story keys; adding them again changes nothing."""
    ground.register()
    for found in (FRAMEWORKS, LESSONS, QUESTIONS, STATEMENTS, TENSIONS):
        register_noun(found, before="stories")
    register_keys("stories", (ILLUSTRATES, EVIDENCE), before="sources")

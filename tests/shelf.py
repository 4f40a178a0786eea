"""A shelf of stories that differ in every facet, built in a few queries: for tests that need many."""

from datetime import timedelta

from taggit.models import Tag

from cases.choices import Depth, Driver, Level, MeasureKind, Novelty, OrganisationKind, Part, Realm, Result
from cases.models import (
    Adaptation,
    Citation,
    CollectedStory,
    Collection,
    Follower,
    Leader,
    Measure,
    Milestone,
    Organisation,
    Participation,
    Place,
    PolicyArea,
    Role,
    Source,
    Story,
    StoryTag,
    Subscription,
)
from cases.search import changes
from lessons.choices import Stance
from lessons.courses.pinning import pin
from lessons.models import (
    Course,
    Element,
    Evidence,
    Framework,
    Illustration,
    Item,
    Lesson,
    Question,
    Relation,
    Session,
    Side,
    Statement,
    Tension,
)
from tests.audits import an_audit_on_the_shelf
from tests.factories import FIRST_DAY

SUBJECTS = ("Recycling", "Policing", "Breakfast club", "Stadium", "Tenants’ forum")


def a_shelf(size: int) -> list[Story]:
    """That many stories, each the next in every list of words, around bodies, people and lessons."""
    with changes.gathered():
        stories = Story.objects.bulk_create(_story(number) for number in range(size))
        _ground_floor(stories)
        _upper_floor(stories)
    changes.mark(None)
    return stories


def turn(words, number: int):
    """The word whose turn it is; the lists have different lengths, so the combinations differ."""
    return list(words)[number % len(words)]


def _story(number):
    day = FIRST_DAY + timedelta(days=number * 7 % 100)
    return Story(
        slug=f"shelf-{number}",
        title=f"{turn(SUBJECTS, number)} {number}",
        summary=f"The {turn(SUBJECTS, number + 1).lower()} of year {number}.",
        problem="Nobody had asked the residents.",
        result=turn(Result, number),
        depth=turn(Depth, number),
        level=turn([*Level, ""], number),
        novelty=turn(Novelty, number),
        driver=turn(Driver, number // 2),
        year_from=1960 + number % 50,
        year_to=1962 + number % 50,
        first_published_at=day,
        last_published_at=day + timedelta(days=number * 3 % 50),
    )


def _records(model, size, **fields):
    dates = {"first_published_at": FIRST_DAY, "last_published_at": FIRST_DAY}
    name = model._meta.model_name
    rows = [{key: value(n) for key, value in fields.items()} for n in range(size)]
    return model.objects.bulk_create(model(slug=f"{name}-{n}", **dates, **row) for n, row in enumerate(rows))


def _named(model, size, **fields):
    return _records(model, size, name=lambda n: f"{model._meta.verbose_name} {n}".capitalize(), **fields)


def _ground_floor(stories):
    middle = {"latitude": lambda n: 53.8, "longitude": lambda n: -1.55}
    city = _named(Place, 1, country=lambda n: "GB", kind=lambda n: "city", **middle)[0]
    towns = Place.objects.bulk_create(
        Place(
            slug=f"town-{n}",
            name=f"Town {n}",
            country=turn(("GB", "PT"), n),
            kind="district",
            within=within,
            latitude=turn((51.5, 38.72, 54.97, None), n),
            longitude=turn((-0.1, -9.14, -1.61, None), n),
        )
        for n, within in enumerate((city, None, None, None))
    )
    areas = _named(PolicyArea, 3)
    more = len(stories) // 20
    bodies = _named(Organisation, 5 + more, kind=lambda n: turn(OrganisationKind, n))
    people = _named(Leader, 4 + more)
    sources = _records(Source, 2, title=lambda n: f"Source {n}")
    tags = [Tag.objects.create(name=f"tag {n}", slug=f"tag-{n}") for n in range(3)]
    numbered = list(enumerate(stories))
    link = Story.places.through.objects.bulk_create
    link(Story.places.through(story=story, place=turn(towns, n)) for n, story in numbered)
    link = Story.policy_areas.through.objects.bulk_create
    link(Story.policy_areas.through(story=story, policyarea=turn(areas, n)) for n, story in numbered)
    StoryTag.objects.bulk_create(StoryTag(content_object=story, tag=turn(tags, n)) for n, story in numbered)
    Citation.objects.bulk_create(Citation(story=story, source=turn(sources, n)) for n, story in numbered)
    Measure.objects.bulk_create(
        Measure(story=story, indicator="Litter", kind=turn(MeasureKind, n), source=sources[0], result="5")
        for n, story in numbered
        if n % 4
    )
    Milestone.objects.bulk_create(Milestone(story=story, year=1990 + n % 9, text="It ran.") for n, story in numbered)
    Adaptation.objects.bulk_create(Adaptation(story=story, from_story=stories[n // 2]) for n, story in numbered[1:])
    Story.objects.filter(pk__in=[story.pk for story in stories[10::10]]).update(part_of=stories[1])
    Participation.objects.bulk_create(
        Participation(story=story, organisation=turn(bodies, n), part="lead") for n, story in numbered
    )
    follower = Follower.objects.create(email="reader@example.org")
    follows = (("stories", "result=failed"), ("story", str(stories[1].pk)))
    Subscription.objects.bulk_create(
        Subscription(follower=follower, kind=kind, key=key, confirmed_at=FIRST_DAY) for kind, key in follows
    )
    texts = {name: lambda n: "Why." for name in ("summary", "introduction", "curator")}
    collections = _records(Collection, 2, title=lambda n: f"Collection {n}", **texts)
    CollectedStory.objects.bulk_create(
        CollectedStory(collection=turn(collections, n // 2), story=story, note=f"Why {n}.", sort_order=-n)
        for n, story in numbered[::-3]
    )
    Role.objects.bulk_create(
        Role(
            story=story,
            leader=turn(people, n + k),
            organisation=turn(bodies, n + k),
            realm=turn(Realm, n // (k + 1)),
            part=turn(Part, n),
        )
        for n, story in numbered
        for k in range(2 + len(stories) // 100)
    )


def _upper_floor(stories):
    framework = _records(Framework, 1, title=lambda n: "The elements", summary=lambda n: "A lens.")[0]
    elements = Element.objects.bulk_create(
        Element(
            framework=framework,
            slug=f"element-{n}",
            name=f"Element {n}",
            meaning="It means this.",
            sort_order=n,
        )
        for n in range(3)
    )
    Element.objects.filter(pk=elements[2].pk).update(mirrors=elements[1])
    lessons = _records(Lesson, 7 + len(stories) // 20, sentence=lambda n: f"Do thing {n}")
    link = Lesson.elements.through
    link.objects.bulk_create(link(lesson=lesson, element=turn(elements, n)) for n, lesson in enumerate(lessons))
    texts = {name: lambda n: f"We do thing {n}." for name in ("text", "example", "next_step")}
    statements = _records(Statement, 6, element=lambda n: turn(elements, n // 2), turned=lambda n: n % 2 == 1, **texts)
    link = Statement.lessons.through
    link.objects.bulk_create(link(statement=row, lesson=turn(lessons, n)) for n, row in enumerate(statements))
    an_audit_on_the_shelf()
    question = _records(Question, 1, question=lambda n: "How do I begin?")[0]
    Question.lessons.through.objects.bulk_create(
        Question.lessons.through(question=question, lesson=lesson) for lesson in lessons
    )
    source = Source.objects.first()
    _between_sources(elements, lessons, source)
    Illustration.objects.bulk_create(
        Illustration(story=story, element=turn(elements, n + 1 + n // 3 % 2), source=source)
        for n, story in enumerate(stories)
    )
    Evidence.objects.bulk_create(
        Evidence(
            story=story,
            lesson=turn(lessons, n + k),
            stance=turn(Stance, n // 3),
            strength="observed",
            what_happened="The residents came.",
            source=source,
            section="Results",
        )
        for n, story in enumerate(stories)
        for k in range(1 + n % 3)
    )
    _course(stories, lessons, elements)


def _between_sources(elements, lessons, source):
    """Another lens whose elements meet those of the first, and a tension with two sides."""
    other = Framework.objects.create(slug="the-other", title="The other lens", summary="Another.", source=source)
    far = Element.objects.bulk_create(
        Element(framework=other, slug=f"far-{n}", name=f"Far {n}", meaning="It means that.", sort_order=n)
        for n in range(3)
    )
    Relation.objects.bulk_create(
        Relation(origin=one, element=two, note="Both ask.") for one, two in zip(elements, far, strict=True)
    )
    tension = _records(Tension, 1, title=lambda n: "This or that?", summary=lambda n: "They differ.")[0]
    sides = Side.objects.bulk_create(
        Side(tension=tension, name=f"Side {n}", claim="It is so.", source=source, section="Results", sort_order=n)
        for n in range(2)
    )
    for model, rows in ((Side.lessons.through, lessons), (Side.elements.through, elements)):
        name = model._meta.get_fields()[-1].name
        model.objects.bulk_create(model(side=turn(sides, n), **{name: row}) for n, row in enumerate(rows))


def _course(stories, lessons, elements):
    """A public course with every third story (as many as a session holds), and two things for each."""
    course = _records(Course, 1, title=lambda n: "A course", summary=lambda n: "What one does.", by=lambda n: "Us")[0]
    for number, story in enumerate(stories[:180:3]):
        session = Session.objects.create(course=course, title=f"Session {number}", sort_order=number)
        evidence = Evidence.objects.filter(story=story).first()
        named = {"story": story, "lesson": evidence.lesson, "stance": evidence.stance}
        items = [
            Item(kind="story", story=story, minutes=20),
            Item(kind="evidence", **named, minutes=5),
            Item(kind="lesson", lesson=turn(lessons, number), minutes=5),
            Item(kind="element", element=turn(elements, number), minutes=5),
            Item(kind="question", text="What would you do?", minutes=10),
        ]
        for place, item in enumerate(items):
            item.session, item.sort_order = session, place
            pin(item).save()

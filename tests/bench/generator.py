"""
Generated libraries of any size, the same for the same seed, straight into an empty database.

They are as uneven as real ones: a few policy areas, bodies and places have most of the stories; a third of the stories is told in full
and the others in a few paragraphs or lines. Everything keeps the constraints that the database holds.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from random import Random

from django.core.management.color import no_style
from django.db import connection, transaction
from taggit.models import Tag

from cases.choices import (
    Better,
    Depth,
    Driver,
    Level,
    MeasureKind,
    Novelty,
    OrganisationPart,
    Part,
    Realm,
    Result,
    Stage,
)  # fmt: skip
from cases.library.names import Names
from cases.library.nouns import noun as noun_of
from cases.library.reading import read
from cases.library.records import stored_records
from cases.library.schemas import complaints
from cases.library.walking import mapping_problems
from cases.library.writing import to_yaml
from cases.models import (
    Adaptation,
    Citation,
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
)  # fmt: skip
from cases.models.story import SECTIONS
from cases.search.changes import gathered, mark
from lessons.choices import Stance, Strength
from lessons.models import Element, Evidence, Framework, Illustration, Lesson, Question
from tests.bench.cast import FOUNDED, Cast, create_cast, slug
from tests.bench.words import Writer, Zipf

BATCH = 500
WORDS = {Depth.FULL: (400, 900), Depth.SHORT: (80, 250), Depth.MENTION: (15, 60)}
# How many of each a story has, at least and at most, by how fully it is told.
PARTS = {
    "roles": {Depth.FULL: (3, 7), Depth.SHORT: (1, 3), Depth.MENTION: (0, 1)},
    "bodies": {Depth.FULL: (1, 4), Depth.SHORT: (1, 2), Depth.MENTION: (0, 1)},
    "milestones": {Depth.FULL: (3, 8), Depth.SHORT: (0, 2), Depth.MENTION: (0, 0)},
    "measures": {Depth.FULL: (1, 4), Depth.SHORT: (0, 1), Depth.MENTION: (0, 0)},
    "evidence": {Depth.FULL: (2, 5), Depth.SHORT: (1, 2), Depth.MENTION: (0, 1)},
    "citations": {Depth.FULL: (1, 3), Depth.SHORT: (1, 1), Depth.MENTION: (1, 1)},
}
TAGS, PLACES, AREAS = (1, 5), (0, 2), (1, 3)
WRITTEN = (
    Tag, Place, PolicyArea, Organisation, Leader, Source, Framework, Element, Lesson, Question, Story, Story.places.through,
    Story.policy_areas.through, Lesson.elements.through, Question.lessons.through, StoryTag, Participation, Role, Milestone, Measure,
    Citation, Adaptation, Evidence, Illustration,
)  # fmt: skip


@transaction.atomic
def generate(size: int, seed: int = 1999, progress=iter) -> None:
    """Write a library of `size` stories into the database, which must hold no story yet."""
    if Story.objects.exists():
        raise ValueError("The database holds stories already. Generate into an empty one.")
    random = Random(seed)
    writer = Writer(random)
    with gathered():
        authors = Stories(create_cast(size, random, writer), random, writer)
        for start in progress(range(1, size + 1, BATCH)):
            write(authors.rows(range(start, min(start + BATCH, size + 1))))
        # Only what says where it happened, or why it says nothing of that, may be published.
        Story.objects.filter(places=None).update(no_place="No source says where it happened.")
    mark(None)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), WRITTEN):
                cursor.execute(statement)


def misfits(most: int = 2000) -> str:
    """What the import door would say of the first stories: each is written as a file, read, and checked as a file is."""
    names, noun = Names(published=True), noun_of("stories")
    slugs = Story.objects.published().order_by("pk").values_list("slug", flat=True)[:most]
    found = []
    for stored in stored_records(noun, names, slugs):
        told = read(to_yaml(stored.data).encode()).value
        problems = list(complaints(noun, told))
        problems += mapping_problems(noun.model, noun.keys, noun.rules, told, sound=not problems)
        found += [f"{stored.slug}: {problem.message}" for problem in problems]
    return "\n".join(found)


def write(rows: dict[type, list]) -> None:
    """Write the rows of each table, the stories first."""
    for model, records in rows.items():
        model.objects.bulk_create(records, batch_size=BATCH if model is Story else 2000)


class Stories:
    """Writes stories with everything that belongs to them."""

    def __init__(self, cast: Cast, random: Random, writer: Writer):
        self.cast, self.random, self.writer = cast, random, writer
        self.results = Zipf(Result.values, random, exponent=0.7)
        self.realms = Zipf(Realm.values, random, exponent=0.5)
        self.acts = Zipf(Part.values, random, exponent=0.6)

    def rows(self, numbers: Iterable[int]) -> dict[type, list]:
        """The rows of the stories of these numbers, by table."""
        found = defaultdict(list, {Story: []})
        for number in numbers:
            story = self.story(number)
            found[Story].append(story)
            for row in self.parts(story):
                found[type(row)].append(row)
        return found

    def story(self, number: int) -> Story:
        """A story, with words in some or all of its sections."""
        pick, writer = self.random, self.writer
        depth = Depth.values[number % 3]
        first = pick.choices((None, pick.randint(1970, 2024)), (1, 9))[0]
        published = FOUNDED + timedelta(minutes=pick.randrange(5 * 365 * 24 * 60))
        words = pick.randint(*WORDS[depth])
        chosen = list(SECTIONS) if depth == Depth.FULL else list(SECTIONS)[: 2 if depth == Depth.SHORT else 1]
        title = writer.phrase(pick.randint(4, 9), 66)
        return Story(
            pk=number, slug=slug(title, number), title=title, summary=writer.paragraph(30)[:300].strip(), depth=depth,
            result=self.results.one(), level=pick.choice([*Level.values, ""]), novelty=pick.choice([*Novelty.values, ""]),
            driver=pick.choice([*Driver.values, ""]), year_from=first,
            year_to=first + pick.randint(0, 12) if first and pick.random() < 0.7 else None,
            part_of_id=pick.randint(1, number - 1) if number > 10 and pick.random() < 0.03 else None,
            live=pick.random() > 0.02, first_published_at=published, last_published_at=published + timedelta(days=pick.randrange(300)),
            **{section: writer.section(words // len(chosen)) for section in chosen},
        )  # fmt: skip

    def many(self, name: str, story: Story) -> int:
        """How many parts of that name the story has."""
        return self.random.randint(*PARTS[name][story.depth])

    def pinpoint(self) -> dict:
        """A passage of a source."""
        return {"source_id": self.cast.sources.one(), "section": f"Chapter {self.random.randint(1, 20)}"}

    def parts(self, story: Story):
        """Everything that belongs to the story."""
        pick, cast = self.random, self.cast
        own, pk = {"story_id": story.pk}, story.pk
        for place in cast.places.different(pick.randint(*PLACES)):
            yield Story.places.through(story_id=pk, place_id=place)
        for area in cast.areas.different(pick.randint(*AREAS)):
            yield Story.policy_areas.through(story_id=pk, policyarea_id=area)
        for tag in cast.tags.different(pick.randint(*TAGS)):
            yield StoryTag(tag_id=tag, content_object_id=pk)
        for n, body in enumerate(cast.organisations.different(self.many("bodies", story))):
            part = OrganisationPart.LEAD if not n else pick.choice(OrganisationPart.values)
            yield Participation(organisation_id=body, part=part, sort_order=n, **own)
        for n in range(self.many("citations", story)):
            yield Citation(
                source_id=cast.sources.one(),
                section=f"Chapter {n + 1}",
                page=str(pick.randint(1, 300)),
                sort_order=n,
                **own,
            )
        yield from self.people(story, own)
        yield from self.figures(story, own)
        yield from self.learning(story, own)
        if pk > 10 and pick.random() < 0.08:
            yield Adaptation(
                from_story_id=pick.randint(1, pk - 1),
                kept=self.writer.sentence(),
                changed=self.writer.sentence(),
                **own,
            )

    def people(self, story: Story, own: dict):
        """The cast of the story."""
        pick, writer = self.random, self.writer
        for n in range(self.many("roles", story)):
            named = pick.random() < 0.75
            yield Role(
                leader_id=self.cast.leaders.one() if named else None, group="" if named else f"the {writer.word()}s",
                job_title=writer.phrase(2, 60) if named else "", realm=self.realms.one(), part=self.acts.one(),
                organisation_id=self.cast.organisations.one() if pick.random() < 0.4 else None,
                stage=pick.choice([*Stage.values, ""]), note=writer.sentence(), sort_order=n, **own,
            )  # fmt: skip

    def figures(self, story: Story, own: dict):
        """Dated steps and measured results."""
        pick, writer = self.random, self.writer
        for n in range(self.many("milestones", story)):
            month = pick.choice([None, pick.randint(1, 12)])
            yield Milestone(
                year=(story.year_from or 1990) + n,
                month=month,
                text=writer.sentence(),
                sort_order=n,
                **self.pinpoint(),
                **own,
            )
        for n in range(self.many("measures", story)):
            yield Measure(
                indicator=writer.phrase(5, 100), kind=pick.choice(MeasureKind.values), baseline=str(pick.randint(1, 90)),
                target=f"about {pick.randint(20, 95)}", result=str(pick.randint(1, 99)), unit="per cent",
                better=pick.choice(Better.values), sort_order=n, **self.pinpoint(), **own,
            )  # fmt: skip

    def learning(self, story: Story, own: dict):
        """Evidence on lessons, and elements that a source names the story under."""
        pick, writer = self.random, self.writer
        for n, lesson in enumerate(self.cast.lessons.different(self.many("evidence", story))):
            yield Evidence(
                lesson_id=lesson, stance=pick.choices(Stance.values, (7, 2, 1))[0], strength=pick.choice(Strength.values),
                what_happened=writer.paragraph(30)[:600], sort_order=n, **self.pinpoint(), **own,
            )  # fmt: skip
        for n, element in enumerate(self.cast.elements.different(1 if pick.random() < 0.15 else 0)):
            yield Illustration(element_id=element, sort_order=n, **self.pinpoint(), **own)

"""What is recommended about a finding, over many sets of answers to the real statements, from the real library."""

import random

import pytest

from cases.choices import Result
from cases.explore.reader import BODIES
from cases.models import Story
from lessons.audit.findings import Kind
from lessons.audit.groups import apart, everybody
from lessons.audit.questionnaire import Questionnaire
from lessons.audit.recommending import Why
from lessons.audit.results import Result as Outcome
from lessons.audit.results import of_one
from lessons.audit.tallies import Count, Said
from lessons.choices import Often, Voice
from lessons.models import Element, Evidence, Lesson, Statement

pytestmark = [pytest.mark.once, pytest.mark.usefixtures("real_library")]

SEEDS = range(40)


def answers(seed):
    """How often each statement is so to a person who leans one way or the other, by chance."""
    chance = random.Random(seed)
    words = list(Often)
    weights = [chance.random() ** 2 + 0.02 for _word in words]
    return {slug: (chance.choices(words, weights)[0].value, "") for slug in Questionnaire.of_library().statements}


def of_team(seed):
    """The result of a team of eight of different kinds, each of whom leans another way."""
    chance = random.Random(seed)
    voices = {sheet: chance.choice(["staff", "staff", "user"]) for sheet in range(8)}
    rows = [
        Said(sheet, slug, often)
        for sheet in voices
        for slug, (often, _example) in answers(f"{seed}-{voices[sheet]}").items()
    ]
    return Outcome(Questionnaire.of_library(), Count(rows), everybody(voices), apart(voices))


def advice(seed, reader=None):
    """Everything that is recommended to a person (an even seed) or a team (an odd one)."""
    asked = Questionnaire.of_library()
    result = of_team(seed) if seed % 2 else of_one(asked, answers(seed))
    return [one for _kind, found in result.context(reader or {})["kinds"] for one in found]


def failures(one):
    """How many of the stories failed, or were mixed where the library has no failure of the element."""
    held = Story.objects.published().filter(result=Result.FAILED)
    names = Element.objects.filter(slug=one.finding.section.slug).values("pk")
    bearing = held.filter(evidence__lesson__elements__in=names).exists()
    wanted = {Result.FAILED} if bearing else {Result.FAILED, Result.MIXED}
    return sum(pick.card["result"] in wanted for pick in one.stories)


def contrary(element):
    """Whether the library holds contrary evidence on any lesson of the element."""
    return Evidence.objects.published().contrary().filter(lesson__elements__slug=element).exists()


def as_names(found):
    """What is recommended, by name."""
    return [(tuple(p.card["slug"] for p in one.stories), tuple(x.slug for x in one.lessons), one.step) for one in found]


@pytest.mark.parametrize("seed", SEEDS)
def test_it_recommends_three_stories_one_of_them_a_failure(seed):
    found = advice(seed)

    assert [len({pick.card["slug"] for pick in one.stories}) for one in found] == [3] * len(found)
    assert [one.finding.section.slug for one in found if not failures(one)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_it_recommends_two_lessons_one_with_contrary_evidence(seed):
    found = advice(seed)

    assert [len({lesson.slug for lesson in one.lessons}) for one in found] == [2] * len(found)
    against = [any(lesson.balance.against for lesson in one.lessons) for one in found]
    assert against == [contrary(one.finding.section.slug) for one in found]


@pytest.mark.parametrize("seed", SEEDS)
def test_it_recommends_a_step_and_says_why_each_story_is_there(seed):
    found = advice(seed)

    assert all(one.step for one in found)
    assert all(pick.why.label for one in found for pick in one.stories)


def untrue(pick):
    """Whether what is said of the story is not so."""
    story = Story.objects.get(slug=pick.card["slug"])
    truths = {
        Why.FAILED: story.result == Result.FAILED,
        Why.MIXED: story.result == Result.MIXED,
        Why.DONE: bool(pick.evidence) and pick.evidence.stance == "supports" and story.result != Result.FAILED,
        Why.TOGETHER: len(story.zone) > 1,
        Why.MEASURED: story.measures.filter(kind="outcome").exists(),
        Why.NEAR: bool(pick.alike),
    }
    return not truths.get(pick.why, True) or (pick.evidence and pick.evidence.story_id != story.pk)


@pytest.mark.parametrize("seed", SEEDS)
def test_it_says_nothing_of_a_story_that_is_not_so(seed):
    found = advice(seed, {"body": "school", "country": "gb"})

    assert [(pick.why, pick.card["slug"]) for one in found for pick in one.stories if untrue(pick)] == []


def test_it_recommends_something_else_for_other_answers():
    sets = [str(as_names(advice(seed))) for seed in SEEDS]

    assert len(set(sets)) == len(sets)


def test_it_recommends_the_same_for_the_same_answers():
    assert as_names(advice(3)) == as_names(advice(3))


def only(slug, often):
    """What is recommended to somebody who answers one statement."""
    return as_names(advice_of({slug: (often, "")}))[0]


def advice_of(said, reader=None):
    """What is recommended to somebody who says this."""
    result = of_one(Questionnaire.of_library(), said)
    return [one for _kind, found in result.context(reader or {})["kinds"] for one in found]


@pytest.mark.parametrize("slug", ["tried-in-one-corner", "ends-with-the-grant", "users-are-in-the-room"])
def test_it_leads_to_the_lessons_that_editors_put_under_the_statement(slug):
    mine = set(Statement.objects.get(slug=slug).lessons.values_list("slug", flat=True))

    assert set(only(slug, "sometimes")[1]) <= mine


@pytest.mark.parametrize("slug", ["tried-in-one-corner", "users-are-in-the-room"])
def test_it_recommends_other_things_for_what_is_often_so_than_for_what_is_seldom_so(slug):
    assert only(slug, "often") != only(slug, "seldom") != only(slug, "cannot-say")


def test_it_takes_the_step_from_the_statement_that_is_least_often_so():
    said = {"tried-in-one-corner": ("often", ""), "somebody-gets-the-blame": ("always", "")}

    step = advice_of(said)[0].step
    assert step == Statement.objects.get(slug="somebody-gets-the-blame").next_step


@pytest.mark.parametrize(
    "body", [body for body in BODIES if body in ("school", "police-force", "council", "health-body")]
)
def test_it_puts_stories_of_the_readers_kind_of_body_first(body):
    said = dict.fromkeys(Questionnaire.of_library().statements, ("seldom", ""))

    def near(reader):
        picks = [pick for one in advice_of(said, reader) for pick in one.stories]
        return sum(body in dict(pick.card["values"]["orgkind"]) for pick in picks)

    assert near({"body": body}) > near({})


def test_it_does_not_tell_the_same_three_stories_nine_times():
    said = dict.fromkeys(Questionnaire.of_library().statements, ("seldom", ""))

    told = [pick.card["slug"] for one in advice_of(said) for pick in one.stories]
    assert len(told) == 27
    assert len(set(told)) >= 18


def test_it_asks_three_or_four_statements_of_each_element_some_of_them_the_other_way_round():
    sections = Questionnaire.of_library().sections

    assert len(sections) == 9
    assert {len(section.statements) for section in sections} <= {3, 4}
    assert [s.slug for s in sections if len({asked.turned for asked in s.statements}) != 2] == []


def test_it_has_lessons_and_a_step_for_every_statement():
    assert not Statement.objects.published().filter(lessons__isnull=True).exists()
    assert Lesson.objects.published().filter(statements__isnull=False).distinct().count() >= 60


def test_it_tells_every_kind_of_finding_in_one_place_or_another():
    assert {one.kind for seed in SEEDS for one in advice(seed)} == set(Kind)


def test_it_knows_every_voice():
    assert {voice.value for voice in Voice} == {"member", "staff", "partner", "user"}

"""What the checks find in a story, and what they leave alone."""

import pytest
from django.utils import timezone

from cases.checking_stories.library import failing
from cases.checking_stories.registry import CHECKS, blocking, check_of, findings
from cases.models import (
    Adaptation,
    Citation,
    Measure,
    Milestone,
    Picture,
    Place,
    PolicyArea,
    Role,
    Source,
    Story,
    StoryPicture,
)
from lessons.models import Evidence, Lesson
from tests.factories import EvidenceFactory, LeaderFactory, LessonFactory

pytestmark = pytest.mark.django_db

LONG = "The interdepartmental accountability mechanisms necessitated considerable institutional collaboration. " * 8
MINIMUM = {"title": "The night bus", "summary": "A bus at night. It ran.", "result": "mixed", "depth": "full"}


def a_story(**fields):
    """A story that is not in the database, with parts that are not there either; nothing is missing."""
    parts = {
        "places": [Place(name="Leeds")],
        "policy_areas": [PolicyArea(name="Health")],
        "citations": [Citation(source=Source(pk=1))],
        "roles": [Role(group="The drivers", part="led", realm="managerial")],
        "measures": [Measure(indicator="Riders", kind="outcome", period="1993", source=Source(pk=1))],
        "evidence": [Evidence(lesson=LessonFactory(), section="Results")],
    }
    words = dict.fromkeys(
        ("problem", "what_they_did", "what_changed", "what_went_wrong", "before_you_adapt_it"), "Text."
    )
    given = {**MINIMUM, **words, "year_from": 1993, "year_to": 1995, **parts, **fields}
    story = Story(**{name: value for name, value in given.items() if not isinstance(value, list)})
    story._cluster_related_objects = {name: value for name, value in given.items() if isinstance(value, list)}
    EvidenceFactory(lesson=parts["evidence"][0].lesson)
    return story


FAULTY = {
    "title": {"title": " "},
    "summary": {"summary": ""},
    "place": {"places": []},
    "result": {"result": ""},
    "source": {"citations": []},
    "repeats-title": {"title": "The bus that ran at night", "summary": "The bus ran at night."},
    "went-wrong": {"what_went_wrong": ""},
    "thin": {"problem": ""},
    "adapt": {"before_you_adapt_it": ""},
    "unshown-success": {"result": "succeeded", "what_changed": "", "measures": []},
    "reading-age": {"problem": LONG},
    "trade-words": {"what_changed": "An innovative, cutting-edge journey."},
    "years": {"year_from": None, "year_to": None},
    "future": {"year_to": timezone.localdate().year + 1},
    "outside-years": {"milestones": [Milestone(year=1999, text="Late.")]},
    "no-figure": {"measures": []},
    "only-outputs": {"measures": [Measure(indicator="Buses", kind="output", period="1993", source=Source(pk=1))]},
    "no-period": {"measures": [Measure(indicator="Riders", kind="outcome", source=Source(pk=1))]},
    "no-citation": {"measures": [Measure(indicator="Riders", kind="outcome", period="1993")]},
    "empty-adaptation": {"adaptations": [Adaptation(from_elsewhere="Leeds")]},
    "policy-area": {"policy_areas": []},
    "needless-reason": {"no_place": "It happened nowhere."},
    "nobody-led": {"roles": []},
    "no-evidence": {"evidence": []},
}


def keys(story):
    """The checks that find something."""
    return {finding.check.key for finding in findings(story)}


def test_it_finds_nothing_where_nothing_is_missing():
    assert keys(a_story()) == set()


@pytest.mark.parametrize(("key", "fault"), FAULTY.items(), ids=FAULTY.keys())
def test_it_finds_a_fault_in_a_draft_that_is_not_saved(key, fault):
    assert key in keys(a_story(**fault))


@pytest.mark.parametrize("key", ["title", "summary", "place", "result", "source"])
def test_it_keeps_a_story_below_the_minimum_from_readers(key):
    [found] = blocking(a_story(**FAULTY[key]))

    assert found.check.key == key
    assert found.anchor.startswith("id_")


def test_it_takes_a_reason_in_place_of_a_place():
    assert blocking(a_story(places=[], no_place="A comparison of two companies.")) == []


def test_it_asks_no_more_of_a_mention_than_the_minimum():
    bare = a_story(
        depth="mention", evidence=[], measures=[], roles=[], year_from=None, year_to=None, what_went_wrong=""
    )

    assert keys(bare) == set()


@pytest.mark.parametrize(
    ("reply", "found"),
    [({}, True), ({"reply_offered_on": timezone.localdate()}, False), ({"reply_note": "Died."}, False)],
)
def test_it_asks_for_the_right_of_reply_of_who_is_named(reply, found):
    role = Role(leader=LeaderFactory(name="Ada"), part="led", realm="political", **reply)

    assert ("right-of-reply" in keys(a_story(roles=[role]))) is found


def test_it_says_which_lesson_rests_on_the_story_alone():
    lesson = Lesson(pk=0, sentence="Ask first")

    [found] = findings(a_story(evidence=[Evidence(lesson=lesson, section="x")]), [check_of("lone-lesson")])

    assert "“Ask first” rests on this story alone." in found.text


def test_it_asks_where_evidence_stands_in_its_source():
    assert "no-locator" in keys(a_story(evidence=[Evidence(lesson=LessonFactory(), what_happened="It ran.")]))


@pytest.mark.parametrize(("words", "asked"), [("IMG_0042.jpg", True), ("A bus stands in the rain.", False)])
def test_it_asks_for_words_for_pictures(words, asked):
    shown = StoryPicture(picture=Picture(description=words), section="lead")

    assert ("alternative-text" in keys(a_story(pictures=[shown]))) == asked


def test_it_shows_the_grade_and_the_longest_sentences():
    [found] = findings(a_story(problem=LONG), [check_of("reading-age")])

    assert found.label == "The problem"
    assert "It reads at grade" in found.text
    assert "“The interdepartmental accountability mechanisms …” (8)" in found.text


@pytest.mark.usefixtures("real_library")
@pytest.mark.parametrize("key", [check.key for check in CHECKS])
def test_it_finds_in_the_database_what_it_finds_in_the_stories(key):
    check = check_of(key)
    found = {story.pk for story in Story.objects.all() if list(findings(story, [check]))}

    assert set(failing(Story.objects.all(), check).values_list("pk", flat=True)) == found


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("key", [check.key for check in CHECKS])
def test_it_finds_in_the_database_what_it_finds_on_a_shelf(key):
    check = check_of(key)
    found = {story.pk for story in Story.objects.all() if list(findings(story, [check]))}

    assert set(failing(Story.objects.all(), check).values_list("pk", flat=True)) == found

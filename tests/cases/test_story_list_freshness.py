"""The list is as fresh as the library: whatever of a story changes, its place in the list changes."""

import pytest

from cases.models import Place
from tests.factories import (
    CitationFactory,
    ElementFactory,
    EvidenceFactory,
    IllustrationFactory,
    LeaderFactory,
    LessonFactory,
    MeasureFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    PolicyAreaFactory,
    RoleFactory,
    SourceFactory,
    StoryFactory,
)
from tests.reading import finder, found, option

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    """A story with one of everything that others can change, indexed as it is."""
    county = PlaceFactory(name="Oldshire", slug="shire", kind="county")
    story = StoryFactory(
        slug="bus",
        title="Oldtitle",
        places=[PlaceFactory(name="Oldtown", slug="town", within=county)],
        policy_areas=[PolicyAreaFactory(name="Oldpolicy", slug="policy")],
        tags=["oldtag"],
    )
    RoleFactory(story=story, leader=LeaderFactory(name="Oldleader"), organisation=OrganisationFactory(name="Oldforce"))
    ParticipationFactory(story=story, organisation=OrganisationFactory(name="Oldcouncil"))
    CitationFactory(story=story, source=SourceFactory(title="Oldsource"))
    element = ElementFactory(name="Oldelement", framework__title="Oldframework")
    lesson = LessonFactory(sentence="Oldlesson", elements=[element])
    EvidenceFactory(story=story, lesson=lesson, what_happened="Oldevidence")
    finder()
    return story


def change(record, **fields):
    """Save other values on the record."""
    for name, value in fields.items():
        setattr(record, name, value)
    record.save()


def labels(facet):
    """The labels of the values of a facet."""
    return [option["label"] for option in finder()["facets"][facet]]


@pytest.mark.parametrize(
    ("of", "field", "facet"),
    [
        (lambda story: story.places.get(), "name", "place"),
        (lambda story: Place.objects.get(slug="shire"), "name", "place"),
        (lambda story: story.policy_areas.get(), "name", "policy"),
        (lambda story: story.tags.get(), "name", "tag"),
        (lambda story: story.roles.get().leader, "name", "leader"),
        (lambda story: story.roles.get().organisation, "name", "organisation"),
        (lambda story: story.participations.get().organisation, "name", "organisation"),
        (lambda story: story.citations.get().source, "title", "source"),
        (lambda story: story.evidence.get().lesson, "sentence", "lesson"),
        (lambda story: story.evidence.get().lesson.elements.get(), "name", "element"),
    ],
)
def test_it_shows_a_new_name_at_once(story, of, field, facet):
    record = of(story)
    old, new = getattr(record, field), f"new{getattr(record, field)[3:]}"

    change(record, **{field: new})

    assert any(new in label for label in labels(facet))
    assert not any(old in label for label in labels(facet))


@pytest.mark.parametrize(
    "old", ["Oldtown", "Oldpolicy", "Oldtag", "Oldleader", "Oldcouncil", "Oldlesson", "Oldevidence"]
)
def test_it_finds_the_story_by_what_is_to_change(story, old):
    assert found({"q": old}) == ["bus"]


def test_it_finds_by_a_new_title(story):
    change(story, title="Newtitle")

    assert (found({"q": "Newtitle"}), found({"q": "Oldtitle"})) == (["bus"], [])


def test_it_adds_and_drops_a_tag(story):
    story.tags.add("newtag")
    story.tags.remove("oldtag")
    story.save()

    assert labels("tag") == ["newtag"]


def test_it_shows_a_tag_renamed_on_its_own(story):
    change(story.tags.get(), name="newtag", slug="newtag")

    assert found({"tag": "newtag"}) == ["bus"]


def test_it_counts_new_evidence(story):
    EvidenceFactory(story=story, lesson__slug="new-lesson")

    assert option(finder(), "lesson", "new-lesson")["count"] == 1


def test_it_drops_evidence_that_was_deleted(story):
    story.evidence.get().delete()

    assert labels("lesson") == []
    assert found({"q": "Oldevidence"}) == []


def test_it_drops_a_lesson_that_was_taken_back(story):
    change(story.evidence.get().lesson, live=False)

    assert (labels("lesson"), labels("element")) == ([], [])


def test_it_drops_the_elements_of_a_lens_that_was_taken_back(story):
    framework = story.evidence.get().lesson.elements.get().framework

    change(framework, live=False)

    assert labels("element") == []


def test_it_shows_a_lesson_under_another_element(story):
    lesson = story.evidence.get().lesson

    lesson.elements.set([ElementFactory(slug="newelement")])
    lesson.save()

    assert [option["value"] for option in finder()["facets"]["element"]] == ["newelement"]


def test_it_counts_an_element_that_the_source_names(story):
    IllustrationFactory(story=story, element__slug="named")

    assert option(finder(), "element", "named")["count"] == 1


def test_it_counts_a_new_measure(story):
    MeasureFactory(story=story, kind="output")

    assert found({"measure": "output"}) == ["bus"]


def test_it_counts_a_story_elsewhere_when_its_place_moves(story):
    change(story.places.get(), within=PlaceFactory(slug="newshire"))

    assert (found({"place": "newshire"}), option(finder(), "place", "shire")) == (["bus"], None)


def test_it_knows_a_zone_when_somebody_is_known_to_have_led(story):
    RoleFactory(story=story, realm="political", part="led")
    change(story.roles.exclude(leader=None).get(), part="led")

    assert found({"zone": "political-community"}) == ["bus"]


def test_it_drops_what_was_taken_back(story):
    story.unpublish()

    assert finder()["total"] == 0


def test_it_shows_what_is_published_again(story):
    story.unpublish()
    story.save_revision().publish()

    assert found() == ["bus"]


def test_it_drops_what_was_deleted(story):
    story.delete()

    assert (finder()["total"], labels("policy")) == (0, [])


def test_it_does_not_show_what_only_a_draft_says(story):
    story.title = "Newtitle"
    story.save_revision()

    assert found({"q": "Newtitle"}) == []


def test_it_shows_a_draft_once_it_is_published(story):
    story.title = "Newtitle"
    story.save_revision().publish()

    assert found({"q": "Newtitle"}) == ["bus"]


def test_it_counts_a_story_in_all_the_places_that_its_own_lies_within():
    nation = PlaceFactory(slug="england", kind="nation")
    county = PlaceFactory(slug="county", within=nation)
    StoryFactory(slug="deep", places=[PlaceFactory(slug="village", within=PlaceFactory(slug="city", within=county))])

    assert [found({"place": slug}) for slug in ("england", "county", "city", "village")] == [["deep"]] * 4


def test_it_is_not_stuck_in_places_that_lie_within_each_other():
    first = PlaceFactory(slug="first")
    second = PlaceFactory(slug="second", within=first)
    change(first, within=second)

    StoryFactory(slug="circle", places=[second])

    assert found({"place": "first"}) == ["circle"]

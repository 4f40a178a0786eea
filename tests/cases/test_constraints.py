"""The ground floor's promises, kept by the database and said in sentences by the records."""

from datetime import date

import pytest

from cases.choices import (
    Better,
    Depth,
    Driver,
    Level,
    MeasureKind,
    Novelty,
    OrganisationKind,
    OrganisationPart,
    Part,
    PlaceKind,
    Realm,
    Result,
    Setting,
    Stage,
)
from cases.models import Citation, CollectedStory, Participation, StoryTag
from tests.constraints import ITSELF, case, refused_by_database, refused_by_record, refused_twin
from tests.factories import (
    AdaptationFactory,
    CitationFactory,
    CollectedStoryFactory,
    CollectionFactory,
    GenerationFactory,
    LeaderFactory,
    MeasureFactory,
    MilestoneFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    PolicyAreaFactory,
    RoleFactory,
    SourceFactory,
    StoryFactory,
    StoryTagFactory,
)

pytestmark = pytest.mark.django_db

PINPOINT = "A section or a page needs a source. Choose the source."
ORIGIN = "Give either the story that it comes from, or words for where else it comes from."
COORDINATES = "Give both latitude (-90 to 90) and longitude (-180 to 180), or neither."
REPLY = "A reply cannot be older than the offer. Give the day of the offer, too."
CAST = "Give either a leader or an unnamed group, not both."


def words(field, choices):
    """The sentence of a closed list of words."""
    return f"{field} must be one of: {', '.join(choices.values)}."


CHECKS = [
    case("adaptation_pinpoint_has_source", AdaptationFactory, {"page": "4"}, PINPOINT),
    case("adaptation_one_origin", AdaptationFactory, {"from_elsewhere": ""}, ORIGIN),
    case("collectedstory_note_not_empty", CollectedStoryFactory, {"note": ""}, "note must not be empty."),
    case("collection_title_not_empty", CollectionFactory, {"title": ""}, "title must not be empty."),
    case("collection_summary_not_empty", CollectionFactory, {"summary": ""}, "summary must not be empty."),
    case(
        "collection_introduction_not_empty", CollectionFactory, {"introduction": ""}, "introduction must not be empty."
    ),
    case("collection_curator_not_empty", CollectionFactory, {"curator": ""}, "curator must not be empty."),
    case("generation_one_row", GenerationFactory, {"id": 2}, "There is one generation."),
    case("leader_name_not_empty", LeaderFactory, {"name": ""}, "name must not be empty."),
    case("measure_pinpoint_has_source", MeasureFactory, {"section": "Results"}, PINPOINT),
    case("measure_indicator_not_empty", MeasureFactory, {"indicator": ""}, "indicator must not be empty."),
    case("measure_kind_one_of", MeasureFactory, {"kind": "impact"}, words("kind", MeasureKind)),
    case("measure_better_one_of", MeasureFactory, {"better": "sideways"}, words("better", Better)),
    case(
        "measure_comparator_named",
        MeasureFactory,
        {"comparator_figure": "12"},
        "Say in words what the comparator's figure is of.",
    ),
    case("milestone_pinpoint_has_source", MilestoneFactory, {"page": "4"}, PINPOINT),
    case("milestone_text_not_empty", MilestoneFactory, {"text": ""}, "text must not be empty."),
    case(
        "milestone_month_in_year",
        MilestoneFactory,
        {"month": 13},
        "A month runs from 1 to 12, and does not go with a span of years.",
    ),
    case(
        "milestone_years_in_order",
        MilestoneFactory,
        {"until_year": 1995},
        "The span must end after it begins.",
    ),
    case("organisation_name_not_empty", OrganisationFactory, {"name": ""}, "name must not be empty."),
    case("organisation_kind_one_of", OrganisationFactory, {"kind": "guild"}, words("kind", OrganisationKind)),
    case("participation_part_one_of", ParticipationFactory, {"part": "hero"}, words("part", OrganisationPart)),
    case("place_name_not_empty", PlaceFactory, {"name": ""}, "name must not be empty."),
    case("place_country_not_empty", PlaceFactory, {"country": ""}, "country must not be empty."),
    case("place_kind_one_of", PlaceFactory, {"kind": "planet"}, words("kind", PlaceKind)),
    case("place_setting_one_of", PlaceFactory, {"setting": "lunar"}, words("setting", Setting)),
    case("place_both_coordinates", PlaceFactory, {"latitude": 54.97}, COORDINATES),
    case(
        "place_population_plausible",
        PlaceFactory,
        {"population": 0},
        "The population must be at least 1. Leave it empty where no source gives it.",
    ),
    case(
        "place_population_year_has_population",
        PlaceFactory,
        {"population_year": 1991},
        "The year of the population needs the population, and must have four digits.",
    ),
    case("place_not_within_itself", PlaceFactory, {"within": ITSELF}, "A place cannot lie within itself."),
    case("policyarea_name_not_empty", PolicyAreaFactory, {"name": ""}, "name must not be empty."),
    case("role_realm_one_of", RoleFactory, {"realm": "fantasy"}, words("realm", Realm)),
    case("role_part_one_of", RoleFactory, {"part": "hero"}, words("part", Part)),
    case("role_stage_one_of", RoleFactory, {"stage": "last"}, words("stage", Stage)),
    case("role_leader_or_group", RoleFactory, {"group": ""}, CAST),
    case("role_reply_in_order", RoleFactory, {"reply_answered_on": date(2026, 5, 3)}, REPLY),
    case("source_title_not_empty", SourceFactory, {"title": ""}, "title must not be empty."),
    case("source_year_plausible", SourceFactory, {"year": 98}, "The year must have four digits."),
    case("story_title_not_empty", StoryFactory, {"title": ""}, "title must not be empty."),
    case("story_summary_not_empty", StoryFactory, {"summary": ""}, "summary must not be empty."),
    case("story_result_one_of", StoryFactory, {"result": "triumph"}, words("result", Result)),
    case("story_depth_one_of", StoryFactory, {"depth": ""}, words("depth", Depth)),
    case("story_level_one_of", StoryFactory, {"level": "cosmic"}, words("level", Level)),
    case("story_novelty_one_of", StoryFactory, {"novelty": "stale"}, words("novelty", Novelty)),
    case("story_driver_one_of", StoryFactory, {"driver": "luck"}, words("driver", Driver)),
    case(
        "story_years_in_order",
        StoryFactory,
        {"year_from": 1998, "year_to": 1993},
        "The last year must not lie before the first.",
    ),
    case(
        "story_not_part_of_itself",
        StoryFactory,
        {"part_of": ITSELF},
        "A story cannot be part of itself. Choose the larger story.",
    ),
]


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_database(broken):
    assert broken.constraint in refused_by_database(broken)


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_record_in_a_sentence(broken):
    assert refused_by_record(broken) == [broken.sentence]


def test_it_refuses_a_story_that_takes_from_itself():
    """adaptation_not_from_itself."""
    story = StoryFactory()

    twin = AdaptationFactory.build(story=story, from_story=story, from_elsewhere="")

    assert refused_twin(twin) == ["A story cannot take something from itself."]


def test_it_refuses_both_a_story_and_elsewhere_as_origins():
    """adaptation_one_origin."""
    both = AdaptationFactory.build(story=StoryFactory(), from_story=StoryFactory(), from_elsewhere="Denmark")

    assert refused_twin(both) == [ORIGIN]


def test_it_refuses_both_a_leader_and_a_group():
    """role_leader_or_group."""
    both = RoleFactory.build(story=StoryFactory(), leader=LeaderFactory(), group="The parents")

    assert refused_twin(both) == [CAST]


@pytest.mark.parametrize(("latitude", "longitude"), [(90.01, 0), (-90.01, 0), (0, 180.01), (0, -180.01)])
def test_it_refuses_a_place_that_is_not_on_earth(latitude, longitude):
    """place_both_coordinates."""
    nowhere = PlaceFactory.build(latitude=latitude, longitude=longitude)

    assert refused_twin(nowhere) == [COORDINATES]


def test_it_refuses_a_reply_from_before_the_offer():
    """role_reply_in_order."""
    days = {"reply_offered_on": date(2026, 5, 3), "reply_answered_on": date(2026, 5, 2)}

    assert refused_twin(RoleFactory.build(story=StoryFactory(), **days)) == [REPLY]


def test_it_refuses_a_month_of_a_span():
    """milestone_month_in_year."""
    both = MilestoneFactory.build(story=StoryFactory(), month=4, until_year=1999)

    assert refused_twin(both) == ["A month runs from 1 to 12, and does not go with a span of years."]


def test_it_refuses_the_same_passage_twice():
    """citation_once."""
    first = CitationFactory(section="Learning from failure")

    twin = Citation(story=first.story, source=first.source, section=first.section)

    assert refused_twin(twin) == ["This passage is cited already."]


def test_it_refuses_a_body_in_the_same_part_twice():
    """participation_once."""
    first = ParticipationFactory()

    twin = Participation(story=first.story, organisation=first.organisation, part=first.part)

    assert refused_twin(twin) == ["This organisation has this part in the story already."]


def test_it_refuses_the_same_tag_twice():
    """storytag_once."""
    first = StoryTagFactory()

    twin = StoryTag(tag=first.tag, content_object=first.content_object)

    assert refused_twin(twin) == ["This tag is there already."]


def test_it_refuses_the_same_story_in_a_collection_twice():
    """collectedstory_once."""
    first = CollectedStoryFactory()

    twin = CollectedStory(collection=first.collection, story=first.story, note="Again.")

    assert refused_twin(twin) == ["This story is in the collection already."]

"""The promises of the record, kept by the database and said in sentences."""

from datetime import date

import pytest

from cases.choices import ChangeKind, LinkState
from cases.models import FormerSlug, LinkUse, ReleaseItem, Version
from tests.constraints import case, refused_by_database, refused_by_record, refused_twin
from tests.factories import (
    ChangeNoteFactory,
    CollectionFactory,
    ErrandFactory,
    FormerSlugFactory,
    FrameworkFactory,
    LeaderFactory,
    LessonFactory,
    LinkUseFactory,
    OrganisationFactory,
    OutsideLinkFactory,
    PlaceFactory,
    PolicyAreaFactory,
    QuestionFactory,
    ReleaseFactory,
    ReleaseItemFactory,
    SourceFactory,
    StoryFactory,
    TensionFactory,
    VersionFactory,
)

pytestmark = pytest.mark.django_db

RETIRED = "What is retired is hidden from readers, and says why."
DAY = date(2026, 5, 1)
MOMENT = "2026-05-01 12:00:00+00:00"
SEEN = {"retired_on": DAY, "retired_because": "It mixed two."}
"""Retired, and still shown to readers."""
SILENT = {"retired_on": DAY, "live": False}
"""Retired without a reason."""
UNMEANT = {"retired_because": "It mixed two."}
"""A reason of what is not retired."""

CHECKS = [
    case("collection_retired_with_reason", CollectionFactory, SEEN, RETIRED),
    case("framework_retired_with_reason", FrameworkFactory, SILENT, RETIRED),
    case("leader_retired_with_reason", LeaderFactory, UNMEANT, RETIRED),
    case("lesson_retired_with_reason", LessonFactory, SEEN, RETIRED),
    case("organisation_retired_with_reason", OrganisationFactory, SILENT, RETIRED),
    case("place_retired_with_reason", PlaceFactory, UNMEANT, RETIRED),
    case("policyarea_retired_with_reason", PolicyAreaFactory, SEEN, RETIRED),
    case("question_retired_with_reason", QuestionFactory, SILENT, RETIRED),
    case("source_retired_with_reason", SourceFactory, UNMEANT, RETIRED),
    case("story_retired_with_reason", StoryFactory, SEEN, RETIRED),
    case("tension_retired_with_reason", TensionFactory, SILENT, RETIRED),
    case(
        "story_change_kind_one_of",
        StoryFactory,
        {"change_kind": "huge"},
        f"change_kind must be one of: {', '.join(ChangeKind.values)}.",
    ),
    case("story_version_from_one", StoryFactory, {"version": 0}, "Versions are counted from 1."),
    case(
        "story_major_change_told",
        StoryFactory,
        {"change_kind": ChangeKind.MAJOR},
        "Say in a sentence or two what is new for readers, or choose that they need not know.",
    ),
    case("version_number_from_one", VersionFactory, {"number": 0}, "Versions are counted from 1."),
    case("changenote_note_not_empty", ChangeNoteFactory, {"note": ""}, "note must not be empty."),
    case("formerslug_slug_not_empty", FormerSlugFactory, {"slug": ""}, "slug must not be empty."),
    case("release_title_not_empty", ReleaseFactory, {"title": ""}, "title must not be empty."),
    case(
        "release_published_or_refused",
        ReleaseFactory,
        {"released_at": MOMENT, "refused": "It was locked."},
        "A release was published or could not be, not both.",
    ),
    case("releaseitem_noun_not_empty", ReleaseItemFactory, {"noun": ""}, "noun must not be empty."),
    case("outsidelink_address_not_empty", OutsideLinkFactory, {"address": ""}, "address must not be empty."),
    case(
        "outsidelink_state_one_of",
        OutsideLinkFactory,
        {"state": "odd"},
        f"state must be one of: {', '.join(LinkState.values)}.",
    ),
    case(
        "outsidelink_broken_since",
        OutsideLinkFactory,
        {"state": LinkState.BROKEN},
        "A link that leads nowhere says since when, and no other does.",
    ),
    case("linkuse_noun_not_empty", LinkUseFactory, {"noun": ""}, "noun must not be empty."),
    case("errand_name_not_empty", ErrandFactory, {"name": ""}, "name must not be empty."),
]


@pytest.mark.parametrize("broken", CHECKS)
def test_it_refuses_in_the_database(broken):
    assert broken.constraint in refused_by_database(broken)


@pytest.mark.parametrize("broken", CHECKS)
def test_it_says_what_is_wrong(broken):
    assert broken.sentence in refused_by_record(broken)


def test_it_has_a_version_once():
    # version_once
    version = VersionFactory()

    twin = Version(story=version.story, number=version.number, published_at=version.published_at)

    assert refused_twin(twin) == ["The story has a version of this number already."]


def test_it_has_a_former_name_once():
    # formerslug_once
    former = FormerSlugFactory()

    twin = FormerSlug(noun=former.noun, slug=former.slug, record_id=StoryFactory().pk)

    assert refused_twin(twin) == ["This name leads to a record already."]


def test_it_has_a_record_in_a_release_once():
    # releaseitem_once
    item = ReleaseItemFactory()

    twin = ReleaseItem(release=item.release, noun=item.noun, record_id=item.record_id)

    assert refused_twin(twin) == ["This record is in the release already."]


def test_it_has_a_link_in_a_field_once():
    # linkuse_once
    use = LinkUseFactory()

    twin = LinkUse(link=use.link, noun=use.noun, record_id=use.record_id, field=use.field)

    assert refused_twin(twin) == ["This link is known in this field already."]

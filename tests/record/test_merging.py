"""Of two records one: everything that named the one names the other, and nothing is lost."""

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry, Revision

from cases.models import Citation, Leader, Organisation, Participation, Place, Role, Story
from cases.record.merging import CannotMerge, merge, plan
from tests.factories import (
    CitationFactory,
    FormerSlugFactory,
    LeaderFactory,
    MeasureFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    ReleaseItemFactory,
    RoleFactory,
    SourceFactory,
    StoryFactory,
)
from tests.reading import found, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    """The council under the name that stays."""
    return OrganisationFactory(name="Leeds City Council", slug="leeds-city-council")


@pytest.fixture
def double():
    """The same council, written down a second time."""
    return OrganisationFactory(name="Leeds Council", slug="leeds-council")


@pytest.fixture
def bus():
    """A story."""
    return StoryFactory(slug="bus", title="The night bus")


def test_it_moves_every_row(bus, council, double):
    ParticipationFactory(story=bus, organisation=double)
    RoleFactory(story=bus, group="Drivers", organisation=double)

    merge(gone=double, kept=council)

    assert Participation.objects.get().organisation == council
    assert Role.objects.get().organisation == council
    assert list(Organisation.objects.all()) == [council]


def test_it_joins_what_both_say(bus, council, double):
    ParticipationFactory(story=bus, organisation=double, part="lead")
    ParticipationFactory(story=bus, organisation=council, part="lead")
    ParticipationFactory(story=bus, organisation=council, part="funder")

    merge(gone=double, kept=council)

    assert sorted(Participation.objects.values_list("organisation", "part")) == [
        (council.pk, "funder"),
        (council.pk, "lead"),
    ]


def test_it_joins_passages_of_a_source_without_losing_one(bus):
    kept, gone = SourceFactory(quotable=True), SourceFactory(quotable=True)
    CitationFactory(story=bus, source=kept, section="One", page="1")
    CitationFactory(story=bus, source=gone, section="One", page="1")
    CitationFactory(story=bus, source=gone, section="Two", page="2")

    merge(gone=gone, kept=kept)

    assert sorted(Citation.objects.values_list("source", "section")) == [(kept.pk, "One"), (kept.pk, "Two")]


def test_it_moves_places_and_what_lies_within(bus):
    country = PlaceFactory(name="England")
    kept = PlaceFactory(name="Leeds", within=country)
    gone = PlaceFactory(name="City of Leeds", within=country)
    inner = PlaceFactory(name="Headingley", within=gone)
    both, one = StoryFactory(places=[kept, gone]), StoryFactory(places=[gone])

    merge(gone=gone, kept=kept)

    assert Place.objects.get(pk=inner.pk).within == kept
    assert [list(Story.objects.get(pk=story.pk).places.all()) for story in (both, one)] == [[kept], [kept]]


def test_it_takes_a_place_out_of_the_one_that_it_lies_within():
    country = PlaceFactory(name="England")
    gone = PlaceFactory(name="Leeds and around", within=country)
    kept = PlaceFactory(name="Leeds", within=gone)

    merge(gone=gone, kept=kept)

    assert Place.objects.get(pk=kept.pk).within == country


def test_it_moves_drafts_and_old_versions(bus, council, double):
    ParticipationFactory(story=bus, organisation=double, part="lead")
    Story.objects.get(pk=bus.pk).save_revision()

    merge(gone=double, kept=council)

    draft = Revision.objects.filter(object_id=str(bus.pk)).latest("pk").as_object()
    assert [row.organisation for row in draft.participations.all()] == [council]


def test_it_joins_what_both_say_in_a_draft(bus, council, double):
    draft = Story.objects.get(pk=bus.pk)
    draft.participations = [Participation(organisation=body, part="lead") for body in (council, double)]
    draft.places = []
    draft.save_revision()

    merge(gone=double, kept=council)

    [row] = draft.revisions.latest("pk").content["participations"]
    assert row["organisation"] == council.pk


def test_it_leads_from_the_old_address_to_the_one_that_stays(client, council, double):
    FormerSlugFactory(record=double, slug="the-old-council")

    merge(gone=double, kept=council)

    for_good = [client.get(f"/organisations/{slug}/")["Location"] for slug in ("leeds-council", "the-old-council")]
    assert for_good == ["/organisations/leeds-city-council/"] * 2
    assert client.get("/stories/?organisation=leeds-council")["Location"] == "/stories/?organisation=leeds-city-council"


def test_it_is_followed_by_the_finder(bus, council, double):
    ParticipationFactory(story=bus, organisation=double)
    assert found({"organisation": "leeds-council"}) == ["bus"]

    merge(gone=double, kept=council)

    assert found({"organisation": "leeds-city-council"}) == ["bus"]
    assert Client().get("/stories.json?q=leeds+city").json()["total"] == 1


def test_it_counts_as_a_change_of_the_stories(client, bus):
    kept, gone = LeaderFactory(name="Ann Lee"), LeaderFactory(name="A. Lee")
    RoleFactory(story=bus, leader=gone)

    merge(gone=gone, kept=kept)

    assert Story.objects.get(pk=bus.pk).version == 2
    assert "A. Lee" in words(client.get("/stories/bus/versions/1/"))


def test_it_takes_the_record_out_of_a_release(council, double):
    item = ReleaseItemFactory(record=double)

    merge(gone=double, kept=council)

    assert not item.release.items.exists()


def test_it_keeps_on_record_what_the_other_said(admin_user, council, double):
    merge(gone=double, kept=council, by=admin_user)

    entry = ModelLogEntry.objects.get(action="cases.merge")

    assert (entry.user, entry.object_id, entry.data["gone"], entry.data["content"]["name"]) == (
        admin_user,
        str(council.pk),
        "Leeds Council",
        "Leeds Council",
    )


def test_it_says_beforehand_what_would_move(bus, council, double):
    ParticipationFactory(story=bus, organisation=double, part="lead")
    ParticipationFactory(story=bus, organisation=council, part="lead")
    Story.objects.get(pk=bus.pk).save_revision()
    MeasureFactory(story=bus)

    found_out = plan(double, council)

    [move] = found_out.moves
    assert (move.count, move.examples, move.joined, found_out.drafts) == (1, ["The night bus"], 1, 2)
    assert Organisation.objects.count() == 2


def test_it_says_beforehand_what_the_two_say_differently(council, double):
    Organisation.objects.filter(pk=double.pk).update(about="It is old.")
    double.refresh_from_db()

    assert plan(double, council).differing == [
        ("Name", "Leeds City Council", "Leeds Council"),
        ("About", "", "It is old."),
    ]


REFUSALS = [
    (lambda council, double: (council, council), "“Leeds City Council” cannot be merged into itself"),
    (lambda council, double: (double, OrganisationFactory(name="Gone", draft=True)), "Readers cannot see “Gone”"),
    (lambda council, double: (double, OrganisationFactory(name="Kept", locked=True)), "“Kept” is locked"),
    (
        lambda council, double: (SourceFactory(title="Open", quotable=True), SourceFactory(title="Closed")),
        "“Open” may be quoted and “Closed” may not",
    ),
]


@pytest.mark.parametrize(("pair", "sentence"), REFUSALS)
def test_it_refuses_what_would_be_wrong(council, double, pair, sentence):
    gone, kept = pair(council, double)

    with pytest.raises(CannotMerge, match=sentence):
        merge(gone=gone, kept=kept)


def test_it_refuses_a_circle_of_places():
    outer = PlaceFactory(name="Outer")
    inner = PlaceFactory(name="Inner", within=PlaceFactory(name="Middle", within=outer))

    with pytest.raises(CannotMerge, match="“Inner” lies within “Outer”, with another place between"):
        merge(gone=outer, kept=inner)


def test_it_refuses_what_somebody_merged_a_moment_ago(council, double):
    stale = Leader(pk=10**6, name="Nobody", slug="nobody")

    with pytest.raises(CannotMerge, match="not there any more"):
        merge(gone=stale, kept=LeaderFactory())

"""Whoever knew a record under an older slug finds it there for ever."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from cases.models import FormerSlug, Leader, Place, PolicyArea
from lessons.models import Element, Lesson
from tests.factories import (
    CollectedStoryFactory,
    CollectionFactory,
    ElementFactory,
    LeaderFactory,
    PlaceFactory,
    SourceFactory,
    StoryFactory,
)
from tests.reading import found, words

pytestmark = pytest.mark.django_db


def rename(record, slug):
    """Saves the record under another slug."""
    record.slug = slug
    record.save()
    return record


@pytest.fixture
def renamed(bus):
    """The night bus, which is called a morning bus now."""
    return rename(bus, "morning-bus")


@pytest.mark.parametrize(
    "twin", ["", "changes/", "changes.atom", "versions/1/", "versions/7/", "cite.bib", "cite.ris", "cite.json"]
)
def test_it_leads_from_every_old_address_to_the_new(client, renamed, twin):
    page = client.get(f"/stories/bus/{twin}?from=a-letter")

    assert (page.status_code, page["Location"]) == (301, f"/stories/morning-bus/{twin}?from=a-letter")


@pytest.mark.parametrize(
    ("factory", "folder"), [(LeaderFactory, "leaders"), (PlaceFactory, "places"), (SourceFactory, "sources")]
)
def test_it_leads_to_records_of_any_noun(client, factory, folder):
    rename(factory(slug="old"), "new")

    assert client.get(f"/{folder}/old/")["Location"] == f"/{folder}/new/"


def test_it_leads_to_elements_and_lessons(client, bus):
    rename(Element.objects.get(slug="room"), "make-room")
    rename(Lesson.objects.get(slug="ask"), "ask-first")

    assert client.get("/elements/room/")["Location"] == "/elements/make-room/"
    assert client.get("/lessons/ask/")["Location"] == "/lessons/ask-first/"


def test_it_leads_on_however_often_it_was_renamed(client, renamed):
    rename(rename(renamed, "noon-bus"), "evening-bus")

    assert client.get("/stories/bus/")["Location"] == "/stories/evening-bus/"
    assert client.get("/stories/noon-bus/")["Location"] == "/stories/evening-bus/"


def test_it_forgets_an_old_name_that_is_taken_back(client, renamed):
    rename(renamed, "bus")

    assert client.get("/stories/bus/").status_code == 200
    assert client.get("/stories/morning-bus/")["Location"] == "/stories/bus/"


def test_it_leads_on_while_the_old_name_stands_in_a_draft_only(client, renamed):
    renamed.slug = "bus"
    renamed.save_revision()

    assert client.get("/stories/bus/")["Location"] == "/stories/morning-bus/"
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == ["bus"]


def test_it_leads_to_what_was_retired_since(client, renamed):
    renamed.unpublish()

    assert client.get("/stories/bus/", follow=True).status_code == 410


def test_it_keeps_no_name_that_readers_never_saw():
    rename(StoryFactory(slug="draft", draft=True), "story")

    assert not FormerSlug.objects.exists()


def test_it_refuses_a_slug_that_leads_elsewhere(renamed):
    with pytest.raises(ValidationError) as caught:
        StoryFactory.build(slug="bus").full_clean()

    assert caught.value.messages == [
        "“bus” was the slug of “The night bus”, and its address still leads there. Choose another."
    ]


def test_it_refuses_the_old_slug_of_an_element():
    other = rename(ElementFactory(slug="room", name="Create room"), "make-room")

    with pytest.raises(ValidationError, match="“room” was the slug of “Create room”"):
        ElementFactory.build(slug="room", framework=other.framework).full_clean()


def test_it_lets_a_place_have_the_old_slug_of_a_story(renamed):
    PlaceFactory.build(slug="bus").full_clean()


def test_it_forgets_the_names_of_what_is_deleted(renamed):
    renamed.delete()

    StoryFactory.build(slug="bus").full_clean()


PARAMETERS = [
    ("place", Place, "leeds"),
    ("policy", PolicyArea, "transport"),
    ("leader", Leader, "ann"),
    ("lesson", Lesson, "ask"),
    ("element", Element, "room"),
]


@pytest.mark.parametrize(("key", "model", "slug"), PARAMETERS)
@pytest.mark.parametrize(
    "page", ["/stories/", "/stories.json", "/stories.csv", "/stories.atom", "/explore/innovation-zones/"]
)
def test_it_finds_by_an_old_name_in_an_address_of_the_finder(client, bus, key, model, slug, page):
    rename(model.objects.get(slug=slug), "renamed")

    answer = client.get(page, {key: [slug, "nobody"], "sort": "oldest"})

    assert answer.status_code == 301
    assert answer["Location"] == f"{page}?{key}=renamed&{key}=nobody&sort=oldest"


def test_it_asks_nothing_more_where_every_name_is_known(client, bus):
    rename(Place.objects.get(slug="leeds"), "leeds-city")

    assert found({"place": "leeds-city"}) == ["bus"]


def test_it_says_of_a_name_that_nobody_had_that_it_is_unknown(client, bus):
    assert client.get("/stories.json", {"place": "atlantis"}).json()["ignored"] == ["place=atlantis"]


def test_it_finds_by_an_old_name_inside_a_collection(client, bus):
    CollectedStoryFactory(story=bus, collection=CollectionFactory(slug="on-wheels"))
    rename(PolicyArea.objects.get(slug="transport"), "mobility")

    answer = client.get("/collections/on-wheels/?policy=transport")

    assert (answer.status_code, answer["Location"]) == (301, "/collections/on-wheels/?policy=mobility")


def test_it_keeps_a_story_on_a_readers_list(bus):
    reader = Client()
    reader.post("/list/change/", {"do": "add", "story": "bus"})
    rename(bus, "morning-bus")

    assert "The night bus" in words(reader.get("/list/"))


def test_it_leads_from_a_shared_list_to_the_same(client, renamed):
    answer = client.get("/list/?story=bus&story=day-bus")

    assert (answer.status_code, answer["Location"]) == (301, "/list/?story=morning-bus&story=day-bus")


def test_it_compares_stories_by_their_old_names(client, renamed):
    answer = client.get("/stories/compare/?story=bus&story=day-bus")

    assert (answer.status_code, answer["Location"]) == (301, "/stories/compare/?story=morning-bus&story=day-bus")

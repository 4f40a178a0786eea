"""A retired record is gone for readers, and its address says why; it can come back."""

from datetime import date

import pytest
from wagtail.models import ModelLogEntry

from cases.models import Story
from cases.record.retiring import bring_back, retire
from lessons.models import Evidence, Lesson
from tests.factories import (
    CollectedStoryFactory,
    CollectionFactory,
    LeaderFactory,
    LessonFactory,
    PlaceFactory,
    RoleFactory,
    SourceFactory,
    StoryFactory,
)
from tests.reading import found, links, soup, words

pytestmark = pytest.mark.django_db

DAY = date(2026, 5, 3)


@pytest.fixture
def retired(bus):
    """The night bus, taken back because it mixed two lines, in favour of the day bus."""
    other = Story.objects.get(slug="day-bus")
    retire(record=bus, reason="It mixed two *lines*.", see_instead=other, on=DAY)
    return Story.objects.get(pk=bus.pk)


def test_it_says_why_a_story_is_gone_and_what_to_see_instead(client, retired):
    page = client.get("/stories/bus/")

    assert page.status_code == 410
    assert "“The night bus” was retired on 3 May 2026. Why It mixed two *lines*." in words(page)
    assert links(page)["The day bus"] == "/stories/day-bus/"


def test_it_leads_on_to_what_the_story_taught_and_to_what_names_it(client, retired):
    CollectedStoryFactory(story=retired, collection=CollectionFactory(title="On wheels", slug="on-wheels"))
    StoryFactory(title="The second bus", slug="second-bus", part_of=retired)

    page = links(client.get("/stories/bus/"))

    assert [page[name] for name in ("Ask drivers first", "On wheels", "The second bus")] == [
        "/lessons/ask/",
        "/collections/on-wheels/",
        "/stories/second-bus/",
    ]


def test_it_never_leads_to_what_readers_cannot_see(client, retired):
    Story.objects.filter(slug="day-bus").update(live=False)
    Lesson.objects.filter(slug="ask").update(live=False)

    page = client.get("/stories/bus/")

    assert {"The day bus", "Ask drivers first"} & set(links(page)) == set()


@pytest.mark.parametrize("twin", ["changes/", "changes.atom", "versions/1/", "cite.bib", "cite.ris", "cite.json"])
def test_it_is_gone_under_every_address(client, retired, twin):
    assert client.get(f"/stories/bus/{twin}").status_code == 410


def test_it_is_dropped_by_the_finder_at_once(bus):
    assert "bus" in found({"q": "night"})

    retire(record=bus, reason="It mixed two lines.")

    assert found({"q": "night"}) == []


def test_it_is_told_of_where_its_evidence_stood(client, retired):
    page = client.get("/lessons/ask/")

    assert "From stories that were retired" in words(page)
    assert "The night bus" in words(page)
    assert Evidence.objects.filter(story=retired).exists()


def test_it_does_not_count_the_evidence_any_more(client, retired):
    assert "No evidence is held yet." in words(client.get("/lessons/ask/"))


@pytest.mark.parametrize(
    ("factory", "address"),
    [
        (LeaderFactory, "/leaders/gone/"),
        (PlaceFactory, "/places/gone/"),
        (SourceFactory, "/sources/gone/"),
        (LessonFactory, "/lessons/gone/"),
        (CollectionFactory, "/collections/gone/"),
    ],
)
def test_it_says_why_any_record_is_gone(client, factory, address):
    retire(record=factory(slug="gone"), reason="It was a double.", on=DAY)

    page = client.get(address)

    assert (page.status_code, "was retired on 3 May 2026. Why It was a double." in words(page)) == (410, True)


def test_it_names_a_retired_person_where_a_story_has_them(client):
    role = RoleFactory(story=StoryFactory(slug="bus"), leader=LeaderFactory(name="Ann Lee"))
    retire(record=role.leader, reason="She asked for it.")

    page = client.get("/stories/bus/")

    assert "Ann Lee (retired)" in words(page)


def test_it_comes_back_as_it_was(client, retired):
    before = client.get("/stories/bus/").status_code

    bring_back(record=retired)

    page = client.get("/stories/bus/")
    assert (before, page.status_code) == (410, 200)
    assert "They came." in words(page)
    assert found({"q": "night"}) == ["bus"]


def test_it_comes_back_when_a_draft_is_published(client, retired):
    draft = retired.get_latest_revision_as_object()
    draft.title = "The morning bus"
    draft.save_revision().publish()

    story = Story.objects.get(pk=retired.pk)

    assert (story.live, story.retired_on, story.retired_because, story.see_instead) == (True, None, "", None)
    assert soup(client.get("/stories/bus/versions/1/")).h1.get_text() == "The night bus"


def test_it_stays_retired_while_somebody_drafts(client, retired):
    retired.save_revision()

    assert client.get("/stories/bus/").status_code == 410


def test_it_keeps_an_old_version_from_bringing_it_back_unseen(bus):
    bus.save_revision()
    retire(record=bus, reason="It mixed two lines.")

    assert Story.objects.get(pk=bus.pk).revisions.latest("pk").as_object().retired_because == "It mixed two lines."


def test_it_puts_on_record_who_retired_it_and_why(admin_user, bus):
    retire(record=bus, reason="It mixed two lines.", by=admin_user)
    bring_back(record=bus, by=admin_user)

    entries = ModelLogEntry.objects.filter(user=admin_user).order_by("pk")

    assert [(entry.action, entry.data.get("reason")) for entry in entries] == [
        ("cases.retire", "It mixed two lines."),
        ("cases.bring_back", None),
    ]


def test_it_takes_back_without_a_reason_only_what_was_unpublished(client, bus):
    bus.unpublish()

    page = client.get("/stories/bus/")

    assert (page.status_code, "Why" in words(page)) == (410, False)

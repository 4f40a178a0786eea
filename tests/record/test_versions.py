"""Every version that readers saw keeps its address, and shows what they saw."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Leader, Organisation, Picture, Role, Story, Version
from tests.factories import StoryFactory, StoryPictureFactory
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db

EVERYTHING = (
    *("The night bus", "A bus at night.", "They came.", "Leeds, Yorkshire", "Transport", "night owls"),
    *("The whole network", "The council", "Ann Lee", "Driver", "The riders", "April 1995", "It ran."),
    *("Riders", "3.8 thousand", "The day bus", "The driver", "The report", "Nights"),
    *("Ask drivers first", "It happened so.", "Create room"),
)


def test_it_keeps_no_version_of_a_story_that_never_changed(client, bus):
    page = client.get("/stories/bus/versions/1/")

    assert "This is version 1, as it was published on 1 January 2026. It is the newest." in words(page)
    assert not Version.objects.exists()


def test_it_shows_a_version_as_it_was_published(client, bus, publish):
    publish(bus, title="The morning bus", problem="Nobody went to work.")

    page = client.get("/stories/bus/versions/1/")

    assert [word for word in EVERYTHING if word not in words(page)] == []
    assert "Nobody went to work." not in words(page)
    assert "The newest is version 2." in words(page)
    assert "The morning bus" in words(client.get("/stories/bus/versions/2/"))


def test_it_shows_the_same_words_as_the_page_did(client, bus, publish):
    before = soup(client.get("/stories/bus/"))
    publish(bus, title="The morning bus")

    after = soup(client.get("/stories/bus/versions/1/"))

    kinds = (".story-head .glance", ".cast", ".narrative", ".measures", ".lineage", ".bibliography", ".timeline")
    assert [part.get_text() for part in after.select(", ".join(kinds))] == [
        part.get_text() for part in before.select(", ".join(kinds))
    ]


def test_it_keeps_a_version_when_revisions_and_whoever_it_names_are_gone(client, bus, publish):
    publish(bus, title="The morning bus", roles=[], participations=[])
    bus.revisions.all().delete()
    Leader.objects.all().delete()
    Organisation.objects.all().delete()

    page = client.get("/stories/bus/versions/1/")

    assert {"Ann Lee", "The council"} & set(links(page)) == set()
    assert [name for name in ("Ann Lee", "The council", "Driver") if name not in words(page)] == []


def test_it_calls_people_by_the_names_that_they_had(client, bus, publish):
    publish(bus, title="The morning bus")
    Leader.objects.filter(slug="ann").update(name="Ann Miller", slug="ann-miller")

    assert "Ann Lee" in words(client.get("/stories/bus/versions/1/"))


def test_it_tells_robots_to_pass_by_and_where_the_story_is(client, bus, publish):
    publish(bus, title="The morning bus")

    page = client.get("/stories/bus/versions/1/")

    assert (page["X-Robots-Tag"], soup(page).find("meta", attrs={"name": "robots"})["content"]) == ("noindex",) * 2
    assert soup(page).find("link", rel="canonical")["href"] == "http://127.0.0.1:8000/stories/bus/"
    assert "versions" not in client.get("/sitemap.xml").content.decode()


def test_it_makes_no_version_where_nothing_changed(bus, publish):
    assert publish(publish(bus)).version == 1


def test_it_counts_a_restored_version_as_a_new_one(client, bus, publish):
    older = publish(bus, title="The first title").latest_revision
    publish(bus, title="The second title")

    older.publish()

    assert Story.objects.get(pk=bus.pk).version == 4
    titles = [soup(client.get(f"/stories/bus/versions/{n}/")).h1.get_text() for n in (1, 2, 3, 4)]
    assert titles == ["The night bus", "The first title", "The second title", "The first title"]


def test_it_keeps_a_version_when_a_hidden_story_is_changed_and_published_again(client, bus, publish):
    bus.unpublish()
    Story.objects.filter(pk=bus.pk).update(title="Written while nobody looked")

    publish(bus, title="The morning bus")

    titles = [soup(client.get(f"/stories/bus/versions/{n}/")).h1.get_text() for n in (1, 2)]
    assert titles == ["The night bus", "The morning bus"]


def test_it_makes_no_version_of_what_is_only_scheduled(bus, publish):
    story = publish(bus, title="The morning bus", go_live_at=timezone.now() + timedelta(days=1))

    assert (story.version, story.live, story.title, Version.objects.count()) == (1, True, "The night bus", 0)


def test_it_keeps_versions_small(bus, publish):
    publish(bus, problem="They waited in the rain. " * 1000)
    publish(bus, title="The morning bus")

    assert len(Version.objects.get(number=2).content) < 2000


@pytest.mark.parametrize("number", [0, 3, 10**30])
def test_it_says_that_there_is_no_such_version(client, bus, publish, number):
    publish(bus, title="The morning bus")

    page = client.get(f"/stories/bus/versions/{number}/")

    assert (page.status_code, "has 2 versions so far, and none of this number" in words(page)) == (404, True)


def test_it_says_which_versions_another_copy_published(client):
    StoryFactory(slug="bus", version=4)

    page = client.get("/stories/bus/versions/3/")

    assert page.status_code == 404
    assert "Version 3 of" in words(page)
    assert links(page)["See its versions and what changed"] == "/stories/bus/changes/"


def test_it_never_brings_back_the_number_of_an_old_draft(bus, publish):
    older = publish(bus, title="The first title").latest_revision
    publish(bus, title="The second title")

    assert older.as_object().version == 3


def test_it_keeps_the_parts_of_a_version_apart_from_those_of_today(client, bus, publish):
    publish(bus, title="The morning bus")
    Role.objects.filter(story=bus).delete()

    assert "The riders" in words(client.get("/stories/bus/versions/2/"))


def test_it_lets_the_desk_go_back_to_what_came_from_files(bus, publish):
    publish(bus, title="The morning bus")

    first, second = Story.objects.get(pk=bus.pk).revisions.order_by("pk")

    assert [revision.content["title"] for revision in (first, second)] == ["The night bus", "The morning bus"]
    assert {row["job_title"] for row in first.content["roles"]} == {"Driver", ""}


def test_it_shows_the_pictures_that_the_version_had(client, bus, publish):
    StoryPictureFactory(story=bus, picture__credit="Jo Field", picture__description="A bus by night.")
    publish(bus, title="The morning bus")
    Picture.objects.update(credit="Kim Stone")

    page = soup(client.get("/stories/bus/versions/1/"))

    assert (page.find("img")["alt"], "Jo Field" in page.get_text()) == ("A bus by night.", True)


def test_it_shows_a_version_without_a_picture_that_nobody_keeps_any_more(client, bus, publish):
    StoryPictureFactory(story=bus)
    publish(bus, pictures=[])
    Picture.objects.all().delete()

    page = client.get("/stories/bus/versions/1/")

    assert (page.status_code, soup(page).find("img")) == (200, None)

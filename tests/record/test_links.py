"""Every link out of the library is known, with where it stands, and followed once a week."""

import pytest

from cases.choices import LinkState
from cases.models import LinkUse, OutsideLink, Story
from cases.record import links
from cases.record.following import Followed
from cases.record.retiring import retire
from tests.factories import (
    ElementFactory,
    LeaderFactory,
    OutsideLinkFactory,
    SourceFactory,
    StoryFactory,
)

pytestmark = pytest.mark.django_db

TEXT = "See [the report](https://example.org/report) and <https://example.com/>, not `https://example.net/code`."


@pytest.fixture
def followed(monkeypatch):
    """The links that were followed; each works."""
    asked = []

    def follow(address):
        asked.append(address)
        return Followed(LinkState.WORKS, "Answers 200.")

    monkeypatch.setattr(links, "follow", follow)
    return asked


def standing():
    """Each link with where it stands."""
    return sorted(LinkUse.objects.values_list("link__address", "noun", "field"))


def test_it_knows_every_link_of_what_readers_see():
    StoryFactory(problem=TEXT)
    SourceFactory(url="https://example.org/report")
    LeaderFactory(about="At [home](https://ann.example/).")

    assert links.gather() == "3 new links"
    assert standing() == [
        ("https://ann.example/", "leader", "about"),
        ("https://example.com/", "story", "problem"),
        ("https://example.org/report", "source", "url"),
        ("https://example.org/report", "story", "problem"),
    ]


def test_it_knows_in_which_part_a_link_stands():
    ElementFactory(meaning="[This](https://example.org/this).")

    links.gather()

    assert standing() == [("https://example.org/this", "framework", "elements.meaning")]


def test_it_passes_over_drafts_and_what_is_retired():
    StoryFactory(problem=TEXT, draft=True)
    retire(record=StoryFactory(problem=TEXT), reason="It was one too many.")

    assert links.gather() == ""


def test_it_forgets_a_link_that_is_there_no_more():
    story = StoryFactory(problem=TEXT)
    links.gather()
    Story.objects.filter(pk=story.pk).update(problem="[Other](https://example.org/other)")

    links.gather()

    assert [address for address, *_where in standing()] == ["https://example.org/other"]
    assert OutsideLink.objects.count() == 1


def test_it_keeps_what_is_known_of_a_link_that_stays():
    StoryFactory(problem=TEXT)
    links.gather()
    links.record(OutsideLink.objects.first(), Followed(LinkState.BROKEN, "Answers 404."))

    assert links.gather() == ""
    assert OutsideLink.objects.filter(state=LinkState.BROKEN).count() == 1


def test_it_follows_each_link_once_a_week(time_machine, followed):
    time_machine.move_to("2028-01-20 12:00+00:00", tick=False)
    OutsideLinkFactory(address="https://example.org/1")
    done = [links.check(), links.check()]
    time_machine.move_to("2028-01-27 11:59+00:00", tick=False)
    done.append(links.check())
    time_machine.move_to("2028-01-27 12:01+00:00", tick=False)
    done.append(links.check())

    assert done == ["1 link followed", "", "", "1 link followed"]


def test_it_follows_a_few_at_a_time_those_never_tried_first(followed):
    OutsideLinkFactory(address="https://example.org/old", checked_at="2026-01-01T12:00:00Z")
    OutsideLinkFactory.create_batch(21)

    assert links.check() == "20 links followed"
    assert "https://example.org/old" not in followed


def test_it_stops_when_its_time_is_up(monkeypatch, followed):
    OutsideLinkFactory.create_batch(3)
    monkeypatch.setattr(links, "SECONDS", -1)

    assert (links.check(), followed) == ("", [])


def test_it_says_since_when_a_link_leads_nowhere(time_machine):
    time_machine.move_to("2028-01-20 12:00+00:00", tick=False)
    link = OutsideLinkFactory()
    links.record(link, Followed(LinkState.BROKEN, "Answers 404."))
    time_machine.move_to("2028-01-28 12:00+00:00", tick=False)
    links.record(link, Followed(LinkState.BROKEN, "Answers 410."))

    link.refresh_from_db()
    assert (link.broken_since.day, link.checked_at.day, link.said) == (20, 28, "Answers 410.")


def test_it_takes_back_what_it_said_when_a_link_works_again():
    link = OutsideLinkFactory()
    links.record(link, Followed(LinkState.BROKEN, "Answers 404."))
    links.record(link, Followed(LinkState.WORKS, "Answers 200."))

    link.refresh_from_db()
    assert (link.state, link.broken_since) == (LinkState.WORKS, None)

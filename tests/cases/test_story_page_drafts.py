"""What a story's page never shows: drafts, what was taken back, and anybody's script."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import (
    AdaptationFactory,
    CitationFactory,
    EvidenceFactory,
    IllustrationFactory,
    LeaderFactory,
    MeasureFactory,
    MilestoneFactory,
    OrganisationFactory,
    ParticipationFactory,
    PlaceFactory,
    RoleFactory,
    StoryFactory,
)
from tests.reading import BROWSER, links, soup, words

pytestmark = pytest.mark.django_db

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click]( JaVaScRiPt:alert(1))",
    "[click](data:text/html;base64,PHNjcmlwdD4=)",
    "[click][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](https://example.org/x.png)",
    "[x](//example.org)",
    "<a href='javascript:alert(1)'>x</a>",
    "<svg/onload=alert(1)>",
    "a &lt;script&gt; b <style>*{display:none}</style>",
]


def test_it_is_not_there_for_a_draft(client):
    StoryFactory(slug="bus", draft=True)

    assert client.get("/stories/bus/").status_code == 404


def test_it_is_gone_where_it_was_taken_back(client):
    StoryFactory(slug="bus", retired=True, title="The night bus")

    response = client.get("/stories/bus/")

    assert response.status_code == 410
    assert "“The night bus” was published here once." in words(response)


def test_it_shows_the_live_version_while_a_draft_waits(client):
    story = StoryFactory(slug="bus", title="The night bus")
    story.title = "The day bus"
    story.save_revision()

    assert soup(client.get("/stories/bus/")).h1.get_text() == "The night bus"


@pytest.mark.parametrize("text", HOSTILE)
def test_it_never_runs_what_a_text_holds(client, text):
    StoryFactory(slug="bus", problem=text, before_you_adapt_it=text)

    response = client.get("/stories/bus/")
    told = [tag for section in soup(response).select(".narrative, .adapt") for tag in section.find_all()]

    assert {tag.name for tag in told} <= {"h2", "p", "a"}
    assert {name for tag in told for name in tag.attrs} <= {"id", "href", "rel"}
    assert [tag for tag in told if tag.get("href", "").lower().startswith(("javascript", "data"))] == []


@pytest.mark.parametrize("text", [text for text in HOSTILE if "&lt;" not in text and not text.startswith("!")])
def test_it_is_refused_when_it_comes_in(text):
    story = StoryFactory()
    story.problem = text

    with pytest.raises(ValidationError, match=r"Line [13]: "):
        story.full_clean()


NAME = "<b onclick=x>Name</b>"


def test_it_escapes_every_name(client):
    story = StoryFactory(slug="bus", title=NAME, summary=NAME, places=[PlaceFactory(name=NAME)], tags=[NAME])
    RoleFactory(story=story, leader=LeaderFactory(name=NAME), job_title=NAME, note=NAME)
    RoleFactory(story=story, group=NAME)
    ParticipationFactory(story=story, organisation=OrganisationFactory(name=NAME))
    MeasureFactory(story=story, indicator=NAME, unit=NAME, note=NAME, result="1")
    MilestoneFactory(story=story, text=NAME)
    AdaptationFactory(story=story, from_elsewhere=NAME, kept=NAME)
    CitationFactory(story=story, source__title=NAME, section=NAME)
    EvidenceFactory(story=story, lesson__sentence=NAME, what_happened=NAME)

    response = client.get("/stories/bus/")

    assert b"<b onclick" not in response.content
    assert response.content.count(b"&lt;b onclick") > 12


@pytest.fixture
def entangled():
    """A story that names, in every way that it can, something that was taken back or never published."""
    gone = {"retired": True}
    story = StoryFactory(slug="bus", places=[PlaceFactory(name="Gone place", **gone)])
    RoleFactory(
        story=story,
        leader=LeaderFactory(name="Gone leader", **gone),
        organisation=OrganisationFactory(name="Gone office", **gone),
    )
    ParticipationFactory(story=story, organisation=OrganisationFactory(name="Gone body", **gone))
    CitationFactory(story=story, source__title="Gone source", source__retired=True)
    AdaptationFactory(story=story, from_story=StoryFactory(title="Gone story", **gone))
    AdaptationFactory(story=StoryFactory(title="Gone follower", **gone), from_story=story)
    IllustrationFactory(story=story, element__name="Gone element", element__framework__retired=True)
    EvidenceFactory(story=story, lesson__sentence="Gone lesson", lesson__retired=True)
    return story


def test_it_has_no_link_to_what_readers_may_not_see(client, entangled):
    ours = [url for url in links(client.get("/stories/bus/")).values() if url.startswith("/")]

    assert [url for url in ours if BROWSER.get(url).status_code != 200] == []


@pytest.mark.parametrize("name", ["Gone story", "Gone follower", "Gone element", "Gone lesson"])
def test_it_does_not_tell_what_was_taken_back(client, entangled, name):
    assert name not in words(client.get("/stories/bus/"))

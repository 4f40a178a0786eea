"""Looking through a lens: frameworks, their elements with mirrors, questions, and the home page."""

import pytest

from tests.factories import (
    ElementFactory,
    EvidenceFactory,
    FrameworkFactory,
    IllustrationFactory,
    LeaderFactory,
    LessonFactory,
    PlaceFactory,
    QuestionFactory,
    RoleFactory,
    StoryFactory,
)
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def element():
    """An element of a lens."""
    lens = FrameworkFactory(slug="lens", title="The elements", summary="Nine of them.", order=1)
    return ElementFactory(framework=lens, slug="risks", name="Taking risks", meaning="To *dare*.")


def test_it_lists_lenses_in_their_order(client):
    FrameworkFactory(title="Second", order=2)
    FrameworkFactory(title="First", order=1)
    FrameworkFactory(title="A draft", draft=True)

    response = client.get("/frameworks/")

    assert [title.get_text() for title in soup(response).select(".framework-row h3")] == ["First", "Second"]


def test_it_shows_a_lens_with_its_elements_and_their_counts(client, element):
    lesson = LessonFactory(elements=[element])
    EvidenceFactory(lesson=lesson)
    IllustrationFactory(element=element)

    assert "Taking risks To dare . 2 stories · 1 lesson" in words(client.get("/frameworks/lens/"))
    assert links(client.get("/frameworks/lens/"))["2 stories"] == "/stories/?element=risks"


def test_it_shows_an_element_with_its_lens_and_siblings(client, element):
    ElementFactory(framework=element.framework, slug="room", name="Making room")

    response = client.get("/elements/risks/")

    assert soup(response).h1.get_text() == "Taking risks"
    assert links(response)["The elements"] == "/frameworks/lens/"
    assert links(response)["Making room"] == "/elements/room/"


def test_it_shows_an_element_and_its_mirror_on_both_pages(client, element):
    ElementFactory(slug="fear", name="Fear of risk", mirrors=element)

    assert "It is the mirror of Taking risks : what happens when that is missing." in words(
        client.get("/elements/fear/")
    )
    assert "Its mirror, when it is missing: Fear of risk" in words(client.get("/elements/risks/"))


def test_it_does_not_show_a_mirror_that_readers_may_not_see(client, element):
    ElementFactory(slug="fear", name="Fear of risk", mirrors=element, framework__draft=True)

    assert "Fear of risk" not in words(client.get("/elements/risks/"))


def test_it_shows_what_stands_under_an_element(client, element):
    lesson = LessonFactory(sentence="Ask drivers first", elements=[element])
    EvidenceFactory(lesson=lesson)
    IllustrationFactory(element=element, story__title="The night bus")

    text = words(client.get("/elements/risks/"))

    assert "See the 2 stories that bear on it 1 lesson under it Ask drivers first" in text
    assert "Stories that the source itself names here The night bus" in text


def test_it_counts_under_an_element_what_the_finder_shows(client, element):
    IllustrationFactory(element=element)
    EvidenceFactory(lesson=LessonFactory(elements=[element]), story__draft=True)

    link = links(client.get("/elements/risks/"))["See the 1 story that bears on it"]

    assert client.get(f"/stories.json?{link.partition('?')[2]}").json()["total"] == 1


@pytest.mark.parametrize("address", ["/frameworks/lens/", "/elements/risks/"])
@pytest.mark.parametrize(("change", "status"), [({"first_published_at": None}, 404), ({}, 410)])
def test_it_hides_a_lens_with_its_elements(client, element, address, change, status):
    type(element.framework).objects.update(live=False, **change)

    assert client.get(address).status_code == status


@pytest.mark.parametrize(("draft", "status"), [("draft", 404), ("retired", 410)])
def test_it_hides_a_question(client, draft, status):
    QuestionFactory(slug="how", **{draft: True})

    assert client.get("/questions/how/").status_code == status


@pytest.mark.parametrize("address", ["/frameworks/", "/questions/", "/lessons/", "/"])
def test_it_stands_without_a_single_record(client, address):
    assert client.get(address).status_code == 200


def test_it_suggests_what_to_do_where_a_question_has_no_lesson(client):
    QuestionFactory(slug="how")

    assert links(client.get("/questions/how/"))["See the lessons"] == "/lessons/"


@pytest.fixture
def full_house(element):
    """Something behind every door of the home page."""
    QuestionFactory(question="How do I begin?", slug="begin")
    StoryFactory(title="The bus", result="succeeded")
    StoryFactory(title="The tram", result="failed", places=[PlaceFactory(name="Tram town", slug="tram-town")])
    boat = StoryFactory(title="The boat", result="mixed")
    RoleFactory(story=boat, leader=LeaderFactory(), realm="political", part="led")
    IllustrationFactory(story=boat, element=element)
    EvidenceFactory(story=boat)


def test_it_opens_the_library_by_every_door(client, full_house):
    shown = links(client.get("/"))

    assert shown["3 stories"] == "/stories/"
    assert shown["How do I begin?"] == "/questions/begin/"
    assert shown["Failed 1"] == "/stories/?result=failed"
    assert shown["Political alone"] == "/stories/?zone=political"
    assert shown["Tram town"] == "/stories/?place=tram-town"
    assert shown["1 Taking risks 1 story"] == "/elements/risks/"


def test_it_says_how_much_there_is(client, full_house):
    assert "3 stories , 1 lesson , and 1 piece of evidence that holds them up or counts against them" in words(
        client.get("/")
    )


def test_it_puts_a_failure_first_among_three_to_begin_with(client, full_house):
    titles = [title.get_text() for title in soup(client.get("/")).select(".story-row-title")]

    assert titles == ["The tram", "The bus", "The boat"]


def test_it_leaves_drafts_out_of_its_numbers(client):
    StoryFactory(draft=True)
    LessonFactory(draft=True)
    EvidenceFactory(story__draft=True, lesson__draft=True)

    assert "0 stories , 0 lessons , and 0 pieces of evidence" in words(client.get("/"))

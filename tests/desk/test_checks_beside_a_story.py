"""The checks stand beside a story while it is written, and narrow the list."""

import pytest

from cases.models import Story
from tests.reading import soup


@pytest.fixture
def bare(make_story):
    """A story without a place, told in full, with nothing in it."""
    story = make_story(title="The bins")
    story.places.clear()
    story.save()
    return story


def panel(response):
    """The side panel's sentences by heading, and where its links lead."""
    found = soup(response).select_one(".desk-checks")
    said = {head.get_text(): head.find_next("ul").get_text(" ", strip=True) for head in found.find_all("h3")}
    return said, [link["href"] for link in found.select("a")]


def test_it_lists_what_blocks_before_what_warns(editor, bare):
    said, ways = panel(editor.get(f"/desk/stories/edit/{bare.pk}/"))

    assert list(said) == ["Before it can be published", "What a reader may miss"]
    assert said["Before it can be published"].startswith("Places : The story has no place.")
    assert "No figure says what came of it." in said["What a reader may miss"]
    assert ways[0] == "#id_places"
    assert "#id_measures-FORMS" in ways


def test_it_leads_to_fields_that_are_on_the_screen(editor, bare):
    response = editor.get(f"/desk/stories/edit/{bare.pk}/")

    ids = {element["id"] for element in soup(response).select("[id]")}
    assert [way for way in panel(response)[1] if way.removeprefix("#") not in ids] == []


def test_it_shows_the_number_on_the_toggle(editor, bare):
    page = soup(editor.get(f"/desk/stories/edit/{bare.pk}/"))

    shown = page.select_one("[data-side-panel-toggle=story-checks] [data-side-panel-toggle-counter]")
    assert int(shown.get_text()) == len(page.select(".desk-checks li"))


def test_it_follows_the_draft_as_it_is_saved(editor, bare, story_form):
    form = story_form(slug=bare.slug, year_from=1993)

    answer = editor.post(f"/desk/stories/edit/{bare.pk}/", form, headers={"Accept": "application/json"}).json()

    assert "The story has no place." not in answer["html"]
    assert "No figure says what came of it." in answer["html"]


def test_it_stands_beside_a_new_story_too(editor):
    said, _ways = panel(editor.get("/desk/stories/add/"))

    assert "The story has no title." in said["Before it can be published: 5 things"]


def test_it_says_where_everything_is_there(editor, bare, story_form):
    form = story_form(slug=bare.slug, depth="mention", policy_areas=())
    editor.post(f"/desk/stories/edit/{bare.pk}/", form)

    assert "It has all that it needs" in editor.get(f"/desk/stories/edit/{bare.pk}/").content.decode()


@pytest.mark.parametrize(("key", "shown"), [("place", True), ("source", False), ("reading-age", False), ("none", True)])
def test_it_narrows_the_list_to_what_a_check_finds(editor, bare, key, shown):
    page = editor.get("/desk/stories/", {"check": key}).content.decode()

    assert ("The bins" in page) is shown


def test_it_follows_the_library_in_what_only_reading_shows(editor, bare):
    assert "The bins" not in editor.get("/desk/stories/", {"check": "trade-words"}).content.decode()

    Story.objects.get().delete()
    Story.objects.create(title="The tram", slug="tram", summary="A holistic tram.", result="mixed", depth="full")

    assert "The tram" in editor.get("/desk/stories/", {"check": "trade-words"}).content.decode()

"""The lists of the desk: search, filters, export, and a number of queries that does not grow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import PolicyArea
from lessons.models import Lesson, Question

NOUNS = {
    "stories": "other_story",
    "organisations": "council",
    "leaders": "leader",
    "places": "place",
    "sources": "source",
    "policy-areas": "area",
    "lessons": "lesson",
    "frameworks": "framework",
}


@pytest.fixture
def queries_of(editor):
    """How many queries a page takes."""

    def count(address):
        editor.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert editor.get(address).status_code == 200
        return len(queries)

    return count


def test_it_takes_as_many_queries_for_three_stories_as_for_thirty(queries_of, make_story, admin_user):
    for _number in range(3):
        make_story(live=False).save_revision(user=admin_user)
    three = queries_of("/desk/stories/")

    for _number in range(27):
        make_story().save_revision(user=admin_user)

    assert queries_of("/desk/stories/") == three


def test_it_takes_as_many_queries_for_a_page_of_places(queries_of, library):
    from cases.models import Place

    few = queries_of("/desk/places/")
    for number in range(20):
        Place.objects.create(name=f"P{number}", slug=f"p{number}", country="GB", kind="city", within=library["place"])

    assert queries_of("/desk/places/") == few


def test_it_finds_a_story_by_words_in_any_order(editor, make_story):
    make_story(title="The recycling scheme")
    make_story(title="The breakfast club")

    page = editor.get("/desk/stories/", {"q": "scheme recyc"}).content.decode()

    assert "The recycling scheme" in page
    assert "The breakfast club" not in page


@pytest.mark.parametrize(
    "query", [{"result": "failed"}, {"depth": "short"}, {"live": "false"}, {"policy_areas": "area"}]
)
def test_it_filters_stories(editor, make_story, query):
    area = PolicyArea.objects.create(name="Health", slug="health")
    wanted = make_story(title="Wanted", result="failed", depth="short", live=False)
    wanted.policy_areas = [area]
    wanted.save()
    make_story(title="Unlike it")

    query = {name: area.pk if value == "area" else value for name, value in query.items()}
    page = editor.get("/desk/stories/results/", query).content.decode()

    assert "Wanted" in page
    assert "Unlike it" not in page


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_it_exports_the_list(editor, make_story, kind):
    make_story(title="The recycling scheme")

    response = editor.get("/desk/stories/", {"export": kind})

    assert response["Content-Disposition"] == f'attachment; filename="stories.{kind}"'
    assert b"".join(response.streaming_content if response.streaming else [response.content])


@pytest.mark.parametrize(("noun", "name"), NOUNS.items())
def test_it_opens_every_screen_of_a_noun(editor, library, noun, name):
    pk = library[name].pk
    screens = ["", "add/", f"edit/{pk}/", f"copy/{pk}/", f"inspect/{pk}/", f"history/{pk}/", f"usage/{pk}/"]

    answers = {screen: editor.get(f"/desk/{noun}/{screen}").status_code for screen in screens}

    assert set(answers.values()) == {200}, answers


def test_it_saves_a_question_with_its_lessons(editor, library):
    form = {
        "question": "How do I win consent?",
        "slug": "consent",
        "lessons": [library["lesson"].pk],
        "action-publish": "1",
    }

    editor.post("/desk/questions/add/", form)

    assert Question.objects.get().lessons.get() == library["lesson"]


def test_it_saves_a_lesson_with_its_elements(editor, library):
    form = {
        "sentence": "Start small",
        "slug": "start-small",
        "elements": [library["element"].pk],
        "action-publish": "1",
    }

    editor.post("/desk/lessons/add/", form)

    assert Lesson.objects.get(slug="start-small").elements.get() == library["element"]


def test_it_refuses_a_place_within_itself(editor, library):
    place = library["place"]
    form = {
        "name": place.name,
        "slug": place.slug,
        "kind": "city",
        "country": "GB",
        "within": place.pk,
        "action-publish": "1",
    }

    response = editor.post(f"/desk/places/edit/{place.pk}/", form)

    assert "A place cannot lie within itself." in response.content.decode()

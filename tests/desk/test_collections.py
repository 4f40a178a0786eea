"""Collections at the desk: an editor puts stories in order, with notes."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cases.models import Collection
from tests.factories import CollectionFactory, StoryFactory


@pytest.fixture
def form(db):
    """What the screen sends, with the stories of these slugs in this order."""

    def sent(*slugs, **given):
        stories = [{"story": StoryFactory(slug=slug).pk, "note": f"Why {slug}."} for slug in slugs]
        fields = {"title": "On wheels", "slug": "wheels", "summary": "What moved.", "curator": "Ada Okafor"}
        return nested_form_data(
            {**fields, "introduction": "Look closely.", "collected": inline_formset(stories), **given}
        )

    return sent


def test_it_publishes_a_collection(editor, client, form):
    editor.post("/desk/story-collections/add/", {**form("bus", "tram"), "action-publish": "1"})

    assert list(Collection.objects.get().notes) == ["bus", "tram"]
    assert "Why bus." in client.get("/collections/wheels/").content.decode()


def test_it_keeps_a_draft_from_readers(editor, client, form):
    editor.post("/desk/story-collections/add/", form("bus"))

    assert client.get("/collections/wheels/").status_code == 404
    assert client.get("/stories.json").json()["facets"]["collection"] == []


def test_it_previews_the_real_page_of_a_draft(editor, form):
    preview = "/desk/story-collections/preview/"
    editor.post(preview, form("bus"))

    page = editor.get(f"{preview}?mode=").content.decode()

    assert "This is a preview of a draft." in page
    assert "Why bus." in page


def test_it_refuses_the_same_story_twice(editor, form):
    twice = form("bus")
    row = {key.replace("-0-", "-1-"): value for key, value in twice.items() if "-0-" in key}

    page = editor.post("/desk/story-collections/add/", {**twice, **row, "collected-TOTAL_FORMS": "2"})

    assert "This story is in the collection already." in page.content.decode()
    assert not Collection.objects.exists()


def test_it_keeps_a_story_that_a_collection_holds(editor, db):
    story = StoryFactory()
    CollectionFactory(title="On wheels", stories=[story])

    page = editor.post(f"/desk/stories/delete/{story.pk}/")

    assert page.status_code == 409
    assert "On wheels" in page.content.decode()


@pytest.mark.parametrize("screen", ["", "add/", "edit/{}/", "copy/{}/", "inspect/{}/", "history/{}/", "usage/{}/"])
def test_it_opens_every_screen(editor, screen):
    collection = CollectionFactory(stories=[StoryFactory()])

    assert editor.get(f"/desk/story-collections/{screen.format(collection.pk)}").status_code == 200

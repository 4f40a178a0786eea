"""Pictures are told with a story: kept where nobody sees them, brought into its draft, deleted with it."""

import pytest

from cases.models import Picture, Story
from cases.telling import actions
from tests.drawing import kept
from tests.reading import soup, words
from tests.telling.everything import EVERYTHING

pytestmark = pytest.mark.django_db

[BUS] = EVERYTHING["pictures"]


@pytest.fixture
def pictured(told):
    """Ada, whose story has a picture."""
    answer = told.add("pictures", **BUS)
    assert answer.status_code == 302, words(answer)
    return told


@pytest.fixture
def draft(pictured, editor):
    """The draft that was made of it."""
    pictured.send()
    return actions.hand_over(contribution=pictured.story, by=editor.user)


def shown(story):
    """The pictures of the newest draft: alternative text and caption."""
    rows = Story.objects.get(pk=story.pk).get_latest_revision_as_object().pictures.all()
    return [(row.picture.description, row.caption) for row in rows]


def test_it_keeps_a_picture_without_what_the_telephone_wrote_into_it(pictured):
    assert "Kept. Only editors see it." in pictured.see("check/")
    assert b"Telephone" not in kept(Picture.objects.get())
    assert not Picture.objects.get().renditions.exists()


def test_it_asks_for_a_file_in_a_form_that_can_send_one(ada):
    form = soup(ada.get("pictures/")).select_one("form.tell-form")

    assert form["enctype"] == "multipart/form-data"
    assert "image/jpeg" in form.select_one("input[type=file]")["accept"]


@pytest.mark.parametrize(
    ("told_otherwise", "said"),
    [
        ({"description": "IMG_2041.jpg"}, "“IMG_2041.jpg” does not say what is in the picture."),
        ({"licence_words": ""}, "Say who gave the permission, when, and for what."),
        ({"consent": ""}, "Say who asked the people in the picture"),
        ({"people": ""}, "Say whether people can be recognised in the picture."),
        ({"credit": ""}, "Choose the file again: a browser does not keep it while something else is wrong."),
    ],
)
def test_it_says_what_is_wrong_and_keeps_nothing(ada, told_otherwise, said):
    answer = ada.add("pictures", **{**BUS, **told_otherwise})

    assert answer.status_code == 422
    assert said in words(answer)
    assert soup(answer).select_one("#id_caption")["value"] == "Its first stop."
    assert not Picture.objects.exists()


def test_it_needs_the_file(ada):
    answer = ada.add("pictures", **{name: value for name, value in BUS.items() if name != "file"})

    assert "Choose the file of the picture." in words(answer)


def test_it_keeps_the_same_picture_once(pictured):
    pictured.add("pictures", **BUS)

    assert Picture.objects.count() == 1
    assert len(soup(pictured.get("pictures/")).select(".tell-items > li")) == 1


def test_it_changes_the_words_and_keeps_the_file(pictured):
    answer = pictured.write(
        "pictures/1/", **{name: value for name, value in BUS.items() if name != "file"} | {"caption": "At noon."}
    )

    assert answer.status_code == 302
    assert "At noon." in pictured.see("check/")
    assert "A picture is here." in pictured.see("pictures/1/")


def test_it_takes_three(pictured):
    [pictured.add("pictures", **{**BUS, "caption": caption}) for caption in ("Two", "Three")]

    answer = pictured.add("pictures", **{**BUS, "caption": "Four"})

    assert answer.status_code == 422
    assert "3 of these are enough for a story." in words(answer)


def test_it_brings_the_picture_into_the_draft(draft):
    picture = Picture.objects.get()

    assert shown(draft) == [("The bus stands in the rain.", "Its first stop.")]
    assert (picture.credit, picture.consent) == ("Cy Dahl himself", "Ada asked the driver in May.")
    assert draft.pictures.get().section == "lead"


def test_it_brings_back_nothing_that_editors_took_out(draft, pictured, editor):
    newest = draft.get_latest_revision_as_object()
    newest.pictures.set([])
    newest.save_revision()

    actions.hand_over(contribution=pictured.story, by=editor.user)

    assert shown(draft) == []


def test_it_takes_out_what_the_authors_took_away(draft, pictured, editor):
    actions.ask_back(contribution=pictured.story, by=editor.user, reason="Is she asked?")
    pictured.press("pictures/", "remove", item="1")
    pictured.send()

    assert shown(draft) == []


def test_it_shows_the_picture_to_readers_once_the_story_is_published(draft, client, editor):
    draft.latest_revision.publish(user=editor.user)

    page = soup(client.get(Story.objects.get().get_absolute_url()))

    assert page.select_one("picture img, .story-picture img")["alt"] == "The bus stands in the rain."


def test_it_deletes_the_picture_with_everything_else(draft, pictured):
    pictured.press("end/", "delete")

    assert not Picture.objects.exists()


def test_it_keeps_it_for_who_may_take_a_declined_story_back(draft, pictured, editor):
    actions.decline(contribution=pictured.story, by=editor.user, reason="Not yet.")

    assert Picture.objects.count() == 1
    assert "Its first stop." in pictured.see("check/")


def test_it_leaves_the_picture_of_a_published_story(draft, pictured, editor):
    draft.latest_revision.publish(user=editor.user)

    pictured.press("end/", "delete")

    assert Picture.objects.count() == 1

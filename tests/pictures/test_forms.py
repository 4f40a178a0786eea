"""Somebody gives a picture with a story."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.models import Picture, Story
from cases.pictures.actions import discard_picture, give_pictures
from cases.pictures.forms import PictureForm
from cases.pictures.wording import alternatives, says_nothing, without_words
from tests.drawing import SVG, as_bytes, kept, photograph
from tests.factories import PictureFactory, StoryFactory, StoryPictureFactory

pytestmark = pytest.mark.django_db

TOLD = {
    "description": "A library bus stands in the rain.",
    "credit": "Ada Okafor",
    "licence": "permission",
    "licence_words": "It is mine.",
    "people": "no",
}


def form(raw=None, name="IMG_2041.jpg", **told) -> PictureForm:
    """The form as somebody sends it."""
    files = {"file": SimpleUploadedFile(name, raw if raw is not None else photograph(), "image/jpeg")}
    return PictureForm({**TOLD, **told}, files)


def test_it_keeps_a_picture_that_nobody_sees_yet(settings):
    sent = form()

    assert sent.is_valid(), sent.errors
    picture = sent.keep()
    assert (picture.credit, picture.description) == ("Ada Okafor", "A library bus stands in the rain.")
    assert picture.file_hash == picture.get_file_hash()
    assert b"Telephone" not in kept(picture)
    assert not picture.renditions.exists()


@pytest.mark.parametrize("name", ["run.exe", "bus.html", "bus", "../../bus.jpg", "ä" * 90 + ".png"])
def test_it_looks_at_the_file_and_not_at_its_name(name):
    sent = form(as_bytes(format="PNG"), name=name)

    assert sent.is_valid(), sent.errors
    assert sent.cleaned_data["file"].name.endswith(".png")
    assert "bus" not in sent.cleaned_data["file"].name


@pytest.mark.parametrize(
    ("raw", "told", "field", "said"),
    [
        (SVG, {}, "file", "an SVG drawing"),
        (b"MZ" * 400, {}, "file", "no picture that the library knows"),
        (b"", {}, "file", "The file is empty"),
        (None, {"description": ""}, "description", "Say in a sentence what is in the picture."),
        (None, {"description": "IMG_2041.jpg"}, "description", "“IMG_2041.jpg” does not say what is in the picture."),
        (None, {"credit": ""}, "credit", "Say who made the picture."),
        (None, {"licence": ""}, "licence", "Choose why the library may show the picture."),
        (None, {"licence_words": ""}, "licence_words", "Say who gave the permission"),
        (None, {"people": ""}, "people", "Say whether people can be recognised"),
        (None, {"people": "yes"}, "consent", "Say who asked the people in the picture"),
    ],
)
def test_it_says_what_is_missing(raw, told, field, said):
    sent = form(raw, **told)

    assert not sent.is_valid()
    assert said in sent.errors[field][0]


def test_it_drops_a_note_of_consent_of_nobody():
    sent = form(people="no", consent="Everybody was asked.")

    assert sent.is_valid()
    assert sent.keep().consent == ""


def test_it_gives_pictures_to_a_story():
    story, one, two = StoryFactory(), PictureFactory(), PictureFactory()

    give_pictures(story=story, pictures=[(one, "The first stop."), (two, "")])
    story.save()

    rows = Story.objects.get(pk=story.pk).pictures.all()
    assert [(row.picture, row.caption, row.section) for row in rows] == [
        (one, "The first stop.", "lead"),
        (two, "", "what_they_did"),
    ]


def test_it_gives_pictures_behind_those_that_a_story_has():
    lead = StoryPictureFactory(sort_order=0)
    there = StoryPictureFactory(story=lead.story, section="problem", sort_order=1)
    story = Story.objects.get(pk=lead.story.pk)

    give_pictures(story=story, pictures=[(PictureFactory(), "New."), (PictureFactory(), "Newer.")])
    story.save()

    rows = Story.objects.get(pk=story.pk).pictures.all()
    assert [row.caption for row in rows] == [lead.caption, there.caption, "New.", "Newer."]


def test_it_discards_a_picture_with_its_files(django_capture_on_commit_callbacks):
    picture = PictureFactory()
    small, kept = picture.get_rendition("width-200").file, picture.file
    with django_capture_on_commit_callbacks(execute=True):
        discard_picture(picture=picture)

    assert not Picture.objects.exists()
    assert not small.storage.exists(small.name)
    assert not kept.storage.exists(kept.name)


@pytest.mark.parametrize(
    "words", ["", "  ", "bus.jpg", "IMG_2041", "DSC 00012", "photo", "Picture 3", "The first stop."]
)
def test_it_finds_pictures_without_words(words):
    assert says_nothing(words, caption="The first stop.")


def test_it_names_the_pictures_of_a_story_without_words():
    row = StoryPictureFactory(picture=PictureFactory(description="IMG_2041.jpg"), caption="The first stop.")
    told = StoryPictureFactory(story=row.story, section="problem")

    assert without_words(row.story) == ["The first stop."]
    assert list(alternatives(row.story)) == [("The first stop.", ""), (told.picture.description,) * 2]

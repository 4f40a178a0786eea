"""An editor adds pictures, and puts them into stories."""

import hashlib
import json
import re

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Collection, GroupCollectionPermission

from cases.models import Picture, Story, StoryPicture
from cases.pictures.cleaning import clean
from cases.pictures.showing import figures
from tests.drawing import PAGE, SVG, as_bytes, drawing, kept, photograph
from tests.factories import PictureFactory, StoryPictureFactory

TOLD = {
    "description": "A library bus stands in the rain.",
    "credit": "Ada Okafor",
    "licence": "cc-by-4",
    "licence_words": "",
    "people": "no",
    "consent": "",
}
ADD, CHOOSER = "/desk/images/add/", "/desk/images/chooser/create/"


def file(raw=None, name="IMG_2041.jpg") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, photograph() if raw is None else raw, "image/jpeg")


def sent(**told):
    """What the screen of a picture sends."""
    return {**TOLD, "file": file(), **told}


def test_it_adds_a_picture(editor):
    answer = editor.post(ADD, sent())

    picture = Picture.objects.get()
    assert answer.url == "/desk/images/"
    assert (picture.description, picture.credit, picture.width) == (TOLD["description"], "Ada Okafor", 640)
    assert b"Telephone" not in kept(picture)
    assert picture.file_hash == hashlib.sha1(clean(photograph()).raw).hexdigest()


@pytest.mark.parametrize("raw", [SVG, PAGE, b"MZ" * 300, as_bytes()[:1500]], ids=["svg", "page", "program", "cut"])
@pytest.mark.parametrize("address", [ADD, CHOOSER])
def test_it_refuses_what_is_no_picture_and_keeps_what_was_typed(editor, address, raw):
    prefix = "image-chooser-upload-" if address == CHOOSER else ""
    told = {f"{prefix}{name}": value for name, value in sent(file=file(raw)).items()}

    shown = editor.post(address, told)
    shown = json.loads(shown.content)["htmlFragment"] if address == CHOOSER else shown.content.decode()

    assert "This is" in shown or "The file cannot be read" in shown
    assert "Ada Okafor" in shown
    assert not Picture.objects.exists()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"description": ""}, "This field is required"),
        ({"description": "IMG_2041.jpg"}, "does not say what is in the picture"),
        ({"licence": "permission"}, "Say who gave the permission"),
        ({"people": "yes"}, "Say who asked the people in the picture"),
    ],
)
def test_it_asks_for_what_is_missing(editor, told, said):
    assert said in editor.post(ADD, sent(**told)).content.decode()
    assert not Picture.objects.exists()


def test_it_adds_a_picture_while_it_chooses_one(editor):
    told = {f"image-chooser-upload-{name}": value for name, value in sent().items()}

    answer = json.loads(editor.post(CHOOSER, told).content)

    assert answer["step"] == "chosen"
    assert b"Telephone" not in kept(Picture.objects.get())


def test_it_leads_from_many_files_to_one(editor):
    answer = editor.post("/desk/images/multiple/add/", {"files[]": file()})

    assert (answer.status_code, answer.url) == (302, ADD)
    assert not Picture.objects.exists()


def test_it_replaces_a_file_and_every_size_of_it(editor, django_capture_on_commit_callbacks):
    picture = PictureFactory()
    old = picture.get_rendition("width-200").file, picture.file
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(f"/desk/images/{picture.pk}/", sent(file=file(as_bytes(drawing(300, 300)))))

    picture.refresh_from_db()
    assert (picture.width, picture.renditions.filter(filter_spec="width-200").count()) == (300, 0)
    assert [found.storage.exists(found.name) for found in old] == [False, False]


def test_it_changes_what_is_told_and_keeps_the_file(editor):
    picture = PictureFactory(consent="Everybody was asked.", credit="Somebody")
    told = {**TOLD, "people": "yes", "consent": "Everybody was asked."}

    page = editor.get(f"/desk/images/{picture.pk}/").content.decode()
    editor.post(f"/desk/images/{picture.pk}/", told)

    assert "checked" in re.search(r'<input type="radio" name="people" value="yes"[^>]*>', page)[0]
    changed = Picture.objects.get()
    assert (changed.credit, changed.consent, changed.file.name) == ("Ada Okafor", told["consent"], picture.file.name)


def test_it_shows_the_pictures_in_a_list(editor):
    picture = PictureFactory()

    assert picture.description[:40] in editor.get("/desk/images/").content.decode()
    assert (
        ">Images<" in editor.get("/desk/").content.decode() or "/desk/images/" in editor.get("/desk/").content.decode()
    )


def test_it_deletes_no_picture_that_a_story_shows(editor):
    row = StoryPictureFactory()

    editor.post(f"/desk/images/{row.picture_id}/delete/")
    editor.post(f"/desk/bulk/cases/picture/delete/?id={row.picture_id}")

    assert Picture.objects.filter(pk=row.picture_id).exists()


def test_it_puts_a_picture_into_a_story(editor, client, library, story_form):
    picture = PictureFactory()
    row = {"picture": picture.pk, "caption": "The first stop.", "section": "lead"}
    editor.post("/desk/stories/add/", {**story_form(pictures=[row]), "action-publish": "1"})

    assert StoryPicture.objects.values_list("story__slug", "caption").get() == ("the-bins", "The first stop.")
    assert "The first stop." in client.get("/stories/the-bins/").content.decode()


def test_it_keeps_a_draft_of_a_picture_from_readers(editor, client, library, story_form):
    editor.post("/desk/stories/add/", {**story_form(), "action-publish": "1"})
    story, row = (
        Story.objects.get(slug="the-bins"),
        {"picture": PictureFactory().pk, "caption": "New.", "section": "lead"},
    )
    editor.post(f"/desk/stories/edit/{story.pk}/", story_form(pictures=[row]))
    story.refresh_from_db()

    assert "New." not in client.get("/stories/the-bins/").content.decode()
    assert [figure.caption for figure in figures(story.get_latest_revision_as_object())] == ["New."]


def test_it_refuses_a_picture_twice(editor, library, story_form, messages_of):
    row = {"picture": PictureFactory().pk, "caption": "", "section": "lead"}

    answer = editor.post("/desk/stories/add/", {**story_form(pictures=[row, row]), "action-publish": "1"})

    assert "This picture is in the story already." in messages_of(answer)


def test_it_keeps_newcomers_from_adding_pictures(db):
    person, group = User.objects.create_user("newcomer"), Group.objects.create(name="Newcomers")
    person.groups.add(group)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(person)

    assert client.post(ADD, sent()).status_code == 403
    assert not Picture.objects.exists()


def test_it_lets_those_add_pictures_who_may(db):
    person, group = User.objects.create_user("editor"), Group.objects.create(name="Picture editors")
    person.groups.add(group)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    add = Permission.objects.get(codename="add_image", content_type__app_label="wagtailimages")
    GroupCollectionPermission.objects.create(group=group, collection=Collection.get_first_root_node(), permission=add)
    client = Client()
    client.force_login(person)

    client.post(ADD, sent())
    assert Picture.objects.get().uploaded_by_user == person

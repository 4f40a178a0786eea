"""Whatever is done to the library, nobody is told that the page they had still holds."""

from datetime import date

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone

from cases.choices import Answer
from cases.models import Leader, Organisation, Picture, Place, SheetImport, Source, Story
from cases.pictures.actions import give_pictures
from cases.record.merging import merge
from cases.record.releasing import release, set_records
from cases.record.retiring import bring_back, retire
from cases.record.upkeep import look_after, still_true
from cases.reviewing.recording import record
from cases.sheets.forms import UploadForm
from cases.sheets.working import work
from lessons.models import Lesson
from tests.factories import (
    LeaderFactory,
    OrganisationFactory,
    PictureFactory,
    PlaceFactory,
    ReleaseFactory,
    ReviewFactory,
    SignOffFactory,
    SourceFactory,
    StoryPictureFactory,
)
from tests.reading import words

pytestmark = pytest.mark.django_db

DAY = date(2031, 3, 5)
BUS, ASK, ANN = "/stories/bus/", "/lessons/ask/", "/leaders/ann/"


@pytest.fixture(autouse=True)
def house(bus, settings, tmp_path):
    """Files of its own; spreadsheets are worked on in this process."""
    settings.VAR_DIR, settings.SHEETS_WORK = tmp_path, "house"


def one(model):
    """The record of `bus` of that noun."""
    slugs = {Story: "bus", Leader: "ann", Organisation: "council", Place: "leeds", Source: "the-report", Lesson: "ask"}
    return model.objects.get(slug=slugs[model])


def redraft(record, **fields):
    """Save a draft of the record with other words."""
    draft = record.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    return draft.save_revision()


def check():
    """Say that the story is still true."""
    still_true(story=one(Story), note="Asked the drivers.", review_by=DAY, owner=None)


def plan_the_next_check():
    """Say by when the story is to be checked."""
    look_after(story=one(Story), review_by=DAY, owner=None)


def rename_ann():
    """Publish the leader under another slug."""
    redraft(one(Leader), slug="ann-b").publish()


def rename_the_story():
    """Publish the story under another slug."""
    redraft(one(Story), slug="night-bus").publish()


def retire_the_story():
    """Take the story back with a reason."""
    retire(record=one(Story), reason="It mixed two lines.")


def bring_the_story_back():
    """Show the story again after it was taken back."""
    bring_back(record=one(Story))


def merge_leaders():
    """Make one person of two."""
    merge(gone=one(Leader), kept=LeaderFactory(name="Ann B. Lee", slug="ann-b"))


def merge_bodies():
    """Make one body of two."""
    merge(gone=one(Organisation), kept=OrganisationFactory(name="The town council"))


def merge_places():
    """Make one place of two."""
    merge(gone=one(Place), kept=PlaceFactory(name="Leeds and Bradford"))


def merge_sources():
    """Make one publication of two."""
    merge(gone=one(Source), kept=SourceFactory(title="The whole report"))


def publish_together():
    """Publish a release in which the story is."""
    redraft(one(Story), title="The morning bus")
    found = ReleaseFactory()
    set_records(release=found, records=[one(Story)])
    release(release=found)


def import_a_sheet():
    """Publish what a spreadsheet says."""
    form = UploadForm({}, {"file": SimpleUploadedFile("stories.csv", b"Slug,Title\nbus,The morning bus\n")})
    assert form.is_valid(), form.errors
    found = form.save(User.objects.create_superuser("ada"))
    work(found)
    SheetImport.objects.filter(state="checked").update(state="confirmed", publishes=True)
    found.refresh_from_db()
    work(found)


def load_the_files():
    """Write the library to files, give the story another title and slug there, and load them."""
    folder = settings.VAR_DIR / "library"
    call_command("dump_library", folder, verbosity=0)
    file = folder / "stories" / "bus.yaml"
    told = file.read_text().replace("The night bus", "The morning bus")
    (folder / "stories" / "morning-bus.yaml").write_text(f"{told}formerly:\n- bus\n")
    file.unlink()
    call_command("load_library", folder, progress=False, verbosity=0)


def restore_the_first_version():
    """Publish a change, and then what was there before it once more."""
    first = redraft(one(Story), title="The very first bus")
    redraft(one(Story), title="The second bus").publish()
    first.publish()


def sign_off():
    """Publish a reviewed draft that a practitioner signed."""
    version = redraft(one(Story))
    review = ReviewFactory(story=one(Story))
    said = {"answer": Answer.SIGNED, "answered_at": timezone.now(), "shown_name": "Ann Ode"}
    SignOffFactory(review=review, content=version.content, **said)
    record(review=review, version=version)


def give_a_picture():
    """Publish the story with a picture."""
    draft = one(Story)
    give_pictures(story=draft, pictures=[(PictureFactory(credit="Jo Field"), "")])
    draft.save_revision().publish()


def credit_the_picture_anew():
    """Say of a picture that the story shows who made it."""
    picture = Picture.objects.get()
    picture.credit = "Kim Stone"
    picture.save()


def unpublish_the_story():
    """Take the story from readers, without a reason."""
    one(Story).unpublish()


DEEDS = [
    (check, BUS, "to be checked again by March 2031."),
    (plan_the_next_check, BUS, "To be checked by March 2031."),
    (rename_ann, BUS, 'href="/leaders/ann-b/"'),
    (rename_the_story, ASK, 'href="/stories/night-bus/"'),
    (retire_the_story, ASK, "From stories that were retired"),
    (retire_the_story, ANN, "No published story names this person yet."),
    (merge_leaders, BUS, "Ann B. Lee"),
    (merge_bodies, BUS, "The town council"),
    (merge_places, BUS, "Leeds and Bradford"),
    (merge_sources, ASK, "The whole report"),
    (publish_together, ASK, "The morning bus"),
    (import_a_sheet, ANN, "The morning bus"),
    (load_the_files, ASK, "The morning bus"),
    (restore_the_first_version, BUS, "The very first bus"),
    (sign_off, BUS, "Ann Ode"),
    (give_a_picture, BUS, "Jo Field"),
    (unpublish_the_story, ANN, "No published story names this person yet."),
]


def again(client, address, first):
    """Ask whether the page that somebody has still holds."""
    return client.get(address, headers={"If-None-Match": first["ETag"]})


@pytest.mark.parametrize(("deed", "address", "shown"), DEEDS)
def test_it_shows_what_was_done(client, django_capture_on_commit_callbacks, deed, address, shown):
    first = client.get(address)
    assert shown not in first.content.decode()
    assert again(client, address, first).status_code == 304

    with django_capture_on_commit_callbacks(execute=True):
        deed()

    now = again(client, address, first)
    assert now.status_code == 200
    assert shown in now.content.decode()


def test_it_shows_what_was_brought_back(client):
    retire_the_story()
    first = client.get(ASK)

    bring_the_story_back()

    assert "From stories that were retired" in words(first)
    assert "From stories that were retired" not in words(again(client, ASK, first))


def test_it_shows_what_was_said_anew_of_a_picture(client):
    StoryPictureFactory(story=one(Story), picture=PictureFactory(credit="Jo Field"))
    first = client.get(BUS)

    credit_the_picture_anew()

    assert "Kim Stone" in words(again(client, BUS, first))


def test_it_says_on_the_next_day_that_a_check_is_late(client, time_machine):
    time_machine.move_to("2031-03-05 12:00+00:00", tick=False)
    plan_the_next_check()
    first = client.get(BUS)
    assert "To be checked by March 2031." in words(first)

    time_machine.move_to("2031-03-06 12:00+00:00", tick=False)

    assert "It was to be checked by March 2031, and has not been yet." in words(again(client, BUS, first))

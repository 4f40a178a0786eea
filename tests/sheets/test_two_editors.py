"""Two editors import at once: who comes second sees a new preview, and nothing is lost."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from cases.models import SheetImport, Source, Story
from tests.houses import START, House
from tests.reading import words
from tests.sheets.conftest import doing, workbook

RESULT = {"Stories": [["Slug", "Result"], ["bus", "failed"]]}
TITLE = {"Stories": [["Slug", "Title"], ["bus", "The late bus"]]}
OTHER = {"Stories": [["Slug", "Result"], ["bus", "succeeded"]]}

MAKE = (
    START
    + """
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from cases.models import Citation, SheetImport, Source, Story
from cases.sheets.forms import UploadForm
from cases.sheets.working import work

user = User.objects.create_superuser("ada")
known = {"summary": "Somebody tried it.", "result": "mixed", "depth": "full", "no_place": "On the road."}
bus = Story.objects.create(slug="bus", title="The bus", **known)
Citation.objects.create(story=bus, source=Source.objects.create(slug="news", title="The news", year=1998))
for title in ("The early bus", "The late bus"):
    file = SimpleUploadedFile("stories.csv", f"Slug,Title\\nbus,{title}\\n".encode())
    form = UploadForm({}, {"file": file})
    assert form.is_valid(), form.errors
    work(form.save(user))
SheetImport.objects.filter(state="checked").update(state="confirmed", publishes=True)
"""
)

WORK = START + "import sys; from django.core.management import call_command; call_command('work_on_sheets', {0})"

TELL = (
    START
    + """
from cases.models import SheetImport, Story
from wagtail.models import Revision
states = sorted(SheetImport.objects.values_list("state", "renewed"))
print(states, Story.objects.get().title in {"The early bus", "The late bus"}, Revision.objects.count())
"""
)


@pytest.fixture
def bob(db):
    """Another editor."""
    client = Client()
    client.force_login(User.objects.create_superuser("bob", password=None))
    return client


@pytest.mark.django_db
def test_it_makes_the_preview_again_where_the_library_has_changed(editor, upload, confirm, bus):
    mine = upload(workbook(**RESULT))
    confirm(upload(workbook(**OTHER)))

    confirm(mine)

    assert (mine.state, mine.renewed, Story.objects.get().result) == ("checked", True, "succeeded")
    assert doing(mine) == [("changed", "bus", {"Result": ("succeeded", "failed")})]
    assert "The library has changed since you looked at the preview, and nothing was imported." in words(
        editor.get(f"/desk/sheets/{mine.pk}/")
    )


@pytest.mark.django_db
def test_it_imports_what_the_new_preview_shows(upload, confirm, bus):
    mine = upload(workbook(**RESULT))
    confirm(upload(workbook(**OTHER)))
    confirm(mine)

    confirm(mine)

    assert (mine.state, Story.objects.get().result) == ("done", "failed")


@pytest.mark.django_db
def test_it_keeps_what_the_other_has_changed_elsewhere_in_the_record(upload, confirm, bus):
    mine = upload(workbook(**RESULT))
    confirm(upload(workbook(**TITLE)), "drafts")

    confirm(confirm(mine))

    story = Story.objects.get()
    assert (mine.state, story.title, story.result) == ("done", "The late bus", "failed")


@pytest.mark.django_db
def test_it_refuses_what_somebody_has_made_wrong_meanwhile(upload, confirm, bus):
    mine = upload(workbook(Measures=[["Story", "Indicator", "Source"], ["bus", "Riders", "report"]]))
    Source.objects.get(slug="report").delete()

    confirm(mine)

    assert (mine.state, mine.problems) == ("checked", 1)


@pytest.mark.django_db
def test_it_imports_nothing_from_a_page_that_shows_an_older_preview(editor, upload, confirm, bus):
    mine = upload(workbook(**RESULT))

    editor.post(f"/desk/sheets/{mine.pk}/confirm/", {"how": "published", "digest": "0" * 64})

    assert (SheetImport.objects.get(pk=mine.pk).state, Story.objects.get().result) == ("checked", "mixed")


@pytest.mark.django_db
def test_it_imports_once_what_is_confirmed_twice(editor, upload, confirm, bus):
    mine = confirm(upload(workbook(**RESULT)))

    confirm(mine)

    assert (mine.state, bus.revisions.count()) == ("done", 2)


@pytest.fixture
def house_of_two(django_db_setup, django_db_blocker, tmp_path):
    """A library of its own in which two imports of the same story are confirmed."""
    with django_db_blocker.unblock():
        found = House(tmp_path)
        found.run(MAKE)
        yield found
        found.tear_down()


def test_it_lets_one_of_two_processes_write_at_a_time(house_of_two):
    processes = [house_of_two.start(WORK.format(pk)) for pk in (1, 2)]

    printed = [house_of_two.finish(process) for process in processes]

    assert printed == ["", ""]
    assert house_of_two.run(TELL) == "[('checked', True), ('done', False)] True 2"

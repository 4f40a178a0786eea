"""An import is worked on outside the request: its page says how far it is, it can be stopped, and a killed process is replaced."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import SheetImport, Story
from cases.sheets.chores import go_on
from cases.sheets.folder import Stopped, UploadFolder
from tests.reading import soup, words
from tests.sheets.conftest import work, workbook

pytestmark = pytest.mark.django_db

CHANGE = {"Stories": [["Slug", "Result"], ["bus", "failed"]]}


@pytest.fixture
def waiting(send, bus):
    """An import that nobody has begun to read."""
    send(workbook(**CHANGE))
    return SheetImport.objects.get()


@pytest.fixture
def confirmed(editor, upload, bus):
    """An import that is to be written."""
    found = upload(workbook(**CHANGE))
    editor.post(f"/desk/sheets/{found.pk}/confirm/", {"how": "published", "digest": found.digest})
    return SheetImport.objects.get()


@pytest.fixture
def page(editor):
    """The page of an import."""
    return lambda found, **headers: editor.get(f"/desk/sheets/{found.pk}/", headers=headers)


def again(found):
    """The import as it is now."""
    return SheetImport.objects.get(pk=found.pk)


def test_it_says_that_it_waits(page, waiting):
    assert "Reading and checking Waits to be read" in words(page(waiting))


def test_it_says_how_far_it_is(page, waiting):
    UploadFolder(waiting.folder).tell("comparing", 40, 40)

    bar = soup(page(waiting)).find("progress")

    assert "Comparing with the library: 40 of 40 rows" in words(page(waiting))
    assert (bar["value"], bar["max"]) == ("40", "40")


def test_its_bar_claims_nothing_where_the_end_is_not_known(page, waiting):
    UploadFolder(waiting.folder).tell("reading", 1234, 0)

    assert "Reading: 1,234 rows so far" in words(page(waiting))
    assert not soup(page(waiting)).find("progress").has_attr("value")


def test_it_asks_again_with_htmx_and_without(page, waiting):
    asked = soup(page(waiting))
    fragment = page(waiting, HX_Request="true").content.decode()

    assert asked.find(id="sheet-progress")["hx-get"] == f"/desk/sheets/{waiting.pk}/"
    assert asked.find("noscript").find("meta")["http-equiv"] == "refresh"
    assert fragment.lstrip().startswith('<div id="sheet-progress"')


def test_it_loads_the_page_anew_when_the_work_is_done(page, waiting):
    work()

    assert page(waiting, HX_Request="true")["HX-Refresh"] == "true"
    assert not soup(page(waiting)).find(id="sheet-progress")


def test_it_is_kept_by_no_cache(page, waiting):
    assert "no-store" in page(waiting)["Cache-Control"]


@pytest.mark.parametrize("import_of", ["waiting", "confirmed"])
def test_it_can_be_cancelled_before_it_is_begun(editor, page, import_of, request):
    found = request.getfixturevalue(import_of)

    editor.post(f"/desk/sheets/{found.pk}/cancel/")
    work()

    assert again(found).state == "cancelled"
    assert "The import was cancelled. Nothing was changed." in words(page(found))
    assert Story.objects.get().result == "mixed"


@pytest.mark.parametrize("import_of", ["waiting", "confirmed"])
def test_it_can_be_cancelled_while_a_process_works_on_it(editor, import_of, request):
    found = request.getfixturevalue(import_of)
    folder = UploadFolder(found.folder)

    with folder.held():
        editor.post(f"/desk/sheets/{found.pk}/cancel/")
    work()

    assert (again(found).state, Story.objects.get().result) == ("cancelled", "mixed")


def test_it_stops_where_it_is_told_to(waiting):
    folder = UploadFolder(waiting.folder)
    folder.ask_to_stop()

    with pytest.raises(Stopped):
        folder.tell("reading", 1, 0)


def test_it_writes_nothing_that_was_cancelled_elsewhere(confirmed, monkeypatch):
    # As if another machine, which has no such folder, had taken the click while this one writes.
    def tell(folder, phase, done, total):
        SheetImport.objects.filter(state="writing").update(state="cancelled")

    monkeypatch.setattr(UploadFolder, "tell", tell)
    work()

    assert (again(confirmed).state, Story.objects.get().result) == ("cancelled", "mixed")


def test_it_cannot_be_cancelled_once_it_is_done(editor, confirmed):
    work()

    editor.post(f"/desk/sheets/{confirmed.pk}/cancel/")

    assert (again(confirmed).state, Story.objects.get().result) == ("done", "failed")


@pytest.mark.parametrize(
    ("import_of", "state", "after"), [("waiting", "reading", "checked"), ("confirmed", "writing", "done")]
)
def test_it_goes_on_where_a_process_was_killed(import_of, state, after, request):
    found = request.getfixturevalue(import_of)
    SheetImport.objects.filter(pk=found.pk).update(state=state, attempts=1)

    go_on()

    assert again(found).state == after


def test_it_gives_up_after_the_third_process(page, waiting):
    SheetImport.objects.filter(pk=waiting.pk).update(state="reading", attempts=3)

    go_on()

    assert again(waiting).state == "failed"
    assert "ended three times before it was done. Try a smaller file. Nothing was changed." in words(page(waiting))


def test_it_says_that_a_fault_of_ours_changed_nothing(page, confirmed, monkeypatch):
    monkeypatch.setattr("cases.sheets.writing._publish", lambda *given: 1 / 0)

    work()

    assert (again(confirmed).state, Story.objects.get().result) == ("failed", "mixed")
    assert "Something went wrong that is no fault of the file. Nothing was changed." in words(page(confirmed))


def test_it_leaves_an_import_to_the_process_that_works_on_it(waiting):
    with UploadFolder(waiting.folder).held():
        work()

    assert again(waiting).state == "waiting"


def test_it_leaves_an_import_to_the_machine_that_has_its_file(waiting):
    UploadFolder(waiting.folder).delete()

    work()

    assert again(waiting).state == "waiting"


def test_it_starts_a_process_for_each_import(settings, monkeypatch, send, page, bus):
    settings.SHEETS_WORK = "process"
    started = []
    monkeypatch.setattr(
        "cases.sheets.starting.subprocess.Popen", lambda command, **given: started.append(command) or Quick()
    )

    send(workbook(**CHANGE))
    page(SheetImport.objects.get())
    SheetImport.objects.update(started_at=timezone.now() - timedelta(minutes=1))
    page(SheetImport.objects.get())

    assert [command[-2:] for command in started] == [["work_on_sheets", str(SheetImport.objects.get().pk)]] * 2


class Quick:
    """A process that has ended."""

    def wait(self):
        return 0

"""The index is derived and disposable: thrown away, corrupted or behind, it is whole at the next request."""

import fcntl
import random
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from cases.models import Change, Citation, Generation, Source, Story
from cases.search import changes
from cases.search.documents import NoWords, entry
from cases.search.index import IndexUnavailable, LibraryIndex, library_index
from cases.search.reading import Part, Reader, stories
from cases.search.schema import fingerprint
from tests.factories import CitationFactory, StoryFactory
from tests.reading import BROWSER, found, rows, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def bus():
    """A story that is in the index."""
    story = StoryFactory(slug="bus", title="The night bus")
    assert found() == ["bus"]
    return story


@pytest.fixture
def files(settings, bus):
    """The files of the index that hold something."""
    return sorted(path for path in Path(settings.INDEX_DIR).rglob("*") if path.is_file() and path.stat().st_size)


def forget(settings):
    """Open the index anew, as a process does that starts."""
    from cases.search import index

    index._indexes.pop(Path(settings.INDEX_DIR), None)


def test_it_comes_back_when_the_folder_is_deleted_while_the_process_runs(settings, bus):
    shutil.rmtree(settings.INDEX_DIR)

    assert found({"q": "night"}) == ["bus"]


def test_it_comes_back_when_the_folder_is_emptied_while_the_process_runs(settings, bus):
    shutil.rmtree(library_index().folder)

    assert found({"q": "night"}) == ["bus"]


def test_it_takes_changes_after_it_came_back(settings, bus):
    shutil.rmtree(settings.INDEX_DIR)
    found()

    StoryFactory(slug="tram")

    assert sorted(found()) == ["bus", "tram"]


@pytest.mark.parametrize("started", [False, True], ids=["running", "starting"])
@pytest.mark.parametrize("content", [b"", b"{}", b"not json", b"\x00" * 500], ids=["empty", "other", "text", "zeros"])
def test_it_heals_a_list_of_files_that_cannot_be_read(settings, bus, content, started):
    (library_index().folder / "meta.json").write_bytes(content)
    [forget(settings)] * started

    assert found({"q": "night"}) == ["bus"]


@pytest.mark.parametrize("keep", [0, 1, 0.5, 0.9], ids=["nothing", "a byte", "half", "most"])
def test_it_heals_files_that_were_cut_off(settings, files, keep):
    for_each(files, lambda data: data[: int(keep if keep == 1 else len(data) * keep)])
    forget(settings)

    assert rows(BROWSER.get("/stories/?q=night")) == ["The night bus"]


@pytest.mark.parametrize("seed", range(5))
def test_it_heals_files_that_were_overwritten(settings, files, seed):
    chance = random.Random(seed)
    for_each(files, lambda data: bytes(chance.randrange(256) for _ in data))
    forget(settings)

    assert rows(BROWSER.get("/stories/?q=night")) == ["The night bus"]


def for_each(files, change):
    """Write other bytes into the files."""
    for path in files:
        path.write_bytes(change(path.read_bytes()))


def test_it_heals_a_file_that_is_gone(settings, files):
    next(path for path in files if path.suffix == ".store").unlink()
    forget(settings)

    assert found({"q": "night"}) == ["bus"]


def test_it_notices_that_an_older_database_was_restored(bus):
    older = list(Generation.objects.values()), list(Change.objects.values())
    StoryFactory(slug="tram")
    found()

    Story.objects.filter(slug="tram").delete()
    Change.objects.all().delete()
    Change.objects.bulk_create(Change(**row) for row in older[1])
    Generation.objects.filter(pk=1).update(number=older[0][0]["number"], stamp=older[0][0]["stamp"])

    assert found() == ["bus"]


def test_it_notices_another_database_with_as_many_changes(bus):
    stamp = changes.new_stamp()
    Story.objects.filter(slug="bus").update(title="The day bus")
    Change.objects.all().update(stamp=stamp)
    Generation.objects.all().update(stamp=stamp)

    assert found({"q": "day"}) == ["bus"]


def test_it_does_not_write_where_nothing_has_changed(bus):
    before = (library_index().folder / "meta.json").stat().st_mtime_ns

    found({"q": "night"})

    assert (library_index().folder / "meta.json").stat().st_mtime_ns == before


def test_it_forgets_what_a_transaction_took_back(bus):
    with transaction.atomic():
        StoryFactory(slug="tram")
        transaction.set_rollback(True)

    assert found() == ["bus"]


def test_it_is_built_by_a_command(bus, capsys):
    call_command("build_index")

    assert capsys.readouterr().out.startswith("Indexed 1 stories in ")
    assert found() == ["bus"]


def test_it_tells_how_it_stands(bus, capsys):
    call_command("index_status")

    number = Generation.objects.get().number
    assert capsys.readouterr().out == f"The index holds 1 stories, at generation {number}.\n"


def test_it_marks_many_changes_at_once(bus):
    with changes.gathered():
        Story.objects.all().update(title="The day bus")
        StoryFactory(slug="tram")
    changes.mark(None)

    assert (found({"q": "day"}), len(found())) == (["bus"], 2)


def test_it_forgets_old_changes(bus, monkeypatch):
    monkeypatch.setattr(changes, "KEPT", 0)
    Generation.objects.update(number=1999)

    changes.mark([bus.pk])

    assert list(Change.objects.values_list("number", flat=True)) == [2000]
    assert found() == ["bus"]


def test_it_leaves_out_what_is_gone_before_a_story_is_read_to_its_end(bus):
    CitationFactory(story=bus)
    [story] = stories([bus.pk])
    gone = Part("citations", Citation, refers={"source": Source.objects.none})

    Reader().attach(gone, {bus.pk: story}, {"in": [bus.pk]})

    assert entry(story, NoWords()).values["source"] == []


@pytest.fixture
def somebody_writing(settings, bus, monkeypatch):
    """Another process holds the lock on writing, and does not let go."""
    monkeypatch.setattr("cases.search.index.PATIENCE", 0.05)
    with (Path(settings.INDEX_DIR) / f"{fingerprint()}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def test_it_answers_from_what_it_has_while_another_process_writes(somebody_writing, caplog):
    StoryFactory(slug="tram")

    assert found() == ["bus"]
    assert "The index is at generation" in caplog.text


def test_it_says_that_the_library_is_being_put_in_order(client, monkeypatch):
    monkeypatch.setattr(LibraryIndex, "snapshot", raising(IndexUnavailable("Another process is building the index.")))

    response = client.get("/stories/")

    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert "The library is being put in order" in words(response)


@pytest.mark.parametrize("address", ["/", "/stories.json?q=bus", "/stories.csv", "/stories.atom", "/stories/bus/"])
def test_it_says_so_on_every_page_that_needs_the_index(client, bus, monkeypatch, address):
    monkeypatch.setattr(LibraryIndex, "snapshot", raising(IndexUnavailable("Another process is building the index.")))

    assert client.get(address).status_code == 503


def raising(error):
    """A method that raises the error."""

    def method(self):
        raise error

    return method

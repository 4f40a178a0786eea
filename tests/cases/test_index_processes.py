"""The index between processes and threads: what one publishes every other finds, within a second."""

import shutil
import time

import pytest

from tests.houses import ANSWER, START, House, ask

PUBLISH = (
    START
    + """
from cases.models import Story
Story.objects.create(slug="{0}", title="The {0}", summary="Somebody tried it.", result="failed", depth="full")
"""
)

TAKE_BACK = START + "from cases.models import Story; Story.objects.get(slug='bus').unpublish()"

COLLECT = (
    START
    + """
from cases.models import Collection, Story
wheels = Collection.objects.create(slug="wheels", title="Wheels", summary="What.", introduction="Why.", curator="Ada")
wheels.collected.create(story=Story.objects.get(slug="bus"), note="It rolls.")
wheels.save()
"""
)

LOAD = START + "from django.core.management import call_command; call_command('load_library', '{0}', progress=False)"

COUNT_COLLECTED = (
    START + "from cases.models import Collection as A, CollectedStory as B; print(A.objects.count(), B.objects.count())"
)

WHEELS = """\
title: Wheels
summary: What moved.
curator: Ada
introduction: Why they stand together.
stories:
- story: bus
  note: It rolls.
"""

BUILD = START + "from cases.search.index import library_index; print(library_index().rebuild())"

SEARCH_WHILE_WRITING = (
    START
    + """
from threading import Event, Thread
from django.http import QueryDict
from cases.finder import Finder
from cases.models import Story

Story.objects.create(slug="bus", title="The bus", summary="Somebody tried it.", result="failed", depth="full")
stop, seen, wrong = Event(), set(), []

def search():
    try:
        while not stop.is_set():
            seen.add(Finder(QueryDict("q=tried")).total)
    except Exception as error:
        wrong.append(repr(error))

readers = [Thread(target=search) for _ in range(2)]
for reader in readers:
    reader.start()
for n in range(15):
    fields = {"title": "A bus", "summary": "Somebody tried it.", "result": "failed", "depth": "full"}
    Story.objects.create(slug=f"bus-{n}", **fields)
stop.set()
for reader in readers:
    reader.join()
print(wrong, min(seen) >= 1, Finder(QueryDict("q=tried")).total)
"""
)

COUNT = START + "from cases.models import Generation, Story; print(Generation.objects.count(), Story.objects.count())"


@pytest.fixture(scope="module")
def empty_house(django_db_setup, django_db_blocker, tmp_path_factory):
    """A library of its own with its tables and nothing in them."""
    with django_db_blocker.unblock():
        house = House(tmp_path_factory.mktemp("empty"))
        yield house
        house.tear_down()


@pytest.fixture
def house(empty_house, django_db_blocker, tmp_path):
    """A copy of the empty library, for one test."""
    house = House(tmp_path, like=empty_house)
    yield house
    house.tear_down()


@pytest.fixture
def reader(house):
    """A process that answers how many stories it finds; it has looked once."""
    process = house.start(ANSWER)
    assert ask(process, "/stories.json") == 0
    yield process
    process.stdin.close()
    process.wait(timeout=30)
    process.stdout.close()
    process.stderr.close()


def test_it_finds_within_a_second_what_another_process_published(house, reader):
    house.run(PUBLISH.format("bus"))
    started = time.monotonic()

    assert ask(reader, "/stories.json?q=bus") == 1
    assert time.monotonic() - started < 1


def test_it_finds_within_a_second_what_another_process_put_into_a_collection(house, reader):
    house.run(PUBLISH.format("bus"))
    assert ask(reader, "/stories.json?collection=wheels&q=bus") == 1
    house.run(PUBLISH.format("tram"))

    house.run(COLLECT)
    started = time.monotonic()

    assert ask(reader, "/stories.json?collection=wheels") == 1
    assert time.monotonic() - started < 1


def test_it_loads_a_collection_once_where_three_processes_load_it_at_once(house, reader, tmp_path):
    house.run(PUBLISH.format("bus"))
    folder = tmp_path / "library" / "collections"
    folder.mkdir(parents=True)
    (folder / "wheels.yaml").write_text(WHEELS)

    loads = [house.start(LOAD.format(folder.parent)) for _ in range(3)]
    [house.finish(load) for load in loads]

    assert house.run(COUNT_COLLECTED) == "1 1"
    assert ask(reader, "/stories.json?collection=wheels") == 1


def test_it_no_longer_finds_what_another_process_took_back(house, reader):
    house.run(PUBLISH.format("bus"))
    assert ask(reader, "/stories.json") == 1

    house.run(TAKE_BACK)

    assert ask(reader, "/stories.json") == 0


def test_it_goes_on_where_another_process_built_the_index_anew(house, reader):
    house.run(PUBLISH.format("bus"))

    assert house.run(BUILD) == "1"
    assert ask(reader, "/stories.json?q=bus") == 1


def test_it_is_whole_where_the_folder_is_deleted_under_two_processes(house, reader, tmp_path):
    house.run(PUBLISH.format("bus"))
    shutil.rmtree(tmp_path / "index")

    house.run(PUBLISH.format("tram"))

    assert ask(reader, "/stories.json?q=tried") == 2


def test_it_loses_nothing_where_three_processes_write_at_once(house, reader):
    writers = [house.start(PUBLISH.format(slug)) for slug in ("bus", "tram", "boat")]

    [house.finish(writer) for writer in writers]

    assert ask(reader, "/stories.json?q=tried") == 3
    assert house.run(COUNT) == "1 3"


def test_it_is_searched_from_two_threads_while_another_writes(house):
    assert house.run(SEARCH_WHILE_WRITING) == "[] True 16"

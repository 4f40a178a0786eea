"""The sets of stories say what the engine says, whichever of the two counts, and stay right when stories change."""

import random

import pytest
from django.http import QueryDict

from cases import matching
from cases.facets import FACETS
from cases.finder import Finder
from cases.models import Story
from cases.search import counts, writing
from cases.search.index import LibraryIndex, library_index
from cases.search.sets import Stories, bits_of
from cases.search.sets_file import file_of, read_sets, write_sets
from tests.factories import StoryFactory
from tests.reading import found

KEYS = [facet.key for facet in FACETS]
STATES = [
    "",
    "policy=policy-1",
    "q=recycling",
    "q=recycling&result=failed&result=mixed",
    "q=-recycling",
    'q="the breakfast club"',
    "depth=full&level=systemic",
    "place=town-0&measure=outcome",
    "lesson=lesson-1&tag=tag-1&q=residents",
    "leader=leader-1",
]


@pytest.fixture
def engine_counts(monkeypatch):
    """The engine counts every facet."""
    monkeypatch.setattr(counts, "FEW", 0)
    monkeypatch.setattr(matching, "SHORT", -1)


@pytest.fixture
def sets_count(monkeypatch):
    """The sets count every facet."""
    monkeypatch.setattr(counts, "FEW", 10**9)


def told(state, key):
    """The counts of the facet, and its first values, in the state."""
    finder = Finder(QueryDict(state))
    facet = next(facet for facet in FACETS if facet.key == key)
    counted = finder.counted(key)
    return counted.as_dict(), counted.first(9, facet.show), bool(counted), finder.total


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("key", KEYS)
def test_it_counts_from_sets_as_the_engine_does(shelf, state, key, monkeypatch):
    monkeypatch.setattr(counts, "FEW", 10**9)
    by_sets = told(state, key)
    monkeypatch.setattr(counts, "FEW", 0)
    monkeypatch.setattr(matching, "SHORT", -1)

    assert told(state, key) == by_sets


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("key", KEYS)
def test_it_finds_the_first_values_without_counting_all(shelf, state, key, monkeypatch):
    whole = told(state, key)[1]
    monkeypatch.setattr(counts, "SHORT", 0)
    monkeypatch.setattr(counts, "FEW", 10**9)

    assert told(state, key)[1] == whole


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("key", KEYS)
def test_it_finds_the_first_values_where_the_engine_tells_some(shelf, state, key, engine_counts, monkeypatch):
    whole = told(state, key)[1]
    monkeypatch.setattr(matching, "LEADING", 3)
    monkeypatch.setattr(matching, "MANY", 2)
    monkeypatch.setattr(matching, "STANDING_OUT", -1)

    assert told(state, key)[1][:2] == whole[:2]


@pytest.mark.parametrize("state", STATES)
def test_it_finds_as_many_stories_as_the_engine(shelf, state):
    finder = Finder(QueryDict(state))

    assert finder.total == finder.snapshot.searcher.search(finder._query(), 1, count=True).count


def sets_of(folder):
    """The sets of the index in the folder, read anew: by facet and value, the label and the stories."""
    snapshot = LibraryIndex(folder).snapshot()
    slugs = {}
    for card in Finder(QueryDict(), snapshot).cards():
        slugs |= {
            (key, value): {*slugs.get((key, value), ()), card["slug"]}
            for key in KEYS
            for value, _ in card["values"][key]
        }
    held = {
        (key, value): (found.label, found.total) for key in KEYS for value, found in snapshot.sets.facets[key].items()
    }
    assert {name: total for name, (_label, total) in held.items()} == {
        name: len(found) for name, found in slugs.items()
    }
    return held


@pytest.mark.django_db
def test_it_keeps_its_sets_right_through_changes(settings):
    stories = StoryFactory.create_batch(6, tags=["old"])
    found()
    stories[0].delete()
    stories[1].tags.set(["new"])
    stories[1].save()
    stories[2].unpublish()
    StoryFactory(tags=["new"])

    snapshot = library_index().snapshot()
    now = {value: held.total for value, held in snapshot.sets.facets["tag"].items()}

    assert now == {"old": 3, "new": 2}
    assert sets_of(settings.INDEX_DIR).items() >= {("tag", "old"): ("old", 3), ("tag", "new"): ("new", 2)}.items()


@pytest.mark.django_db
def test_it_writes_its_sets_anew_after_many_changes(settings, monkeypatch):
    monkeypatch.setattr(writing, "RENEWED", 2)
    stories = StoryFactory.create_batch(5, tags=["old"])
    found()
    files = {path.name for path in library_index().folder.glob("sets-*")}
    for_each(stories, lambda story: (setattr(story, "title", f"New {story.pk}"), story.save(), found()))

    now = library_index().snapshot().mark

    assert (len(now.since) <= 3, now.sets in str(files)) == (True, False)
    assert sets_of(settings.INDEX_DIR)["tag", "old"] == ("old", 5)
    assert len(list(library_index().folder.glob("sets-*"))) <= 2


def for_each(stories, change):
    """Change the stories one after the other."""
    return [change(story) for story in stories]


@pytest.mark.django_db
@pytest.mark.parametrize("spoilt", [b"", b"x" * 400, None], ids=["empty", "other", "gone"])
def test_it_heals_sets_that_cannot_be_read(settings, spoilt):
    StoryFactory(slug="bus", title="The night bus")
    found()
    index = library_index()
    file = file_of(index.folder, index.snapshot().mark.sets)
    file.unlink() if spoilt is None else file.write_bytes(spoilt)

    assert LibraryIndex(settings.INDEX_DIR).snapshot().size == 1
    assert Story.objects.count() == len(found({"q": "night"}))


def test_it_reads_the_sets_that_it_has_written(shelf, tmp_path):
    sets = library_index().snapshot().sets

    write_sets(tmp_path / "sets.bin", sets)
    read = read_sets(tmp_path / "sets.bin")

    assert (read.everyone, read.places, read.labels) == (sets.everyone, sets.places, sets.labels)
    assert read.facets == sets.facets


def test_it_refuses_sets_in_which_a_byte_is_wrong(shelf, tmp_path):
    file = tmp_path / "sets.bin"
    write_sets(file, library_index().snapshot().sets)
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)

    with pytest.raises(OSError, match="does not hold what was written"):
        read_sets(file)


@pytest.mark.parametrize("seed", range(5))
def test_it_counts_places_as_python_does(seed):
    chance = random.Random(seed)
    one, other = ({chance.randrange(3000) for _ in range(chance.randrange(1, 900))} for _ in range(2))

    stories = Stories(bits_of(one), 3000)

    assert (stories.count, stories.among(other)) == (len(one), len(one & other))

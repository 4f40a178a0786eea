"""What a kill leaves behind, made on purpose: an index that is half written, or gone."""

import json
import logging
import shutil
from pathlib import Path

import pytest
from django.conf import settings

from cases.search.changes import current
from cases.search.index import LibraryIndex
from tests.factories import StoryFactory
from tests.reading import found

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    """A story of three, indexed as it is."""
    story = StoryFactory(slug="bus", title="Oldtitle")
    StoryFactory.create_batch(2)
    found({})
    return story


def folder() -> Path:
    """Where the index lies."""
    return next(path for path in settings.INDEX_DIR.iterdir() if path.is_dir())


def test_it_writes_over_what_a_killed_process_has_half_written(story, caplog, tmp_path):
    # The list of files that are there is written before they are: it would know of the new ones.
    before = shutil.copytree(folder(), tmp_path / "before", ignore=shutil.ignore_patterns(".managed.json"))
    story.save()
    found({})
    # As if the process had been killed when all was written but the list of what counts: only behind that do old parts go.
    shutil.copytree(before, folder(), dirs_exist_ok=True)

    with caplog.at_level(logging.WARNING):
        snapshot = LibraryIndex(settings.INDEX_DIR).snapshot()

    assert (snapshot.generation, snapshot.searcher.num_docs, caplog.messages) == (current(), 4, [])


def test_it_holds_every_story_when_the_folder_goes_while_it_is_written(story, monkeypatch):
    opened = LibraryIndex._opened_to_write

    def opened_late(index):
        shutil.rmtree(folder(), ignore_errors=True)
        return opened(index)

    story.title = "Newtitle"
    story.save()
    monkeypatch.setattr(LibraryIndex, "_opened_to_write", opened_late)

    assert (found({"q": "Newtitle"}), len(found({}))) == (["bus"], 3)


def test_it_is_built_anew_where_its_list_of_parts_is_spoilt(story):
    (folder() / "meta.json").write_text(json.dumps({"segments": "gone"}))

    assert len(found({})) == 3

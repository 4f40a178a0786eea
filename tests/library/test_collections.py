"""Collections as files."""

import pytest

from cases.models import Collection
from tests.reading import found

COLLECTION = """\
title: On wheels
summary: What moved.
curator: Ada Okafor
introduction: |
  Look closely.
stories:
- story: little
  note: It is small.
published: 2026-11-22
updated: 2026-11-22
"""


@pytest.fixture
def wheels(small):
    """The file of a collection that holds the small story."""
    (small / "collections").mkdir()
    file = small / "collections" / "wheels.yaml"
    file.write_text(COLLECTION)
    return file


def test_it_loads_a_collection_and_finds_its_stories(load, small, wheels):
    load(small)

    assert Collection.objects.get().notes == {"little": "It is small."}
    assert found({"collection": "wheels"}) == ["little"]


def test_it_finds_stories_under_a_collection_that_comes_later(load, small, wheels):
    wheels.rename(small / "later")
    (small / "later").rename(small.parent / "later.yaml")
    load(small)
    assert found() == ["little"]

    (small.parent / "later.yaml").rename(wheels)
    load(small)

    assert found({"collection": "wheels"}) == ["little"]


def test_it_finds_no_story_that_a_new_file_leaves_out(load, small, wheels, story):
    (small / "stories" / "other.yaml").write_text(story.read_text())
    load(small)

    wheels.write_text(COLLECTION.replace("story: little", "story: other"))
    load(small)

    assert found({"collection": "wheels"}) == ["other"]


def test_it_gives_back_the_same_file(load, dump, small, wheels, tmp_path):
    load(small)

    assert dump(tmp_path / "out")["collections/wheels.yaml"] == COLLECTION.encode()


def test_it_leaves_out_a_story_that_is_hidden(load, dump, small, wheels, tmp_path):
    load(small)
    Collection.objects.get().collected.get().story.unpublish()

    assert b"little" not in dump(tmp_path / "out")["collections/wheels.yaml"]


def test_it_changes_nothing_the_second_time(load, small, wheels):
    load(small)

    assert "Nothing changes" in load(small)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("story: little", "story: litle", "7: stories[1].story: there is no story “litle”; did you mean “little”?"),
        ("  note: It is small.\n", "", "7: stories[1]: The key “note” is missing."),
        (
            "published",
            "- story: little\n  note: Again.\npublished",
            "9: stories[2]: story “little” stands here already",
        ),
        ("curator: Ada Okafor\n", "", "1: The key “curator” is missing."),
        ("Look closely.", "<b>Look</b>", "5: introduction: HTML such as “</b>” is refused."),
    ],
)
def test_it_says_what_is_wrong_by_file_line_and_field(refusals, small, wheels, old, new, said):
    text = COLLECTION.replace(old, new, 1)
    wheels.write_text(text)

    assert any(f"collections/wheels.yaml:{said}" in line for line in refusals(small)), refusals(small)

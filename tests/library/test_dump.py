"""An operator writes the library into a folder, and loads it again."""

import pytest
from django.core.management import CommandError, call_command

from cases.models import Adaptation, Collection, Leader, Place, Role, Story
from lessons.models import Lesson

NASTY = [
    "no",
    "1.0",
    " leading",
    "- dash",
    "# hash",
    "! bang",
    "a: b",
    'it\'s "so"',
    "🏛 \u2028x",
    "x" * 70,
    "~",
    "25",
]


def test_it_writes_the_same_bytes_again(load, dump, whole, tmp_path):
    load(whole)
    first = dump(tmp_path / "first")

    assert dump(tmp_path / "second") == first
    assert len(first) == len(list(whole.rglob("*.yaml")))


def test_it_gives_back_the_same_library(load, dump, whole, tmp_path):
    load(whole)
    first = dump(tmp_path / "first")
    Collection.objects.all().delete()
    Adaptation.objects.all().delete()
    Story.objects.update(part_of=None)
    Story.objects.all().delete()

    load(tmp_path / "first")

    assert dump(tmp_path / "second") == first


def test_it_changes_nothing_when_the_dump_is_loaded(load, dump, whole, tmp_path):
    load(whole)
    dump(tmp_path / "first")

    assert "Nothing changes" in load(tmp_path / "first")


def test_it_writes_lists_in_the_order_of_slugs(load, dump, whole, tmp_path):
    load(whole)

    slugs = [line for line in dump(tmp_path / "out")["policy-areas.yaml"].decode().splitlines() if "slug" in line]

    assert slugs == sorted(slugs)


def test_it_touches_only_files_that_differ(load, dump, small, tmp_path):
    load(small)
    dump(tmp_path / "out")
    file = tmp_path / "out" / "places.yaml"
    before = file.stat().st_mtime_ns
    Leader.objects.filter(slug="mel-usher").update(name="Melvyn Usher")

    dump(tmp_path / "out")

    assert file.stat().st_mtime_ns == before
    assert "Melvyn Usher" in (tmp_path / "out" / "leaders.yaml").read_text()


@pytest.mark.parametrize("text", NASTY)
def test_it_keeps_every_text_of_the_database(load, dump, small, tmp_path, text):
    load(small)
    Story.objects.update(title=text, summary=text, problem=f"so {text}\n\nmore")
    dump(tmp_path / "out")
    Story.objects.update(title="x", summary="x", problem="x")

    load(tmp_path / "out")

    assert Story.objects.values_list("title", "summary", "problem").get() == (
        text,
        text,
        f"so {text}\n\nmore",
    )


def test_it_takes_the_line_ends_of_the_desk_for_the_same(load, dump, small, tmp_path):
    load(small)
    Story.objects.update(problem="one\r\n\r\ntwo \r\n", title="A title ")

    written = dump(tmp_path / "out")["stories/little.yaml"].decode()

    assert "problem: |\n  one\n\n  two\n" in written
    assert "Nothing changes" in load(tmp_path / "out")


def test_it_removes_nothing_unless_asked_to_prune(load, dump, small, tmp_path):
    load(small)
    dump(tmp_path / "out")
    Story.objects.all().delete()

    assert "stories/little.yaml" in dump(tmp_path / "out")
    assert "stories/little.yaml" not in dump(tmp_path / "out", prune=True)


def test_it_prunes_only_files_of_the_library(load, dump, small, tmp_path):
    load(small)
    dump(tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine")

    dump(tmp_path / "out", prune=True)

    assert (tmp_path / "out" / "notes.txt").exists()


def test_it_writes_only_what_is_published(load, dump, small, tmp_path):
    load(small)
    Story.objects.create(slug="draft", title="Draft", summary="x", result="mixed", depth="full", live=False)

    assert "stories/draft.yaml" not in dump(tmp_path / "out")


def test_it_leaves_out_what_refers_to_a_hidden_record_and_says_so(load, small, tmp_path, capsys):
    load(small)
    Role.objects.create(story=Story.objects.get(), leader=Leader.objects.first(), realm="political", part="led")
    hidden = Leader.objects.first().slug
    Leader.objects.filter(slug=hidden).update(live=False)
    Lesson.objects.update(live=False)

    call_command("dump_library", tmp_path / "out")

    written = (tmp_path / "out" / "stories" / "little.yaml").read_text()
    assert "roles" not in written
    assert "evidence" not in written
    assert f"The leader “{hidden}” is not published; what refers to it was left out." in capsys.readouterr().err


def test_it_refuses_a_path_that_is_a_file(db, tmp_path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(CommandError, match=r"is a file\. Give a folder"):
        call_command("dump_library", tmp_path / "file")


def test_it_needs_no_more_queries_for_more_stories(load, dump, small, story, tmp_path, django_assert_max_num_queries):
    (small / "stories" / "second.yaml").write_text(story.read_text())
    load(small)

    with django_assert_max_num_queries(60):
        dump(tmp_path / "out")

    assert Place.objects.exists()

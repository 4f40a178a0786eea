"""A folder holds what nobody should load: it is refused with the file, the line and what would be right."""

import os

import pytest

from cases.models import Place

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("raw", "line", "said"),
    [
        (
            b"title: A\nsummary: caf\xe9\n",
            2,
            "The byte 0xE9 (byte 22 of the file) is not UTF-8. Save the file as UTF-8.",
        ),
        (b"\xff\xfet\x00i\x00", 1, "is not UTF-8"),
        (b"\x7fELF\x02\x01\x00\x00", 1, "control character U+007F"),
        (b"title: A\nsummary: \x00\n", 2, "The control character U+0000 does not belong in a text file."),
        (b"", 1, "The file is empty. Write the record, or delete the file."),
        (b"# nothing\n", 1, "The file is empty."),
        (b"title: 'A\n", 2, "This is not YAML"),
        (b"title: A\n---\ntitle: B\n", 2, "A second document begins here."),
        (b"- title: A\n", 1, "This is a list. Write keys with values"),
        (b"just text\n", 1, "“just text” is a text. Write keys with values"),
        (b"? [a]\n: b\n", 1, "A key must be a word"),
        (b"a: " + b"[" * 50_000, 1, "nested more than 12 deep"),
        (b"title: " + b"9" * 9_000, 1, "The text has 9000 characters; 70 are allowed."),
    ],
)
def test_it_refuses_a_file_that_is_not_the_yaml_we_read(refusals, story, small, raw, line, said):
    story.write_bytes(raw)

    assert [
        problem
        for problem in refusals(small)
        if problem.startswith(f"stories/little.yaml:{line}: ") and said in problem
    ]


def test_it_refuses_anchors_and_aliases(refusals, story, small):
    story.write_text(BOMB)

    said = refusals(small)

    assert "stories/little.yaml:1: a: The anchor “&a” is refused. Write the value out wherever it is needed." in said
    assert "stories/little.yaml:2: b[1]: The alias “*a” is refused. Write the value out." in said


def test_it_refuses_tags(refusals, story, small):
    story.write_text(story.read_text().replace("mixed", "!!python/object:os.system mixed"))

    assert "The tag “tag:yaml.org,2002:python/object:os.system” is refused." in "\n".join(refusals(small))


def test_it_refuses_a_key_that_stands_twice(refusals, story, small):
    story.write_text(f"{story.read_text()}title: Another\n")

    assert refusals(small)[0] == (
        "stories/little.yaml:14: title: The key stands here already (line 1). Keep one of the two."
    )


def test_it_refuses_fifty_megabytes_without_reading_them(refusals, story, small):
    with story.open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    assert refusals(small)[-1].startswith("stories/little.yaml:1: The file has 50.0 MB; 2 MB are allowed.")


def test_it_refuses_a_folder_that_is_too_large(refusals, story, small, monkeypatch):
    monkeypatch.setattr("cases.library.folder.LARGEST_FOLDER", 1_000)

    assert "MB are allowed. Split the library." in refusals(small)[0]


def test_it_refuses_a_link_out_of_the_folder(refusals, story, small, tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text("title: secret\n")
    story.unlink()
    story.symlink_to(secret)

    said = "\n".join(refusals(small))

    assert "stories/little.yaml:1: This is a link that leads out of the folder, or nowhere." in said
    assert "title" not in said


def test_it_refuses_a_folder_that_is_a_link_out(refusals, small, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (small / "frameworks").symlink_to(tmp_path / "elsewhere")

    assert "frameworks:1: This is a link that leads out of the folder" in refusals(small)[0]


def test_it_takes_a_link_within_the_folder(load, story, small):
    (small / "stories" / "second.yaml").symlink_to(story)

    assert "stories: 2 added" in load(small)


def test_it_refuses_a_pipe(refusals, story, small):
    story.unlink()
    os.mkfifo(story)

    assert "stories/little.yaml:1: This is not a file." in "\n".join(refusals(small))


def test_it_names_files_that_it_does_not_know(refusals, small):
    (small / "notes.txt").write_text("x")
    (small / "stories" / "Not a slug.yaml").write_text("x")
    (small / "stories" / "b\x1b[31m.yaml").write_text("x")
    (small / "stories" / "c.yml").write_text("x")
    (small / ".hidden").write_text("x")

    said = refusals(small)

    assert [problem.partition(":")[0] for problem in said] == [
        "notes.txt",
        "stories/Not a slug.yaml",
        "stories/b\\x1b[31m.yaml",
        "stories/c.yml",
    ]


def test_it_refuses_a_folder_without_a_library(refusals, tmp_path):
    (tmp_path / "empty").mkdir()

    assert "The folder holds no file of the library. It may hold: " in refusals(tmp_path / "empty")[0]


@pytest.mark.parametrize("name", ["nothing", "file.yaml"])
def test_it_refuses_a_path_that_is_no_folder(db, tmp_path, name):
    from django.core.management import CommandError, call_command

    (tmp_path / "file.yaml").write_text("x")

    with pytest.raises(CommandError, match="is not a folder"):
        call_command("load_library", tmp_path / name)


def test_it_loads_nothing_where_anything_is_wrong(refusals, story, small):
    story.write_text(story.read_text().replace("- kirklees", "- kirkles"))

    refusals(small)

    assert not Place.objects.exists()

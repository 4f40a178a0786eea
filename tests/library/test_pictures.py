"""An operator loads stories with pictures from a folder, and writes them back."""

import pytest

from cases.models import Picture, Story, StoryPicture
from cases.pictures.cleaning import clean
from tests.drawing import PAGE, PROGRAM, SVG, as_bytes, bomb, drawing, kept, moving, photograph
from tests.factories import PictureFactory, StoryPictureFactory

PICTURES = """\
pictures:
- file: bus.jpg
  alt: A library bus stands in the rain.
  credit: Ada Okafor
  licence: permission
  licence_words: Given by Ada Okafor in 2024.
  consent: Everybody in it was asked by the driver.
  caption: The first stop.
  section: lead
- file: chart.png
  alt: Two bars, the second twice as high as the first.
  credit: Upper Valley Council
  licence: ogl-3
  section: problem
"""


@pytest.fixture
def pictured(small, story):
    """The folder, with two pictures in its story."""
    story.write_text(story.read_text() + PICTURES)
    (small / "pictures").mkdir()
    (small / "pictures/bus.jpg").write_bytes(photograph())
    (small / "pictures/chart.png").write_bytes(as_bytes(drawing(), "PNG"))
    return small


def files(folder) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*.*"))}


def test_it_loads_pictures_and_what_is_told_of_them(load, pictured):
    load(pictured)

    lead = StoryPicture.objects.select_related("picture").get(section="lead")
    assert (lead.picture.slug, lead.picture.credit, lead.caption) == ("bus", "Ada Okafor", "The first stop.")
    assert lead.picture.consent == "Everybody in it was asked by the driver."
    assert lead.picture.description == lead.picture.title == "A library bus stands in the rain."


def test_it_cleans_what_it_loads(load, pictured):
    load(pictured)

    assert kept(Picture.objects.get(slug="bus")) == clean(photograph()).raw
    assert b"Telephone" not in kept(Picture.objects.get(slug="bus"))


def test_it_changes_nothing_when_it_loads_twice(load, pictured):
    load(pictured)
    before = list(Picture.objects.values())

    assert "Nothing changes" in load(pictured)
    assert list(Picture.objects.values()) == before


def test_it_writes_the_same_files_again(load, dump, pictured, tmp_path):
    load(pictured)
    dump(tmp_path / "first")
    load(tmp_path / "first")
    dump(tmp_path / "second")

    assert files(tmp_path / "first") == files(tmp_path / "second")
    assert {"pictures/bus.jpg", "pictures/chart.png"} < set(files(tmp_path / "first"))
    assert "Nothing changes" in load(tmp_path / "first")


def test_it_brings_pictures_into_an_empty_library(load, dump, pictured, tmp_path):
    load(pictured)
    dump(tmp_path / "first")
    Story.objects.all().delete()
    Picture.objects.all().delete()

    load(tmp_path / "first")
    dump(tmp_path / "second")

    assert files(tmp_path / "first") == files(tmp_path / "second")


@pytest.mark.parametrize(
    ("old", "new"), [("Ada Okafor\n", "Ada O.\n"), ("in the rain", "in the sun"), ("first stop", "last")]
)
def test_it_changes_what_is_told_of_a_picture(load, dump, pictured, story, tmp_path, old, new):
    load(pictured)
    story.write_text(story.read_text().replace(old, new))

    assert "1 changed (little)" in load(pictured)
    assert new.strip() in dump(tmp_path / "out")["stories/little.yaml"].decode()


def test_it_replaces_the_file_of_a_picture(load, pictured):
    load(pictured)
    picture = Picture.objects.get(slug="bus")
    picture.get_rendition("width-400")
    (pictured / "pictures/bus.jpg").write_bytes(as_bytes(drawing(800, 400)))

    assert "1 changed (little)" in load(pictured)
    picture.refresh_from_db()
    assert (picture.width, picture.height, picture.renditions.count()) == (800, 400, 0)


def test_it_keeps_a_picture_that_is_there_and_not_in_the_folder(load, pictured):
    load(pictured)
    (pictured / "pictures/bus.jpg").unlink()

    assert "Nothing changes" in load(pictured)


def test_it_writes_pictures_of_the_desk(dump, tmp_path):
    row = StoryPictureFactory(picture=PictureFactory(slug="walk"))

    text = dump(tmp_path)[f"stories/{row.story.slug}.yaml"].decode()

    assert "- file: walk.jpg\n" in text
    assert (tmp_path / "pictures/walk.jpg").read_bytes() == kept(row.picture)


def test_it_deletes_files_that_no_story_shows(load, dump, pictured):
    load(pictured)
    (pictured / "pictures/old.jpg").write_bytes(as_bytes())

    assert "No story shows pictures/old.jpg; it was passed over." in load(pictured)
    dump(pictured, prune=True)
    assert sorted(file.name for file in (pictured / "pictures").iterdir()) == ["bus.jpg", "chart.png"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "The file is empty"),
        (PAGE, "no picture that the library knows"),
        (PROGRAM, "no picture that the library knows"),
        (SVG, "an SVG drawing, which can hold scripts"),
        (as_bytes()[:900], "damaged or cut off"),
        (bomb(), "million pixels"),
        (moving(), "hold still"),
    ],
    ids=["empty", "page", "program", "svg", "cut", "bomb", "moving"],
)
def test_it_refuses_a_hostile_file_with_the_line(refusals, pictured, raw, said):
    (pictured / "pictures/bus.jpg").write_bytes(raw)

    (line,) = [line for line in refusals(pictured) if "pictures" in line]

    assert line.startswith("stories/little.yaml:15: pictures[1].file: pictures/bus.jpg: ")
    assert said in line
    assert not Picture.objects.exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("file: bus.jpg", "file: ../bus.jpg", "pictures[1].file: “../bus.jpg” is not the name of a picture's file"),
        ("file: bus.jpg", "file: bus.svg", "pictures[1].file: “bus.svg” is not the name of a picture's file"),
        ("file: bus.jpg", "file: buss.jpg", "There is no file pictures/buss.jpg; did you mean “bus.jpg”?"),
        ("file: chart.png", "file: bus.jpg", "file “bus.jpg” stands here already, in pictures[1]"),
        ("  alt: A library bus stands in the rain.\n", "", "alt"),
        ("  credit: Ada Okafor\n", "", "credit"),
        ("licence: ogl-3", "licence: mine", "“mine” is not one of"),
        ("  licence_words: Given by Ada Okafor in 2024.\n", "", "Say who gave the permission"),
        ("section: problem", "section: lead", "One picture leads: pictures[1] does"),
        ("section: problem", "section: end", "“end” is not one of"),
    ],
)
def test_it_refuses_what_is_told_wrongly(refusals, pictured, story, old, new, said):
    story.write_text(story.read_text().replace(old, new, 1))

    assert said in "\n".join(refusals(pictured))


def test_it_refuses_two_stories_that_tell_a_picture_differently(refusals, pictured, story):
    other = story.read_text().replace("Ada Okafor\n", "Somebody else\n")
    (pictured / "stories/other.yaml").write_text(other)

    (line,) = refusals(pictured)

    assert line.startswith("stories/other.yaml:15: pictures[1].file: “little” shows a picture “bus” already")


def test_it_takes_one_picture_for_two_stories(load, pictured, story):
    (pictured / "stories/other.yaml").write_text(story.read_text())

    load(pictured)

    assert (Picture.objects.count(), StoryPicture.objects.count()) == (2, 4)


@pytest.mark.parametrize("name", ["notes.txt", "logo.svg", "big picture.jpg", "run.jpg.exe"])
def test_it_refuses_other_files_among_pictures(refusals, pictured, name):
    (pictured / "pictures" / name).write_text("x")

    assert any("This is no picture of the library" in line for line in refusals(pictured))


def test_it_refuses_a_link_out_of_the_folder(refusals, pictured, tmp_path):
    (tmp_path / "secret.jpg").write_bytes(as_bytes())
    (pictured / "pictures/bus.jpg").unlink()
    (pictured / "pictures/bus.jpg").symlink_to(tmp_path / "secret.jpg")

    assert any("a link that leads out of the folder" in line for line in refusals(pictured))

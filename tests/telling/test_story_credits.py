"""Readers see who wrote a story, as far as those wish; files keep it."""

import pytest
import yaml
from django.core.management import call_command

from cases.library.dumping import dump_library
from cases.library.loading import LibraryProblems, load_library
from cases.models import Credit, Story
from tests.factories import CreditFactory, StoryFactory
from tests.reading import soup

pytestmark = pytest.mark.django_db


def credits_on(client, story):
    """What the page of the story says of who wrote it."""
    section = soup(client.get(story.get_absolute_url())).select_one(".story-credits")
    return [" ".join(item.get_text(" ").split()) for item in section.select("li")] if section else None


def test_it_names_who_wrote_a_story(client):
    story = StoryFactory()
    CreditFactory(story=story, part="drove the bus")
    CreditFactory(story=story, name="", kind="scholar")
    CreditFactory(story=story, name="", kind="practitioner")

    assert credits_on(client, story) == [
        "Ada Okafor, practitioner drove the bus",
        "A scholar who does not wish to be named",
        "A practitioner who does not wish to be named",
    ]


def test_it_says_that_the_editors_wrote_it_where_nobody_else_did(client):
    story = StoryFactory()

    page = soup(client.get(story.get_absolute_url()))

    assert credits_on(client, story) is None
    assert "The editors of the library" in page.select_one(".story-behind").get_text()


def test_it_says_once_who_wrote_a_story(client):
    story = CreditFactory().story

    page = soup(client.get(story.get_absolute_url()))

    assert [found.get_text() for found in page.select("dt") if "ritten" in found.get_text()] == ["Written by"]
    assert page.select_one(".contents a[href='#behind']").get_text() == "Who wrote this, who paid"


@pytest.fixture
def credited():
    """A story with two writers, of whom one is not named."""
    story = StoryFactory(slug="bus")
    CreditFactory(story=story, part="drove the bus", sort_order=0)
    CreditFactory(story=story, name="", kind="scholar", sort_order=1)
    return story


def test_it_writes_them_into_files(credited, tmp_path):
    dump_library(tmp_path)

    assert yaml.safe_load((tmp_path / "stories/bus.yaml").read_text())["credits"] == [
        {"name": "Ada Okafor", "kind": "practitioner", "part": "drove the bus"},
        {"kind": "scholar"},
    ]


def test_it_reads_them_from_files(credited, tmp_path):
    dump_library(tmp_path)
    text = (tmp_path / "stories/bus.yaml").read_text()
    Credit.objects.all().delete()

    call_command("load_library", tmp_path, verbosity=0, progress=False)
    dump_library(tmp_path)

    assert (tmp_path / "stories/bus.yaml").read_text() == f"{text}version: 2\n"
    assert Story.objects.get().credits.count() == 2


def test_it_takes_no_other_kind_of_writer_from_a_file(tmp_path):
    StoryFactory(slug="bus")
    dump_library(tmp_path)
    file = tmp_path / "stories/bus.yaml"
    file.write_text(file.read_text() + "credits:\n- name: Ada\n  kind: critic\n")

    with pytest.raises(LibraryProblems) as refused:
        load_library(tmp_path)

    [problem] = map(str, refused.value.problems)
    assert "credits[1].kind: “critic” is not one of the words here." in problem
    assert "Write one of: practitioner, scholar." in problem

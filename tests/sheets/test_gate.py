"""A story that lacks what every published story has may come in as a draft; its row says what it lacks, at the field."""

import pytest

from cases.models import Citation, Place, Story
from tests.factories import StoryFactory
from tests.reading import words
from tests.sheets.conftest import workbook

pytestmark = pytest.mark.django_db

HEADINGS = ["Slug", "Title", "Summary", "Result", "Depth", "Places"]
TRAM = {"Stories": [HEADINGS, ["tram", "The tram", "They tried rails.", "mixed", "short", ""]]}
NEW_PLACE = {"Places": [["Slug", "Name", "Country", "Kind"], ["oslo", "Oslo", "NO", "city"]]}
SOURCED = {"Citations": [["Story", "Source", "Section", "Page"], ["tram", "report", "", ""]]}
SOMEWHERE = {"Stories": [HEADINGS, ["tram", "The tram", "They tried rails.", "mixed", "short", "oslo"]]}


def hindrances(found):
    """What keeps stories from readers: name, field, sentence."""
    cells = [(row.name, cell) for row in found.sheet_rows.order_by("pk") for cell in row.cells]
    return [(name, cell["column"], cell["hindrance"].partition(".")[0]) for name, cell in cells if "hindrance" in cell]


def test_it_says_at_the_field_what_a_story_lacks(upload, bus):
    found = upload(workbook(**TRAM))

    assert hindrances(found) == [
        ("tram", "Places", "The story has no place"),
        ("tram", "The sources", "The story rests on no source"),
    ]
    assert (found.problems, found.hindered, found.can_be_imported) == (0, 1, True)


def test_it_offers_drafts_only(editor, upload, bus):
    page = words(editor.get(f"/desk/sheets/{upload(workbook(**TRAM)).pk}/"))

    assert "One story cannot be shown to readers as it is" in page
    assert "Not yet for readers. The story has no place." in page
    assert "As drafts: readers see nothing of it" in page
    assert "Published: readers see it at once" not in page


def test_it_publishes_nothing_all_the_same(bring_in, confirm, bus):
    found = bring_in(workbook(**TRAM), "published")

    assert (found.state, Story.objects.filter(slug="tram").exists()) == ("checked", False)


def test_it_takes_it_as_a_draft(bring_in, bus):
    found = bring_in(workbook(**TRAM), "drafts")

    assert (found.state, Story.objects.get(slug="tram").live) == ("done", False)


def test_it_publishes_what_the_file_itself_makes_whole(bring_in, bus):
    found = bring_in(workbook(**SOMEWHERE, **NEW_PLACE, **SOURCED))

    tram = Story.objects.get(slug="tram")
    assert (found.state, tram.live, tram.citations.count()) == ("done", True, 1)
    assert list(tram.places.all()) == [Place.objects.get(slug="oslo")]


def test_it_says_what_a_draft_lacks_whose_rows_change_nothing(editor, upload, bus):
    StoryFactory(slug="tram", title="The tram", live=False)

    found = upload(workbook(Stories=[["Slug", "Title"], ["tram", "The tram"]]))

    assert [field for _name, field, _said in hindrances(found)] == ["Places", "The sources"]
    assert "Publish the drafts" not in words(editor.get(f"/desk/sheets/{found.pk}/"))


def test_it_asks_again_before_it_writes(upload, confirm, bus):
    found = upload(workbook(Stories=[["Slug", "Result"], ["bus", "failed"]]))
    Citation.objects.all().delete()

    confirm(found, "published")

    assert (found.state, found.renewed, found.hindered) == ("checked", True, 1)
    assert Story.objects.get().result == "mixed"

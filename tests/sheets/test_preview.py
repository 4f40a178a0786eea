"""An editor uploads a sheet and sees what it would do, before anything is done."""

import pytest

from cases.models import Measure, Story
from tests.factories import LeaderFactory, RoleFactory, StoryFactory
from tests.reading import words
from tests.sheets.conftest import doing, problems, text, workbook

pytestmark = pytest.mark.django_db

MEASURES = ["Story", "Indicator", "Kind", "Baseline", "Target", "Result", "Unit"]


def test_it_shows_cell_by_cell_what_would_change(upload, bus):
    found = upload(workbook(Stories=[["Slug", "Title", "Result"], ["bus", "The late bus", "mixed"]]))

    assert doing(found) == [("changed", "bus", {"Title": ("The bus", "The late bus")})]
    assert Story.objects.get().title == "The bus"


def test_it_shows_it_on_the_page(editor, upload, bus):
    found = upload(workbook(Stories=[["Slug", "Title"], ["bus", "The late bus"]]))

    page = words(editor.get(f"/desk/sheets/{found.pk}/"))

    assert "Stories, row 2 bus Changed Title The bus → The late bus" in page
    assert "Import 1 row" in page


def test_it_leaves_alone_the_columns_that_a_sheet_has_not(upload, bus):
    found = upload(workbook(Stories=[["Slug", "Result"], ["bus", "failed"]]))

    assert doing(found) == [("changed", "bus", {"Result": ("mixed", "failed")})]


def test_it_empties_what_an_empty_cell_empties(upload, bus):
    Story.objects.update(year_from=1993)

    found = upload(workbook(Stories=[["Slug", "First year"], ["bus", None]]))

    assert doing(found) == [("changed", "bus", {"First year": ("1993", "")})]


def test_it_adds_a_record_whose_slug_is_new(upload, bus):
    row = ["tram", "The tram", "They tried rails.", "succeeded", "short", "kirklees", "rails; towns"]
    found = upload(workbook(Stories=[["Slug", "Title", "Summary", "Result", "Depth", "Places", "Tags"], row]))

    [(kind, name, cells)] = doing(found)
    assert (kind, name) == ("added", "tram")
    assert cells["Tags"] == ("", "rails; towns")


def test_it_changes_a_part_and_adds_another(upload, bus):
    rows = [["bus", "Riders", "outcome", 10, "", "about 25", ""], ["bus", "Tickets", "output", "", "", 7, ""]]
    found = upload(workbook(Measures=[MEASURES, *rows]))

    changed, added = doing(found)
    assert changed == ("changed", "bus · Riders", {"Result": ("about 20", "about 25")})
    assert added == (
        "added",
        "bus · Tickets",
        {"Indicator": ("", "Tickets"), "Kind": ("", "output"), "Result": ("", "7")},
    )


def test_it_takes_a_part_away_where_the_row_says_so(upload, bus):
    found = upload(workbook(Measures=[["Story", "Indicator", "Remove"], ["bus", "Riders", "yes"]]))

    assert doing(found) == [("removed", "bus · Riders", {"Indicator": ("Riders", "")})]
    assert Measure.objects.count() == 2


def test_it_says_that_nothing_is_there_to_take_away(upload, bus):
    found = upload(workbook(Measures=[["Story", "Indicator", "Remove"], ["bus", "Trams", "yes"]]))

    assert problems(found) == ["Measures, row 2, column : The story has no such measure that could be taken away."]


def test_it_tells_two_parts_apart_that_are_known_by_the_same(upload, bus):
    leader = LeaderFactory(slug="ada", name="Ada")
    RoleFactory(story=bus, leader=leader, group="", realm="community", part="led", sort_order=0)
    RoleFactory(story=bus, leader=leader, group="", realm="community", part="spread", sort_order=1)
    rows = [["bus", "ada", "", "community", "spread", "later"], ["bus", "ada", "", "community", "led", ""]]

    found = upload(workbook(Roles=[["Story", "Leader", "Unnamed group", "Realm", "Part", "Note"], *rows]))

    assert doing(found) == [("changed", "bus · ada", {"Note": ("", "later")})]
    assert found.count("same") == 1


def test_it_puts_parts_onto_a_story_that_the_same_file_adds(upload, bus):
    story = [["Slug", "Title", "Summary", "Result", "Depth"], ["tram", "The tram", "Rails.", "mixed", "short"]]
    found = upload(workbook(Stories=story, Measures=[MEASURES, ["tram", "Riders", "outcome", "", "", 5, ""]]))

    assert [(kind, name) for kind, name, _cells in doing(found)] == [("added", "tram"), ("added", "tram · Riders")]
    assert not found.problems


def test_it_counts_what_is_unchanged_and_leaves_remarks_out(editor, upload, bus):
    rows = [["# Example: tram", "The tram"], ["bus", "The bus"]]
    found = upload(workbook(Stories=[["Slug", "Title"], *rows]))

    page = words(editor.get(f"/desk/sheets/{found.pk}/"))

    assert found.tables == [{"title": "Stories", "sheet": "stories", "same": 1}]
    assert "There is nothing to import: every row is as the library has it." in page
    assert "1 row that begins with # was left out." in page


@pytest.mark.parametrize("heading", ["First year", "first  YEAR", "year_from", "First year*", "First year:"])
def test_it_knows_a_heading_however_it_is_written(upload, bus, heading):
    found = upload(workbook(Stories=[["slug", heading], ["bus", 1993]]))

    assert doing(found) == [("changed", "bus", {"First year": ("", "1993")})]


def test_it_knows_a_sheet_by_its_headings(upload, bus):
    found = upload(workbook(Tabelle1=[["Story", "Indicator", "Result"], ["bus", "Riders", "about 30"]]))

    assert found.tables == [{"title": "Tabelle1", "sheet": "measures", "changed": 1}]


def test_it_takes_the_word_of_the_editor_for_what_a_text_is(upload, bus):
    found = upload(text(["Slug", "Name"], ["ada", "Ada"]), "people.csv", chosen="leaders")

    assert found.tables == [{"title": "Leaders", "sheet": "leaders", "added": 1}]


def test_it_asks_which_of_several_sheets_a_text_is(upload, bus):
    found = upload(text(["Slug", "Name"], ["kirklees", "Huddersfield"]), "sheet.csv")

    assert problems(found) == [
        ", row 0, column : The headings fit several sheets: Organisations, Leaders, Places, Policy areas. "
        "Upload the file again, and choose which sheet it is."
    ]


def test_it_lets_the_name_of_a_file_say_which_of_several_it_is(upload, bus):
    found = upload(text(["Slug", "Name"], ["kirklees", "Huddersfield"]), "places.csv")

    assert found.tables == [{"title": "Places", "sheet": "places", "changed": 1}]


def test_it_lets_headings_say_more_than_a_name(upload, bus):
    found = upload(text(["Story", "Indicator", "Result"], ["bus", "Riders", "about 30"]), "places.csv")

    assert found.tables == [{"title": "Measures", "sheet": "measures", "changed": 1}]


def test_it_says_which_sheets_it_passed_over(editor, upload, bus):
    found = upload(workbook(Stories=[["Slug", "Title"], ["bus", "The bus"]], Mesures=[["What", "How much"], ["x", 1]]))

    page = words(editor.get(f"/desk/sheets/{found.pk}/"))

    assert "The sheet “Mesures” was not read" in page
    assert "did you mean “Measures”?" in page


def test_it_turns_over_pages_of_many_rows(editor, upload, bus):
    slugs = [StoryFactory().slug for _number in range(60)]
    found = upload(workbook(Stories=[["Slug", "Result"], *([slug, "failed"] for slug in slugs)]))

    second = words(editor.get(f"/desk/sheets/{found.pk}/", {"p": "2"}))

    assert "Page 2 of 2" in second
    assert f"Stories, row 61 {slugs[-1]}" in second

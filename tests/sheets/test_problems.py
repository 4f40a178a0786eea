"""Everything that is wrong with a sheet is said at once, by sheet, row and column, with what would be right."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from cases.models import Story
from tests.factories import EvidenceFactory, SourceFactory, StoryFactory
from tests.reading import words
from tests.sheets.conftest import problems, text, workbook

pytestmark = pytest.mark.django_db

MEASURES = ["Story", "Indicator", "Kind", "Baseline", "Target", "Result", "Unit", "Source"]
EVIDENCE = ["Story", "Lesson", "Stance", "Strength", "What happened", "Source", "Section"]


def test_it_names_every_problem_at_once_and_changes_nothing(editor, upload, bus):
    rows = [
        ["bus", "Riders", "outcomes"],
        ["buss", "Riders", "outcome"],
        ["bus", "", "outcome"],
        ["bus", "Seats", "output"],
    ]
    found = upload(workbook(Measures=[MEASURES, *rows], Stories=[["Slug", "Title"], ["bus", "x" * 71]]))

    assert problems(found) == [
        "Measures, row 2, column Kind: “outcomes” is not one of the words here. Write one of: outcome, output, social-capital.",
        "Measures, row 3, column Story: There is no story “buss”; did you mean “bus”?",
        "Measures, row 4, column Indicator: Nothing stands here. Write it (What is counted).",
        "Stories, row 2, column Title: The text has 71 characters; 70 are allowed. Shorten it.",
    ]
    assert (found.problems, Story.objects.get().title) == (4, "The bus")


def test_it_shows_them_first_and_offers_no_import(editor, upload, bus):
    found = upload(workbook(Measures=[MEASURES, ["bus", "Riders", "outcomes"], ["bus", "Buses", "output", "", "", 4]]))

    page = words(editor.get(f"/desk/sheets/{found.pk}/"))

    assert "One thing is wrong. Nothing can be imported until it is mended in the file." in page
    assert "Measures, row 2 bus · Riders Refused Kind “outcomes” is not one of the words here." in page
    assert "Import 1 row" not in page


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("Baseline", "lots", "“lots” is not a figure."),
        ("Baseline", "1,600", "Write 1600 or 1.6."),
        ("Result", "30 to 20", "“30 to 20” runs backwards."),
        ("Source", "no-such", "There is no source “no-such”."),
        ("Source", "A Report!", "“A Report!” is not a slug."),
        ("Unit", "x" * 61, "The text has 61 characters; 60 are allowed."),
        ("Unit", "per\x7fcent", "The control character U+007F does not belong in a text."),
    ],
)
def test_it_asks_the_checks_of_files(upload, bus, column, value, message):
    row = [{"Story": "bus", "Indicator": "Trips", "Kind": "output", column: value}.get(name) for name in MEASURES]

    found = upload(workbook(Measures=[MEASURES, row]))

    assert f"Measures, row 2, column {column}: " in problems(found)[0]
    assert message in problems(found)[0]


@pytest.mark.parametrize(
    ("table", "rows", "problem"),
    [
        ("Stories", [["Slug", "First year", "Last year"], ["bus", 1998, 1993]], "column Last year: The last year, 1993, lies"),
        ("Stories", [["Slug", "Part of"], ["bus", "bus"]], "column Part of: This runs in a circle (bus → bus)."),
        ("Roles", [["Story", "Leader", "Unnamed group", "Realm", "Part"], ["bus", "", "", "political", "led"]],
         "column : A role has either leader (a slug) or group (words for an unnamed group). Give exactly one."),
        ("Evidence", [EVIDENCE, ["bus", "start-small", "supports", "observed", "It rolled.", "report", ""]],
         "column : Evidence needs a pinpoint."),
        ("Lessons", [["Slug", "Sentence"], ["new-lesson", "Try it."]], "column : No story has evidence on the lesson"),
        ("Measures", [["Story", "Indicator", "Kind", "Figure of the comparator"], ["bus", "Trips", "output", 4]],
         "column Figure of the comparator: Say in words what this figure is of. Fill in comparator."),
        ("Places", [["Slug", "Name", "Country", "Kind"], ["oslo", "Oslo", "Norge", "city"]],
         "column Country: “Norge” is not a code that we know"),
    ],
)  # fmt: skip
def test_it_says_what_only_shows_in_the_whole(upload, bus, table, rows, problem):
    found = upload(workbook(**{table: rows}))

    assert [text for text in problems(found) if f"{table}, row 2, {problem}" in text], problems(found)


def test_it_speaks_of_cells_and_not_of_keys(upload, bus):
    found = upload(workbook(Stories=[["Slug", "Title", "Result", "Web address"], ["new", "", "so-so", ""]]))

    assert found.problems == 5
    assert not [text for text in problems(found) if " key" in text], problems(found)


def test_it_says_which_part_is_at_fault_that_is_in_no_row(upload, bus):
    SourceFactory(slug="quoted", quotable=False)
    EvidenceFactory(story=bus, source=SourceFactory(slug="open", quotable=True), quotation="So it was.")

    found = upload(
        workbook(
            Sources=[["Slug", "Short quotations allowed"], ["open", "no"]],
            Stories=[["Slug", "Result"], ["bus", "failed"]],
        )
    )

    assert problems(found) == [
        "Stories, row 2, column : In evidence[1].quotation of this story, which is in no row here: The licence of the source “open” "
        "allows no quotation. Tell it in your own words."
    ]


def test_it_looks_at_the_cells_of_a_row_that_is_of_nothing(upload, bus):
    found = upload(workbook(Measures=[MEASURES, ["nowhere", "Riders", "outcomes", "", "", "", "", "no-such"]]))

    assert [text.partition("column ")[2][:20] for text in problems(found)] == [
        "Story: There is no s",
        "Kind: “outcomes” is ",
        "Source: There is no ",
    ]


def test_it_says_once_that_a_cell_cannot_be_read(upload, bus):
    found = upload(workbook(Measures=[MEASURES, ["bus", "Trips", True]]))

    assert problems(found) == [
        "Measures, row 2, column Kind: The cell holds the truth value TRUE, not a text. Format the cell as text, and write it again."
    ]


def test_it_names_a_row_that_stands_twice(upload, bus):
    found = upload(workbook(Stories=[["Slug", "Result"], ["bus", "failed"], ["bus", "mixed"]]))

    assert problems(found) == [
        "Stories, row 3, column Slug: The slug “bus” stands in row 2 already. Join the two rows, or delete one."
    ]


def test_it_says_where_evidence_stands_twice(upload, bus):
    row = ["bus", "start-small", "supports", "observed", "It rolled.", "report", "Wheels"]

    found = upload(workbook(Evidence=[EVIDENCE, row, row]))

    assert problems(found)[0].startswith(
        "Evidence, row 3, column : Lesson “start-small” and stance “supports” stands here already"
    )


def test_it_looks_for_few_near_slugs_and_for_many_none(upload, bus):
    rows = [[f"bu{number}s", "Riders"] for number in range(60)]

    found = upload(text(["Story", "Indicator"], *rows), "measures.csv")

    assert (found.problems, "did you mean" in problems(found)[0], "did you mean" in problems(found)[-1]) == (
        60,
        True,
        False,
    )


def test_it_marks_them_in_a_copy_of_the_file(editor, upload, bus):
    StoryFactory(slug="tram")
    found = upload(workbook(Measures=[MEASURES, ["bus", "Riders", "outcomes"], ["tram", "Riders", "outcome"]]))

    response = editor.get(f"/desk/sheets/{found.pk}/marked.xlsx")
    book = load_workbook(BytesIO(response.getvalue()))

    bad = book["Measures"]["C2"]
    assert (bad.value, bad.fill.fgColor.rgb) == ("outcomes", "FFFBD9D3")
    assert bad.comment.text.startswith("“outcomes” is not one of the words here.")
    assert [cell.value for cell in book["Problems"][2]][:3] == ["Measures", 2, "Kind"]
    assert (book["Measures"]["A3"].value, book["Measures"]["C3"].comment) == ("tram", None)


def test_its_marked_copy_can_be_mended_and_uploaded(editor, upload, bus):
    first = upload(workbook(Measures=[MEASURES, ["bus", "Riders", "outcomes", 10]]))
    book = load_workbook(BytesIO(editor.get(f"/desk/sheets/{first.pk}/marked.xlsx").getvalue()))
    book["Measures"]["C2"] = "outcome"
    out = BytesIO()
    book.save(out)

    second = upload(out.getvalue())

    assert (second.problems, second.tables) == (0, [{"title": "Measures", "sheet": "measures", "changed": 1}])


def test_it_marks_a_text_in_a_workbook(editor, upload, bus):
    found = upload(text(["Story", "Indicator", "Kind"], ["bus", "=1+1", "outcomes"]), "measures.csv")

    book = load_workbook(BytesIO(editor.get(f"/desk/sheets/{found.pk}/marked.xlsx").getvalue()))

    assert [(cell.value, cell.data_type) for cell in book["Measures"][2]] == [
        ("bus", "s"),
        ("=1+1", "s"),
        ("outcomes", "s"),
    ]


def test_it_has_no_copy_where_nothing_is_wrong(editor, upload, bus):
    found = upload(workbook(Stories=[["Slug", "Result"], ["bus", "failed"]]))

    assert editor.get(f"/desk/sheets/{found.pk}/marked.xlsx").status_code == 404

"""What is taken out and uploaded again, unchanged, changes nothing: the whole library, as one workbook and sheet by sheet as CSV."""

import json

import pytest
from django.contrib.auth.models import User
from django.core.serializers.json import DjangoJSONEncoder

from cases.library.names import Names
from cases.library.nouns import nouns
from cases.models import Story
from cases.sheets.contents import contents
from cases.sheets.downloads import exported
from cases.sheets.exporting import every_slug, export_csv
from cases.sheets.previewing import preview
from cases.sheets.reading import Source, read_upload
from cases.sheets.registry import sheets
from tests.factories import CreditFactory

READ = [sheet for sheet in sheets() if sheet.read]
NOBODY = User(username="somebody", is_superuser=True)


@pytest.fixture(scope="module", autouse=True)
def credited(real_library):
    """Somebody who wrote a story of the library, which has nobody named yet."""
    return CreditFactory(story=Story.objects.first())


@pytest.fixture(scope="module")
def whole(credited, tmp_path_factory):
    """A workbook with the whole library, read again and compared."""
    path = tmp_path_factory.mktemp("whole") / "library.xlsx"
    with path.open("wb") as out:
        exported(READ, "xlsx")(out)
    return preview(read_upload(Source(path, True)), NOBODY, Names())


def test_it_reads_the_workbook_of_the_whole_library(whole):
    assert [table["sheet"] for table in whole.tables()] == [sheet.name for sheet in READ]
    assert whole.problems == 0


@pytest.mark.parametrize("sheet", READ, ids=str)
def test_it_changes_nothing_of_the_library(whole, sheet):
    [table] = [table for table in whole.tables() if table["sheet"] == sheet.name]

    assert table == {"title": str(sheet), "sheet": sheet.name, "same": table["same"]}


@pytest.mark.parametrize("sheet", READ, ids=str)
def test_it_changes_nothing_as_csv(tmp_path, sheet):
    path = tmp_path / "upload"
    path.write_text("".join(export_csv(sheet, every_slug(sheet.noun))))

    found = preview(read_upload(Source(path, False, f"{sheet.name}.csv")), NOBODY, Names())

    [table] = found.tables()
    assert (table, found.problems) == ({"title": str(sheet), "sheet": sheet.name, "same": table["same"]}, 0)


@pytest.mark.parametrize("noun", nouns(), ids=lambda noun: noun.name)
def test_it_keeps_the_versions_that_wagtail_would(real_library, noun):
    records = {record.pk: record.serializable_data() for record in noun.model.objects.all()}

    kept = contents(noun.model, records)

    assert records
    assert {pk: said(content) for pk, content in kept.items()} == {pk: said(content) for pk, content in records.items()}


def said(content):
    """A version as the database keeps it."""
    return unordered(json.loads(json.dumps(content, cls=DjangoJSONEncoder)))


def unordered(value):
    """The value, with what stands in no order sorted: keys of records that it only names, and tags."""
    if isinstance(value, dict):
        return {name: unordered(inner) for name, inner in value.items()}
    if isinstance(value, list):
        found = [unordered(inner) for inner in value]
        return sorted(found, key=json.dumps) if all(map(has_no_place, found)) else found
    return value


def has_no_place(inner):
    """Whether it is a key of a record, or a tag of one: rows of every other kind have a place, and stand there."""
    return isinstance(inner, int) or (isinstance(inner, dict) and "tag" in inner)

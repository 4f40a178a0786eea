"""What the database promises of imports and of their rows."""

import pytest

from cases.models.sheet_import import SheetState
from cases.models.sheet_row import RowKind
from tests.constraints import case, refused_by_database, refused_by_record, refused_twin
from tests.factories import SheetImportFactory, SheetRowFactory

pytestmark = pytest.mark.django_db

CHECKS = [
    case(
        "sheet_import_state_one_of",
        SheetImportFactory,
        {"state": "lost"},
        f"state must be one of: {', '.join(SheetState.values)}.",
    ),
    case(
        "sheet_row_kind_one_of", SheetRowFactory, {"kind": "odd"}, f"kind must be one of: {', '.join(RowKind.values)}."
    ),
]


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_database(broken):
    assert broken.constraint in refused_by_database(broken)


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_record_in_a_sentence(broken):
    assert refused_by_record(broken) == [broken.sentence]


def test_it_gives_every_import_a_folder_of_its_own():
    """sheet_import_folder_of_its_own."""
    SheetImportFactory(folder="a")

    assert refused_twin(SheetImportFactory.build(folder="a")) == ["Two imports share a folder."]


def test_it_lets_folders_go():
    SheetImportFactory.create_batch(2, folder="")

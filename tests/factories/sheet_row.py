"""Rows of uploaded spreadsheets."""

import factory

from cases.models import SheetRow
from tests.factories.sheet_import import SheetImportFactory


class SheetRowFactory(factory.django.DjangoModelFactory):
    """A row that would add something."""

    class Meta:
        model = SheetRow

    sheet_import = factory.SubFactory(SheetImportFactory)
    kind = "added"
    cells = factory.LazyFunction(lambda: [{"column": "Title", "before": "", "after": "A title"}])

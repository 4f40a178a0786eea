"""Uploaded spreadsheets."""

import factory

from cases.models import SheetImport


class SheetImportFactory(factory.django.DjangoModelFactory):
    """A spreadsheet that waits to be read, without a file."""

    class Meta:
        model = SheetImport

    name = "measures.xlsx"
    is_workbook = True

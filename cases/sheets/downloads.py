"""Sheets as answers to a browser: streamed where they are text, from a file where they are workbooks."""

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import IO

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from django.http import FileResponse, Http404, HttpResponseBase, StreamingHttpResponse

from cases.library.nouns import Noun
from cases.sheets.exporting import every_slug, export_csv, template_csv, write_templates, write_workbook
from cases.sheets.permissions import may_see
from cases.sheets.registry import Sheet, sheets

ALL = "library"
"""The name of the workbook that holds every sheet that is read back."""

Written = Callable[[IO[bytes]], None] | Iterator[str]
"""What writes a workbook, or the lines of a text."""


def download(
    name: str, ending: str, made: Callable[[list[Sheet], str], Written], user: AbstractBaseUser
) -> HttpResponseBase:
    """The file of that name and ending; a sheet that the user may not see is not there."""
    wanted = [
        found
        for found in sheets()
        if (name in {found.name, ALL} and found.read) or (found.name == name and made is exported)
    ]
    allowed = [found for found in wanted if may_see(user, found.noun)]
    if not allowed or ending not in {"xlsx", "csv"} or (ending == "csv" and name == ALL):
        raise Http404
    return answer(f"{name}.{ending}", made(allowed, ending))


def answer(filename: str, written: Written) -> HttpResponseBase:
    """The file, to be saved."""
    if not callable(written):
        headers = {"Content-Disposition": f'attachment; filename="{filename}"'}
        return StreamingHttpResponse(written, content_type="text/csv; charset=utf-8", headers=headers)
    out = BytesIO()
    written(out)
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=filename)


def filled_in(wanted: list[Sheet], ending: str) -> Written:
    """Templates of the sheets."""
    return template_csv(wanted[0]) if ending == "csv" else lambda out: write_templates(out, wanted)


def exported(wanted: list[Sheet], ending: str) -> Written:
    """All rows of the sheets."""
    if ending == "csv":
        return export_csv(wanted[0], every_slug(wanted[0].noun))
    nouns: dict[str, Noun] = {found.noun_name: found.noun for found in wanted}
    only = set(wanted)
    return lambda out: write_workbook(out, [(noun, every_slug(noun)) for noun in nouns.values()], only)


def exported_list(own: Sheet, slugs: Iterable[str], ending: str) -> Written:
    """A list of records: with the sheets of their parts, or, as text, without."""
    return export_csv(own, slugs) if ending == "csv" else lambda out: write_workbook(out, [(own.noun, slugs)])


def record_sheet(model: type[Model]) -> Sheet | None:
    """The sheet with a row for each record of the model."""
    return next((found for found in sheets() if not found.part and found.model is model), None)

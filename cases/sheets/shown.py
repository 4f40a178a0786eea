"""What the screens of spreadsheets show."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.compare import diff_text
from wagtail.models import ModelLogEntry

from cases.models import SheetImport
from cases.models.sheet_row import RowKind
from cases.sheets.history import IMPORTED
from cases.sheets.permissions import may_see
from cases.sheets.registry import Sheet, sheets

PAGE = 50
LONGEST_SHORT = 80
LONGEST_COMPARED = 4_000
"""Characters of a text in which the words that differ are looked for; in longer ones it would take too long."""


@dataclass(frozen=True)
class Offer:
    """A sheet as the first screen lists it."""

    sheet: Sheet
    rows: int


def offered(user: AbstractBaseUser) -> list[Offer]:
    """The sheets that the user may fill in or take out, with the number of rows that there are."""
    return [Offer(found, found.model.objects.count()) for found in sheets() if may_see(user, found.noun)]


TAGS = {
    "equal": "{}",
    "deletion": '<del><span class="deletion">{}</span></del>',
    "addition": '<ins><span class="addition">{}</span></ins>',
}


def differing(before: str, after: str) -> SafeString:
    """What goes and what comes: short texts one after the other, long ones in one, with the words marked that differ."""
    longest = max(len(before), len(after))
    if longest <= LONGEST_COMPARED and (longest > LONGEST_SHORT or "\n" in before + after):
        changes = diff_text(before, after).changes
    else:
        arrow = [("equal", " → ")] if before and after else []
        changes = [("deletion", before), *arrow, ("addition", after)]
    return format_html_join("", "{}", ((format_html(TAGS[kind], text),) for kind, text in changes if text))


@dataclass(frozen=True)
class RowsShown:
    """A page of the rows of a preview, the kind that was asked for, and the number of rows of each kind."""

    page: Page
    kind: str
    counts: list[tuple[str, str, int]]

    @property
    def numbers(self):
        """The numbers of pages to link to."""
        return self.page.paginator.get_elided_page_range(self.page.number)


def page_of_rows(found: SheetImport, kind: str, query: Mapping[str, str]) -> RowsShown:
    """The rows asked for, with what differs marked."""
    counts = found.sheet_rows.by_kind()
    page = Paginator(found.sheet_rows.shown(kind), PAGE).get_page(query.get("p"))
    for row in page:
        for cell in row.cells:
            if "before" in cell:
                cell["marked"] = differing(cell["before"], cell["after"])
    kinds = [(value, label, counts[value]) for value, label in RowKind.choices if value in counts]
    return RowsShown(page, kind, [("", gettext("All"), sum(counts.values())), *kinds] if len(kinds) > 1 else kinds)


def tables_of(found: SheetImport) -> tuple[list[dict], list[dict]]:
    """The sheets of which a row does something or is refused, and the others."""
    kinds = set(RowKind) - {RowKind.SAME}
    return (
        [table for table in found.tables if kinds & set(table)],
        [table for table in found.tables if not kinds & set(table)],
    )


@dataclass(frozen=True)
class Touched:
    """A record that an import has written, and its ways in."""

    name: str
    noun: str
    url: str | None
    history: str | None


def touched_records(found: SheetImport, user: AbstractBaseUser) -> tuple[int, list[Touched]]:
    """How many records the import has written, and the first of them."""
    entries = ModelLogEntry.objects.filter(action=IMPORTED, data__sheet_import=found.pk).order_by("pk")
    finder = AdminURLFinder(user)
    first = []
    for entry in entries[:PAGE]:
        model = ContentType.objects.get_for_id(entry.content_type_id).model_class()
        record = model(pk=entry.object_id)
        history = reverse(model.snippet_viewset.get_url_name("history"), args=[entry.object_id])
        first.append(Touched(entry.label, model._meta.verbose_name, finder.get_edit_url(record), history))
    return entries.count(), first

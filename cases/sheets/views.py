"""The screens of spreadsheets at the desk."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh
from wagtail.admin import messages
from wagtail.admin.auth import permission_required

from cases.models import SheetImport
from cases.models.sheet_import import WORKING, SheetState
from cases.sheets.downloads import download, exported, filled_in
from cases.sheets.folder import UploadFolder
from cases.sheets.forms import ImportForm, RowsForm, UploadForm
from cases.sheets.shown import offered, page_of_rows, tables_of, touched_records
from cases.sheets.starting import start, start_again_if_ended

MAY = "cases.add_sheetimport"
NEWEST = 20
"""Imports that the first screen lists."""


@require_safe
@never_cache
@permission_required(MAY)
def sheet_list(request, form=None):
    """Where somebody uploads a sheet, takes a template or an export, and finds their imports again."""
    imports = SheetImport.objects.for_list(request.user)
    context = {
        "form": form or UploadForm(),
        "imports": imports[:NEWEST],
        "more": max(0, imports.count() - NEWEST),
        "sheets": offered(request.user),
        "header_title": _("Spreadsheets"),
        "header_icon": "table",
        "breadcrumbs_items": [{"url": "", "label": _("Spreadsheets")}],
    }
    return render(request, "wagtailadmin/sheets/sheet_list.html", context, status=400 if form else 200)


@require_POST
@permission_required(MAY)
def sheet_upload(request):
    """Take a file, and have it read."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        request.method = "GET"
        return sheet_list(request, form)
    found = form.save(request.user)
    start(found)
    return redirect("sheets:import", found.pk)


@require_safe
@never_cache
@permission_required(MAY)
def sheet_import(request, pk, form=None):
    """How far an import has come, what it would do, or what it has done."""
    found = _import(request, pk)
    start_again_if_ended(found)
    if request.htmx and not found.is_working:
        return HttpResponseClientRefresh()
    context = {
        "found": found,
        "progress": UploadFolder(found.folder).progress() if found.is_working else {},
        "form": form or (ImportForm(found=found, user=request.user) if found.can_be_imported else None),
        "rows": page_of_rows(found, RowsForm(request.GET).wanted(found), request.GET),
        "tables": tables_of(found),
        "marked": found.problems and UploadFolder(found.folder).marked.is_file(),
        "touched": touched_records(found, request.user) if found.state == SheetState.DONE else None,
        "header_title": found.name,
        "header_icon": "table",
        "breadcrumbs_items": [
            {"url": reverse("sheets:list"), "label": _("Spreadsheets")},
            {"url": "", "label": found.name},
        ],
    }
    template = "_progress.html" if request.htmx else "sheet_import.html"
    return render(request, f"wagtailadmin/sheets/{template}", context)


@require_POST
@permission_required(MAY)
def sheet_confirm(request, pk):
    """Import what the preview has shown."""
    found = _import(request, pk)
    form = ImportForm(request.POST, found=found, user=request.user)
    if not found.can_be_imported or not form.is_valid():
        messages.error(
            request, _("Nothing was imported. The preview below says how things stand now."), extra_tags="sheets"
        )
        return redirect("sheets:import", pk)
    values = {"publishes": form.publishes, "renewed": False, "attempts": 0}
    if SheetImport.objects.move(pk, before=[SheetState.CHECKED], after=SheetState.CONFIRMED, **values):
        start(found)
    return redirect("sheets:import", pk)


@require_POST
@permission_required(MAY)
def sheet_cancel(request, pk):
    """Stop an import; what works on it ends as soon as it hears of it."""
    found = _import(request, pk)
    folder = UploadFolder(found.folder)
    folder.ask_to_stop()
    if not folder.is_here or not folder.is_held():
        SheetImport.objects.move(pk, before=[*WORKING, SheetState.CHECKED], after=SheetState.CANCELLED)
    return redirect("sheets:import", pk)


@require_safe
@permission_required(MAY)
def sheet_marked(request, pk):
    """The copy of the file in which what is wrong is marked."""
    folder = UploadFolder(_import(request, pk).folder)
    if not folder.name or not folder.marked.is_file():
        raise Http404
    return FileResponse(folder.marked.open("rb"), as_attachment=True, filename=_("problems.xlsx"))


@require_safe
@permission_required(MAY)
def sheet_template(request, name, ending):
    """A sheet to fill in, or a workbook of all of them."""
    return download(name, ending, filled_in, request.user)


@require_safe
@permission_required(MAY)
def sheet_export(request, name, ending):
    """All rows of a sheet, or a workbook of all of them."""
    return download(name, ending, exported, request.user)


def _import(request, pk: int) -> SheetImport:
    return get_object_or_404(SheetImport.objects.for_list(request.user), pk=pk)

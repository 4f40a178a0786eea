"""The pages of an audit that is kept: for who organises it, and for who answers."""

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.private import private, sent
from lessons.audit import actions, results
from lessons.audit.deeds import DEEDS
from lessons.audit.exports import as_csv
from lessons.audit.forms import AgainForm, AuditFields, BeginForm, StepForm
from lessons.audit.keys import behind, round_key
from lessons.audit.pages import organiser_context, result_context, sheet_context
from lessons.audit.questionnaire import Questionnaire
from lessons.audit.resuming import begun_here, forgotten_here, remembered_here
from lessons.audit.views import ASKS
from lessons.models import Audit, Reply, Round, Sheet


@require_safe
@private
def audit_organise(request, key):
    """The organiser's page."""
    audit = behind(Audit.objects.all(), key)
    return render(request, "lessons/audit/organise.html", organiser_context(audit, key))


@ASKS
@private
def audit_change(request, key):
    """Change what the audit says of itself."""
    audit = behind(Audit.objects.all(), key)
    form = AuditFields(sent(request), initial=audit.told)
    if form.is_valid():
        actions.change_audit(audit=audit, said=form.cleaned_data)
        return redirect("audit-organise", key)
    context = {"title": _("Change the audit"), "audit": audit, "form": form, "key": key}
    return render(request, "lessons/audit/change.html", context)


@ASKS
@private
def audit_deed(request, key, deed):
    """Ask whether something shall be done with the audit, and do it."""
    audit = behind(Audit.objects.all(), key)
    if deed not in DEEDS:
        raise Http404(f"An audit cannot be told to “{deed}”.")
    form = AgainForm(sent(request)) if deed == "again" and not audit.alone else None
    if request.method == "POST" and (form is None or form.is_valid()):
        actions.do(audit=audit, key=key, deed=deed, said=form.cleaned_data if form else {})
        return redirect("audit-deleted" if deed == "delete" else "audit-organise", *([] if deed == "delete" else [key]))
    context = {"title": DEEDS[deed].title, "deed": DEEDS[deed], "audit": audit, "form": form, "key": key}
    return render(request, "lessons/audit/deed.html", context)


@require_safe
@private
def audit_deleted(request):
    """What is said after everything has been deleted."""
    return render(request, "lessons/audit/deleted.html", {"title": _("The audit is deleted")})


@require_safe
@private
def audit_organise_result(request, key, number):
    """The result of a round, for the organiser."""
    audit = behind(Audit.objects.all(), key)
    shown = behind(audit.rounds.for_page(), round_key(key, number))
    return render(request, "lessons/audit/result.html", result_context(shown, "organise", [key, number]))


@require_safe
@private
def audit_organise_csv(request, key, number):
    """The result of a round as CSV, for the organiser."""
    audit = behind(Audit.objects.all(), key)
    return csv_of(behind(audit.rounds.for_page(), round_key(key, number)))


@ASKS
@private
def audit_round(request, key):
    """Where the participants' link leads: who asks, what becomes of the answers, and as whom one answers."""
    asked_in = behind(Round.objects.for_page().filter(audit__alone=False), key)
    form = BeginForm(asked_in, sent(request))
    if asked_in.is_open and form.is_valid():
        sheet_key = actions.begin_sheet(audit_round=asked_in, voice=form.cleaned_data["voice"])
        return remembered_here(redirect("audit-sheet-first", sheet_key), asked_in, sheet_key)
    context = {
        "title": asked_in.audit.name,
        "round": asked_in,
        "form": form,
        "begun": begun_here(request, asked_in),
        "key": key,
    }
    return render(request, "lessons/audit/round.html", {**context, "asked": Questionnaire.read(asked_in.questions)})


@require_safe
@private
def audit_round_result(request, key):
    """The result of a round that is closed, for whoever has the participants' link."""
    shown = behind(Round.objects.for_page().filter(audit__alone=False), key)
    if shown.is_open:
        return redirect("audit-round", key)
    return render(request, "lessons/audit/result.html", result_context(shown, "round", [key]))


@require_safe
@private
def audit_round_csv(request, key):
    """The result of a round that is closed as CSV."""
    shown = behind(Round.objects.for_page().filter(audit__alone=False), key)
    return redirect("audit-round", key) if shown.is_open else csv_of(shown)


@ASKS
@private
def audit_sheet(request, key):
    """One's own sheet: what is answered, handing it in, and what comes of it."""
    sheet = behind(Sheet.objects.for_page(), key)
    if request.method == "POST":
        if sheet.is_open:
            actions.hand_in(sheet=sheet)
        return redirect("audit-sheet", key)
    return render(request, "lessons/audit/sheet.html", sheet_context(sheet, key))


@require_safe
@private
def audit_sheet_first(request, key):
    """Go on where the sheet's person has stopped."""
    sheet = behind(Sheet.objects.for_page(), key)
    waiting = next((row["section"] for row in sheet_context(sheet, key)["rows"] if not row["answered"]), None)
    return redirect("audit-sheet-step", key, waiting.slug) if waiting else redirect("audit-sheet", key)


@ASKS
@private
def audit_sheet_step(request, key, element):
    """The statements of one element, on one's own sheet."""
    sheet = behind(Sheet.objects.for_page(), key)
    asked = Questionnaire.read(sheet.round.questions)
    section = asked.section(element)
    if section is None:
        raise Http404(f"The audit asks nothing about “{element}”.")
    if not sheet.is_open:
        return redirect("audit-sheet", key)
    form = StepForm(section, Reply.objects.of_sheet(sheet), sent(request))
    if form.is_valid():
        actions.save_step(sheet=sheet, section=section, said=form.said)
        after = asked.after(section)
        return redirect("audit-sheet-step", key, after.slug) if after else redirect("audit-sheet", key)
    context = {"title": section.heading, "form": form, "sheet": sheet, "key": key, **asked.around(section)}
    return render(request, "lessons/audit/sheet_step.html", context)


@require_safe
@private
def audit_sheet_own(request, key):
    """What one's own answers come to."""
    sheet = behind(Sheet.objects.for_page(), key)
    result = results.of_one(Questionnaire.read(sheet.round.questions), Reply.objects.of_sheet(sheet))
    context = {**result.context(sheet.round.audit.reader), "title": _("How it looks from where you stand")}
    return render(request, "lessons/audit/sheet_own.html", {**context, "sheet": sheet, "key": key})


@require_safe
@private
def audit_sheet_together(request, key):
    """The result of all, for somebody who handed in."""
    sheet = behind(Sheet.objects.for_page(), key)
    if sheet.place is None and sheet.round.is_open:
        return redirect("audit-sheet", key)
    shown = Round.objects.for_page().get(pk=sheet.round_id)
    return render(request, "lessons/audit/result.html", result_context(shown, "sheet", [key]))


@ASKS
@private
def audit_sheet_leave(request, key):
    """Let this browser forget whose sheet it was."""
    sheet = behind(Sheet.objects.for_page(), key)
    if request.method == "POST":
        return forgotten_here(redirect("audit"), sheet.round)
    return render(
        request, "lessons/audit/leave.html", {"title": _("Leave nothing on this computer?"), "sheet": sheet, "key": key}
    )


def csv_of(shown: Round) -> HttpResponse:
    """The result of the round as a file."""
    response = StreamingHttpResponse(as_csv(shown), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="learning-audit-round-{shown.number}.csv"'
    return response

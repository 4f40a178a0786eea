"""The pages of the learning audit for whoever comes: what it is, answering alone, and setting one up for a team."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.private import private, sent
from lessons.audit.accounts import audit_rows
from lessons.audit.actions import keep_alone, start_audit
from lessons.audit.alone import Alone, forgotten
from lessons.audit.forms import AuditForm, KeepForm, StepForm, Where
from lessons.audit.questionnaire import Questionnaire
from lessons.audit.results import of_one

ASKS = require_http_methods(["GET", "HEAD", "POST"])
"""A page with a form that leads back to itself."""


@require_safe
@private
def audit(request):
    """What the learning audit is, and the two ways to answer it."""
    asked = Questionnaire.of_library()
    own = Alone.read(request, asked)
    return render(request, "lessons/audit/audit.html", {"title": _("The learning audit"), "asked": asked, "own": own})


@require_safe
@private
def audit_alone(request):
    """Go on where somebody who answers alone has stopped."""
    asked = Questionnaire.of_library()
    own = Alone.read(request, asked)
    waiting = next((section for section in asked.sections if not own.answered(section)), None)
    return redirect("audit-alone-step", waiting.slug) if waiting else redirect("audit-alone-result")


@ASKS
@private
def audit_alone_step(request, element):
    """The statements of one element, answered alone."""
    asked = Questionnaire.of_library()
    section, own = asked.section(element), Alone.read(request, asked)
    if section is None:
        raise Http404(f"The audit asks nothing about “{element}”.")
    said = {slug: (often, "") for slug, often in own.answers.items()}
    form = StepForm(section, said, sent(request), examples=False)
    if form.is_valid():
        after = asked.after(section)
        to = redirect("audit-alone-step", after.slug) if after else redirect("audit-alone-result")
        return own.with_answers(form.answers).kept(to)
    context = {"title": section.heading, "form": form, **asked.around(section)}
    return render(request, "lessons/audit/alone_step.html", context)


@require_safe
@private
def audit_alone_result(request):
    """What the answers of somebody who answered alone come to."""
    asked = Questionnaire.of_library()
    own = Alone.read(request, asked)
    result = of_one(asked, {slug: (often, "") for slug, often in own.answers.items()})
    context = {**result.context(own.where), "title": _("How it looks from where you stand"), "own": own}
    return render(request, "lessons/audit/alone_result.html", {**context, "where": Where(own.where)})


@require_POST
@private
def audit_alone_where(request):
    """Say where the answers come from."""
    own = Alone.read(request, Questionnaire.of_library())
    return own.at(Where(request.POST).known).kept(redirect("audit-alone-result"))


@ASKS
@private
def audit_alone_forget(request):
    """Ask whether the answers shall be forgotten, and forget them."""
    if request.method == "POST":
        return forgotten(redirect("audit"))
    return render(request, "lessons/audit/alone_forget.html", {"title": _("Delete your answers?")})


@ASKS
@private
def audit_alone_keep(request):
    """Keep the answers under a private link, so that they can be set beside later ones."""
    own = Alone.read(request, Questionnaire.of_library())
    if not own.answers:
        return redirect("audit-alone-result")
    form = KeepForm(request.user, sent(request))
    if form.is_valid():
        said = form.said(own.answers)
        key = keep_alone(name=form.cleaned_data["name"], where=own.where, said=said, user=form.owner)
        return forgotten(redirect("audit-organise", key))
    return render(request, "lessons/audit/alone_keep.html", {"title": _("Keep your answers"), "form": form, "own": own})


@ASKS
@private
def audit_team(request):
    """Set up an audit for a team."""
    form = AuditForm(request.user, sent(request))
    if form.is_valid():
        _audit, key = start_audit(said=form.cleaned_data, user=form.owner)
        return redirect("audit-organise", key)
    return render(request, "lessons/audit/team.html", {"title": _("Ask your team"), "form": form})


@login_required
@require_safe
@private
def audit_mine(request):
    """The audits that stand under the account."""
    context = {"title": _("Your audits"), "rows": audit_rows(request.user)}
    return render(request, "lessons/audit/mine.html", context)

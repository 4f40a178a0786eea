"""What a team could do this month about a finding."""

from django.utils.translation import gettext as _

from lessons.audit.findings import Finding, Kind


def next_step(one: Finding, of_statement: str) -> str:
    """A step to take: the statement's own where that is seldom or only sometimes so, else one that fits the kind of finding."""
    said = {"text": one.focus.asked.text}
    if one.kind == Kind.DIFFER:
        return _bring_together(one) % said
    if one.kind == Kind.UNKNOWN:
        return (
            _(
                "Find out who could say how often this is so: “%(text)s” Ask them for the last example, and tell the others."
            )
            % said
        )
    if one.kind == Kind.OFTEN:
        return _("Write down when this was last put to the test, and who would notice if it stopped: “%(text)s”") % said
    return of_statement or _("Ask five people for the last example of this, and compare the answers: “%(text)s”") % said


def _bring_together(one: Finding) -> str:
    """Let those who differ speak of one statement."""
    if not one.ends:
        return _(
            "Read this out at a meeting: “%(text)s” Let one who says often and one who says seldom each give the last example."
        )
    low, high = (group.inside for group, _tally in one.ends)
    together = _(
        "Bring %(low)s together with %(high)s for an hour over this: “%%(text)s” Each gives the last example before anybody explains."
    )
    return together % {"low": low, "high": high}

"""What the pages of an audit that is kept show."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.addresses import absolute
from lessons.audit.groups import LEAST_APART, LEAST_OPEN
from lessons.audit.keys import round_key
from lessons.audit.questionnaire import Questionnaire
from lessons.audit.results import before, of_round
from lessons.models import Audit, Reply, Round, Sheet


def organiser_context(audit: Audit, key: str) -> dict:
    """The audit with its rounds, the newest first, each with its links."""
    rounds = [
        {
            "round": one,
            "key": (own := round_key(key, one.number)),
            "link": absolute(reverse("audit-round", args=[own])),
            "waiting": waiting(one),
        }
        for one in audit.rounds.with_counts().order_by("-number")
    ]
    return {
        "title": audit.name,
        "audit": audit,
        "key": key,
        "link": absolute(reverse("audit-organise", args=[key])),
        "rounds": rounds,
        "open": bool(rounds and rounds[0]["round"].is_open),
        "least_open": LEAST_OPEN,
        "least_apart": LEAST_APART,
    }


def waiting(one: Round) -> int:
    """How many have handed in since a result was last seen, as long as they are too few to be shown; 0 where they are not."""
    late = one.handed_in - one.seen if one.seen and one.is_open else 0
    return late if 0 < late < LEAST_APART else 0


def sheet_context(sheet: Sheet, key: str) -> dict:
    """One's own sheet: how much of each element is answered, and what may be seen by now."""
    asked, said = Questionnaire.read(sheet.round.questions), Reply.objects.of_sheet(sheet)
    rows = [
        {
            "section": section,
            "answered": sum(bool(said.get(one.slug, ("",))[0]) for one in section.statements),
            "asked": len(section.statements),
        }
        for section in asked.sections
    ]
    handed_in = Sheet.objects.of_round(sheet.round).handed_in().count()
    return {
        "title": sheet.round.audit.name,
        "sheet": sheet,
        "key": key,
        "rows": rows,
        "answered": sum(row["answered"] for row in rows),
        "asked": len(asked.statements),
        "link": absolute(reverse("audit-sheet", args=[key])),
        "more": max((LEAST_OPEN if sheet.round.is_open else LEAST_APART) - handed_in, 0),
    }


def result_context(shown: Round, way: str, arguments: Sequence) -> dict:
    """The result of a round, for somebody who came that way: `organise`, `round` or `sheet`."""
    result = of_round(shown, shown.handed_in)
    context = {
        "title": shown.audit.name,
        "audit": shown.audit,
        "round": shown,
        "way": way,
        "back": reverse(f"audit-{way}", args=arguments[:1]),
        "csv": reverse(f"audit-{way}-csv", args=arguments) if way != "sheet" and result else "",
        "least": LEAST_OPEN if shown.is_open else LEAST_APART,
        "reader_note": _("Stories from like places stand first.") if shown.audit.reader else "",
    }
    if result is None:
        return context
    earlier = before(shown)
    return {**context, **result.context(shown.audit.reader), "changes": result.since(earlier), "earlier": earlier}

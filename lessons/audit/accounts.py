"""The audits that stand under somebody's account, on the person's own page."""

from django.utils.translation import gettext_lazy as _

from cases.account_panels import AccountPanel
from lessons.audit.keys import account_key
from lessons.models import Audit


def audit_rows(user) -> list[tuple[Audit, str]]:
    """The audits of the account, each with the key to it."""
    return [(audit, account_key(audit.pk)) for audit in Audit.objects.of_user(user)]


def my_audits(user) -> dict | None:
    """What the panel shows; None for who has none."""
    rows = audit_rows(user)
    return {"rows": rows} if rows else None


AUDITS = AccountPanel("audits", _("My audits"), "lessons/audit/_account.html", my_audits)

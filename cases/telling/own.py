"""What somebody tells, on their own page."""

from django.utils.translation import gettext_lazy as _

from cases.account_panels import AccountPanel
from cases.models import Contribution


def told_by(user) -> dict | None:
    """The stories that the person tells, the one that changed last first; None where there are none."""
    stories = list(Contribution.objects.of_user(user))
    return {"stories": stories} if stories else None


PANEL = AccountPanel("stories", _("My stories"), "cases/telling/_mine.html", told_by)

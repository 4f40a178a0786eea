"""What somebody follows, on the person's own page."""

from django.utils.translation import gettext_lazy as _

from cases.account_panels import AccountPanel
from cases.following.pages import subscription_rows
from cases.models import Subscription


def my_subscriptions(user) -> dict | None:
    """What the panel shows; None for who follows nothing."""
    rows = subscription_rows(Subscription.objects.of_user(user))
    return {"rows": rows} if rows else None


SUBSCRIPTIONS = AccountPanel("subscriptions", _("What I follow"), "cases/following/_account.html", my_subscriptions)

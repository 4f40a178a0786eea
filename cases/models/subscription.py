"""Subscriptions: what somebody wants to be told about, and how often."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import Pace, not_empty, one_of

CONFIRM_WITHIN = timedelta(days=3)
"""How long a mail that asks for a confirmation is good."""

RESTS = {Pace.AT_ONCE: timedelta(0), Pace.DAILY: timedelta(days=1), Pace.WEEKLY: timedelta(days=7)}
"""The least time between two mails of a subscription."""


class SubscriptionQuerySet(models.QuerySet):
    """Lists of subscriptions."""

    def confirmed(self):
        """Subscriptions that the owner of the address has confirmed."""
        return self.filter(confirmed_at__isnull=False)

    def lapsed(self):
        """Subscriptions that nobody confirmed in time."""
        return self.filter(confirmed_at__isnull=True, asked_at__lt=timezone.now() - CONFIRM_WITHIN)

    def asked_since(self, moment):
        """Subscriptions whose confirmation was asked for since that moment."""
        return self.filter(asked_at__gte=moment)

    def due(self, newest: int):
        """Confirmed subscriptions that may be told now, and have not been told everything up to that piece of news."""
        now = timezone.now()
        rested = Q(told_at__isnull=True)
        for pace, rest in RESTS.items():
            rested |= Q(pace=pace, told_at__lte=now - rest)
        return self.confirmed().filter(rested, mark__lt=newest)

    def by_matter(self):
        """Kind, key and mark of what they are about, each once, with nothing told twice."""
        return self.order_by("kind", "key", "mark").values_list("kind", "key", "mark").distinct()

    def on(self, kind, key, mark):
        """Those about one matter that have been told up to the same piece of news, with their follower."""
        return self.filter(kind=kind, key=key, mark=mark).select_related("follower").order_by("pk")

    def only_this(self, subscription):
        """The one subscription."""
        return self.filter(pk=subscription.pk)

    def for_page(self):
        """The subscriptions of a private page, in the order in which they were made."""
        return self.confirmed().select_related("follower").order_by("pk")

    def of_user(self, user):
        """What stands under the user's account, with the follower of each."""
        return self.filter(user=user).confirmed().select_related("follower").order_by("pk")


class Subscription(models.Model):
    """Somebody wants to be told what is new about a matter: stories in a state of the finder, a story, a lesson."""

    follower = models.ForeignKey("cases.Follower", on_delete=models.CASCADE, related_name="subscriptions")
    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("key"), max_length=1500, blank=True)
    pace = models.CharField(_("how often"), max_length=10, choices=Pace, default=Pace.WEEKLY)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="subscriptions"
    )
    mark = models.BigIntegerField(_("newest piece of news that was told"), default=0)
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    told_at = models.DateTimeField(_("told at"), null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["kind", "mark"], name="subscription_kind_mark")]
        constraints = [
            not_empty("subscription", "kind"),
            one_of("subscription", "pace", Pace),
            models.UniqueConstraint(
                name="subscription_once",
                fields=["follower", "kind", "key"],
                violation_error_message=_("This address follows that already."),
            ),
            models.CheckConstraint(
                name="subscription_told_when_confirmed",
                condition=Q(told_at__isnull=True) | Q(confirmed_at__isnull=False, told_at__gte=F("confirmed_at")),
                violation_error_message=_("Nobody is told anything before they have confirmed."),
            ),
        ]

    def __str__(self):
        return f"{self.follower}: {self.kind} {self.key}"

    @property
    def has_lapsed(self) -> bool:
        """Whether it was not confirmed in time."""
        return self.confirmed_at is None and self.asked_at < timezone.now() - CONFIRM_WITHIN

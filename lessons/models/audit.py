"""Learning audits that are kept: by a team, or by one person under a private link."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from cases.choices import OrganisationKind, PlaceKind, not_empty, one_of

YEARS_KEPT = 2
"""Years after which an audit is deleted that nobody keeps or repeats."""

WARNED_BEFORE = timedelta(days=45)
"""How long before that its organiser is told."""

NOTICE = timedelta(days=30)
"""How long an organiser who was told has to keep it."""


def two_years_on() -> date:
    """The day until which what is begun today is kept."""
    today = timezone.localdate()
    last_of_february = today.month == 2 and today.day == 29
    return today.replace(year=today.year + YEARS_KEPT, day=28 if last_of_february else today.day)


class AuditQuerySet(models.QuerySet):
    """Lists of audits."""

    def of_user(self, user):
        """The audits that stand under the user's account, the newest first."""
        return self.filter(user=user).prefetch_related("rounds").order_by("-pk")

    def running_out(self, day):
        """Audits that are kept no longer than that day, whose organiser left an address and has not been warned."""
        return self.filter(keep_until__lte=day, warned_on__isnull=True).exclude(email="").order_by("pk")

    def run_out(self, today, warned_by):
        """Audits whose time is over, and whose organiser left no address or was warned by that day."""
        return self.filter(keep_until__lt=today).filter(models.Q(email="") | models.Q(warned_on__lte=warned_by))


class Audit(models.Model):
    """A body or a team that asks itself, in one round or in several, how it stands on each element."""

    name = models.CharField(_("name"), max_length=100)
    asked_by = models.CharField(_("who asks"), max_length=100, blank=True)
    alone = models.BooleanField(_("answered alone"), default=False)
    body = models.CharField(_("kind of body"), max_length=20, choices=OrganisationKind, blank=True)
    place = models.CharField(_("kind of place"), max_length=20, choices=PlaceKind, blank=True)
    country = CountryField(_("country"), blank=True)
    key_hash = models.CharField(_("hash of the organiser's key"), max_length=64, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="audits"
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    keep_until = models.DateField(_("kept until"), default=two_years_on)
    warned_on = models.DateField(_("warned on"), null=True, blank=True)

    objects = AuditQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        constraints = [
            not_empty("audit", "name"),
            one_of("audit", "body", OrganisationKind, blank=True),
            one_of("audit", "place", PlaceKind, blank=True),
        ]

    def __str__(self):
        return self.name

    @property
    def told(self) -> dict:
        """What the organiser said of it, as the form of `lessons.audit.forms` has it."""
        last = self.rounds.order_by("-number").first()
        names = ("name", "asked_by", "body", "place", "email")
        said = {name: getattr(self, name) for name in names}
        return {**said, "country": str(self.country.code or "").lower(), "closes_on": last.closes_on if last else None}

    @property
    def reader(self) -> dict[str, str]:
        """What is said of where it is asked, as `lessons.audit.recommending` reads it."""
        found = {"body": self.body, "place": self.place, "country": str(self.country.code or "").lower()}
        return {name: value for name, value in found.items() if value}

    @property
    def ends_soon(self) -> bool:
        """Whether it is deleted within the next month or two, unless somebody keeps it."""
        return self.keep_until <= timezone.localdate() + WARNED_BEFORE

"""Launches that a learning platform has announced."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

OPEN_FOR = timedelta(minutes=10)
"""How long the platform may take to say who it is."""


class PlatformLoginQuerySet(models.QuerySet):
    """Lists of logins."""

    def open(self):
        """Those that a launch may still answer: young, and not used yet."""
        return self.filter(made_at__gt=timezone.now() - OPEN_FOR, used_at__isnull=True)

    def over(self):
        """Those that no launch can answer any more."""
        return self.filter(made_at__lt=timezone.now() - timedelta(days=1))

    def use(self, login) -> bool:
        """Use the login for its one launch; False where another launch was quicker."""
        return self.open().filter(pk=login.pk).update(used_at=timezone.now()) == 1


class PlatformLogin(models.Model):
    """A browser that a learning platform sent here, and that we sent back to it with a state and a nonce, each good for one launch."""

    registration = models.ForeignKey("lti_tool.LtiRegistration", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=43, unique=True)
    nonce = models.CharField(max_length=43)
    secret = models.CharField(max_length=43)
    """What only the browser keeps, as a cookie or in the platform's storage."""
    asked = models.JSONField(default=dict, blank=True)
    """What the platform asked for, to begin anew in a window of its own."""
    made_at = models.DateTimeField(default=timezone.now, db_index=True)
    used_at = models.DateTimeField(null=True, blank=True)

    objects = PlatformLoginQuerySet.as_manager()

    def __str__(self):
        return f"{self.registration}, {self.made_at:%Y-%m-%d %H:%M}"

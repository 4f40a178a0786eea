"""What learning platforms have opened."""

from datetime import timedelta

from django.core.signing import BadSignature, TimestampSigner
from django.db import models
from django.utils import timezone

OPEN_FOR = timedelta(hours=12)
"""How long the address of a launched page opens it."""

SIGNER = TimestampSigner(salt="lessons.lti.launch")


class PlatformLaunchQuerySet(models.QuerySet):
    """Lists of launches."""

    def opened_by(self, token: str):
        """The launch that the token of an address opens, or None: forged, too old, or its platform was switched off."""
        try:
            key = SIGNER.unsign(token, max_age=OPEN_FOR)
        except BadSignature:
            return None
        allowed = self.filter(deployment__is_active=True, deployment__registration__is_active=True)
        return allowed.select_related("deployment__registration").filter(pk=key).first()

    def over(self):
        """Those that no address opens any more."""
        return self.filter(made_at__lt=timezone.now() - 2 * OPEN_FOR)


class PlatformLaunch(models.Model):
    """
    One opening of something here by a learning platform, for one person of whom only the platform's own opaque name is kept.

    With `settings` it asks what shall be linked; else it shows `thing`.
    """

    deployment = models.ForeignKey("lti_tool.LtiDeployment", on_delete=models.CASCADE, related_name="+")
    subject = models.CharField(max_length=255)
    thing = models.CharField(max_length=400, blank=True)
    right = models.CharField(max_length=64, blank=True)
    lineitem = models.URLField(max_length=1000, blank=True)
    """Where the platform takes the person's completion, if it does."""
    settings = models.JSONField(default=dict, blank=True)
    origins = models.JSONField(default=list, blank=True)
    """The sites of the platform that may show the page in a frame."""
    made_at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = PlatformLaunchQuerySet.as_manager()

    def __str__(self):
        return f"{self.thing or 'deep linking'}, {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def token(self) -> str:
        """What opens the launch, in an address."""
        return SIGNER.sign(self.pk)

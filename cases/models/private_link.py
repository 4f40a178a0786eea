"""The links by which authors come back to their stories."""

import hashlib
import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty


def fingerprint(token: str) -> str:
    """What the database keeps of a token: enough to know it again, nothing to make it from."""
    return hashlib.sha256(token.encode()).hexdigest()


class PrivateLinkQuerySet(models.QuerySet):
    """Lists of private links."""

    def working(self):
        """Links that have not been ended."""
        return self.filter(ended_at=None)

    def of_token(self, token):
        """The link of that token, with its author and story."""
        return self.filter(token_hash=fingerprint(token)).select_related("author__contribution")

    def sent_since(self, email, moment):
        """The links that were made for an address after the moment."""
        return self.filter(author__email=email.lower(), made_at__gt=moment)

    def make(self, author, *, ends_others=False):
        """A new link for the author, and its token, which nobody can read again after this."""
        token = secrets.token_urlsafe(32)
        return self.create(author=author, token_hash=fingerprint(token), ends_others=ends_others), token


class PrivateLink(models.Model):
    """A link that opens one author's story on any device, until it is ended. The database holds only its hash."""

    author = models.ForeignKey(
        "cases.CoAuthor", on_delete=models.CASCADE, related_name="links", verbose_name=_("author")
    )
    token_hash = models.CharField(_("hash of the token"), max_length=64, unique=True)
    ends_others = models.BooleanField(_("ends older links when it is opened"), default=False)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    opened_at = models.DateTimeField(_("first opened"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = PrivateLinkQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        constraints = [not_empty("privatelink", "token_hash")]

    def __str__(self):
        return f"{self.author}, {self.made_at:%d.%m.%Y}"

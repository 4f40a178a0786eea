"""Followers: people who let the library write to them."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty


def new_nonce() -> str:
    """What a follower's private links are made from, beside the library's secret."""
    return get_random_string(16)


class FollowerQuerySet(models.QuerySet):
    """Lists of followers."""

    def of_email(self, email):
        """The follower of that address, whatever the size of its letters."""
        return self.filter(email__iexact=email)

    def without_subscriptions(self):
        """Followers of nothing."""
        return self.filter(subscriptions__isnull=True)


class Follower(models.Model):
    """An e-mail address to which the library may send what somebody follows. It is deleted with the last subscription."""

    email = models.EmailField(_("e-mail address"))
    nonce = models.CharField(max_length=16, default=new_nonce, editable=False)

    objects = FollowerQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        constraints = [
            not_empty("follower", "email"),
            models.UniqueConstraint(
                Lower("email"),
                name="follower_once",
                violation_error_message=_("Somebody follows under this address already."),
            ),
        ]

    def __str__(self):
        return self.email

"""The people who tell a story together."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty, one_of
from cases.telling.choices import Writer


class CoAuthorQuerySet(models.QuerySet):
    """Lists of authors."""

    def at_address(self, email):
        """Everything that somebody tells under this address and that is still there, the newest first."""
        return (
            self.filter(email=email.lower()).select_related("contribution").order_by("-contribution__changed_at", "-pk")
        )

    def lately_on(self, page, since):
        """Who opened the page after the moment, the last first."""
        return self.filter(open_page=page, open_since__gt=since).order_by("-open_since", "-pk")

    def confirmed(self):
        """Those who have shown that the address is theirs."""
        return self.filter(confirmed_at__isnull=False)


class CoAuthor(models.Model):
    """Somebody who tells a story, alone or with others: who they are, and from where they know it."""

    contribution = models.ForeignKey(
        "cases.Contribution", on_delete=models.CASCADE, related_name="authors", verbose_name=_("contribution")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="tells",
        verbose_name=_("account"),
    )
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    kind = models.CharField(_("writes as"), max_length=20, choices=Writer, blank=True)
    part = models.CharField(_("part in the story"), max_length=150, blank=True)
    named = models.BooleanField(_("may be named"), null=True, blank=True)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("e-mail confirmed"), null=True, blank=True)
    open_page = models.CharField(_("page opened last"), max_length=60, blank=True)
    open_since = models.DateTimeField(_("opened at"), null=True, blank=True)

    objects = CoAuthorQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("co-author")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            not_empty("coauthor", "name"),
            not_empty("coauthor", "email"),
            one_of("coauthor", "kind", Writer, blank=True),
            models.CheckConstraint(
                name="coauthor_email_in_small_letters",
                condition=models.Q(email=Lower("email")),
                violation_error_message=_("Write the e-mail address in small letters."),
            ),
            models.UniqueConstraint(
                name="coauthor_once",
                fields=["contribution", "email"],
                violation_error_message=_("Somebody with this e-mail address writes this story already."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_confirmed(self) -> bool:
        """Whether they have shown that the address is theirs."""
        return self.confirmed_at is not None

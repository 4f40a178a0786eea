"""How a told story went from hand to hand."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import one_of
from cases.telling.choices import State

NEEDS_REASON = (State.DECLINED,)


class Turn(models.Model):
    """A contribution changed hands: when, to whom, by whom, and what was said."""

    contribution = models.ForeignKey(
        "cases.Contribution", on_delete=models.CASCADE, related_name="turns", verbose_name=_("contribution")
    )
    state = models.CharField(_("state"), max_length=20, choices=State)
    at = models.DateTimeField(_("at"), default=timezone.now)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    author = models.ForeignKey(
        "cases.CoAuthor",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by the author"),
    )
    reason = models.TextField(_("what was said"), blank=True)
    remarks = models.JSONField(_("remarks"), default=list, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["at", "pk"]
        default_permissions = ()
        constraints = [
            one_of("turn", "state", State),
            models.CheckConstraint(
                name="turn_says_why",
                condition=~models.Q(state__in=NEEDS_REASON) | ~models.Q(reason=""),
                violation_error_message=_("Say why: the people who wrote it read the reason."),
            ),
        ]

    def __str__(self):
        return f"{self.get_state_display()}, {self.at:%d.%m.%Y}"

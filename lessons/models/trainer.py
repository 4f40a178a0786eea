"""The trainers of courses."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import one_of
from lessons.choices import Right

OPEN_FOR = timedelta(days=30)
"""How long an invitation can be taken up."""


class TrainerQuerySet(models.QuerySet):
    """Lists of trainers."""

    def for_sharing(self):
        """The trainers of a course, its owner first, then by who came first."""
        order = models.Case(models.When(right=Right.OWNER, then=0), default=1)
        return self.select_related("user").order_by(order, "invited_at", "pk")

    def arrived(self):
        """Those who have an account here: everybody but who has not taken up an invitation."""
        return self.filter(user__isnull=False, user__is_active=True)

    def waiting(self):
        """Invitations that can still be taken up."""
        return self.filter(user__isnull=True, invited_at__gt=timezone.now() - OPEN_FOR)


class Trainer(models.Model):
    """Somebody who owns a course, may change it, or may see and teach it; or who has been invited to."""

    course = models.ForeignKey("lessons.Course", on_delete=models.CASCADE, related_name="trainers")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="teaches"
    )
    email = models.EmailField(_("e-mail"), blank=True)
    right = models.CharField(_("right"), max_length=10, choices=Right, default=Right.SEE)
    token = models.CharField(max_length=64, blank=True, editable=False)
    invited_at = models.DateTimeField(default=timezone.now, editable=False)
    told_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = TrainerQuerySet.as_manager()

    class Meta:
        constraints = [
            one_of("trainer", "right", Right),
            models.UniqueConstraint(
                name="trainer_one_owner",
                fields=["course"],
                condition=Q(right=Right.OWNER),
                violation_error_message=_("The course has an owner already. Hand it over instead."),
            ),
            models.UniqueConstraint(
                name="trainer_once",
                fields=["course", "user"],
                condition=Q(user__isnull=False),
                violation_error_message=_("This person is a trainer of the course already."),
            ),
            models.UniqueConstraint(
                name="trainer_invited_once",
                fields=["course", "email"],
                condition=Q(user__isnull=True),
                violation_error_message=_("This address has been invited to the course already."),
            ),
            models.CheckConstraint(
                name="trainer_arrived_or_invited",
                condition=Q(user__isnull=False, token="") | (Q(user__isnull=True) & ~Q(email="") & ~Q(token="")),
                violation_error_message=_(
                    "A trainer is a person with an account, or an address with an open invitation."
                ),
            ),
            models.CheckConstraint(
                name="trainer_owner_arrived",
                condition=~Q(right=Right.OWNER) | Q(user__isnull=False),
                violation_error_message=_("A course is owned by a person with an account."),
            ),
        ]

    def __str__(self):
        return str(self.user or self.email)

    @property
    def expired(self) -> bool:
        """Whether the invitation can no longer be taken up."""
        return not self.user_id and self.invited_at < timezone.now() - OPEN_FOR

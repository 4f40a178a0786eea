"""Sign-offs: who was asked to say that a story is right, and what they answered."""

from datetime import timedelta

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from cases.choices import Answer, Signatory, one_of

KEY_LENGTH = 12


def new_key() -> str:
    """What makes a link the one that counts; a new one ends the old."""
    return get_random_string(KEY_LENGTH)


class SignOffQuerySet(models.QuerySet):
    """Lists of sign-offs."""

    def for_page(self):
        """Sign-offs with their review, its story and whoever asked."""
        joins = ("review__story__latest_revision", "review__workflow_state__requested_by", "review__editor", "user")
        return self.select_related(*joins)

    def for_queue(self, user):
        """Sign-offs that the user is asked for, without the words of what is to be signed."""
        return self.for_page().filter(user=user).defer("content", "review__story__latest_revision__content")

    def open(self):
        """Sign-offs that somebody is asked for now."""
        return self.filter(answer="", review__workflow_state__status="in_progress").exclude(asked_at=None)


class SignOff(models.Model):
    """Somebody who knows the story, asked to say that this is how it was: a practitioner or a scholar, with an account or without."""

    review = models.ForeignKey("cases.Review", on_delete=models.CASCADE, related_name="sign_offs")
    kind = models.CharField(_("as"), max_length=20, choices=Signatory)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="sign_offs"
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    due = models.DateField(_("due"))
    asked_at = models.DateTimeField(_("asked"), null=True, editable=False)
    seen_at = models.DateTimeField(_("opened"), null=True, editable=False)
    reminders = models.PositiveSmallIntegerField(default=0, editable=False)
    reminded_at = models.DateTimeField(null=True, editable=False)
    link_key = models.CharField(max_length=KEY_LENGTH, default=new_key, editable=False)
    link_until = models.DateTimeField(null=True, editable=False)
    answer = models.CharField(_("answer"), max_length=20, choices=Answer, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)
    reason = models.TextField(_("reason"), blank=True, max_length=2000)
    shown_name = models.CharField(_("name for readers"), max_length=120, blank=True)
    overridden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    content = models.JSONField(null=True, encoder=DjangoJSONEncoder, editable=False)
    content_at = models.DateTimeField(null=True, editable=False)

    objects = SignOffQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            one_of("sign_off", "kind", Signatory),
            one_of("sign_off", "answer", Answer, blank=True),
            models.UniqueConstraint(
                name="sign_off_once",
                fields=["review", "kind"],
                violation_error_message=_(
                    "Somebody is asked as this in the review already. Name another in their place."
                ),
            ),
            models.CheckConstraint(
                name="sign_off_answer_dated",
                condition=models.Q(answer="", answered_at__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                violation_error_message=_("An answer has a time, and a time belongs to an answer."),
            ),
            models.CheckConstraint(
                name="sign_off_reason_given",
                condition=models.Q(answer__in=["", Answer.SIGNED]) | ~models.Q(reason=""),
                violation_error_message=_("Say why it is sent back, or why it goes on without."),
            ),
        ]

    def __str__(self):
        return f"{self.person or _('nobody yet')} ({self.get_kind_display()})"

    @property
    def person(self) -> str:
        """The name of whoever is asked, or their address, or nothing."""
        account = (self.user.get_full_name() or self.user.get_username()) if self.user_id else ""
        return self.name or account or self.email

    @property
    def asked_as(self) -> Signatory:
        """As whom they are asked."""
        return Signatory(self.kind)

    @property
    def address(self) -> str:
        """Where mail reaches them; nothing where it does not."""
        return self.email or (self.user.email if self.user_id else "")

    @property
    def overdue(self) -> bool:
        """Whether the answer should have come by now."""
        return not self.answer and self.due < timezone.localdate()

    @property
    def reminded_today(self) -> bool:
        """Whether they were reminded in the last day."""
        return bool(self.reminded_at and self.reminded_at > timezone.now() - timedelta(days=1))

    @property
    def link_lives(self) -> bool:
        """Whether the link has neither been ended nor run out."""
        return bool(self.link_until and self.link_until > timezone.now())

    def signed_other_than(self, digest: str) -> bool:
        """Whether they signed a state of the draft that is not this one any more."""
        from cases.reviewing.material import digest as digest_of

        return self.answer == Answer.SIGNED and digest_of(self.content) != digest

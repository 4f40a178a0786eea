"""Signatures: what readers are told of who stood by a story."""

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.choices import Signatory, one_of
from cases.models.placed import Placed


class Signature(Placed):
    """A practitioner or a scholar who signed the published story off, by name with their leave; or the reason why nobody did."""

    story = models.ForeignKey("cases.Story", on_delete=models.CASCADE, related_name="signatures")
    kind = models.CharField(_("as"), max_length=20, choices=Signatory)
    name = models.CharField(_("name"), max_length=120, blank=True, help_text=_("Only with their leave."))
    given_on = models.DateField(_("date"))
    reason = models.CharField(
        _("reason"), max_length=2000, blank=True, help_text=_("Why the story was published without this sign-off.")
    )
    digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta(Placed.Meta):
        constraints = [
            one_of("signature", "kind", Signatory),
            models.UniqueConstraint(
                name="signature_once",
                fields=["story", "kind"],
                violation_error_message=_("The story is signed off by one of these already."),
            ),
            models.CheckConstraint(
                name="signature_name_or_reason",
                condition=models.Q(name="") | models.Q(reason=""),
                violation_error_message=_("Give either the name of who signed it off, or the reason why nobody did."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.given_on}"

    @property
    def sentence(self) -> str:
        """What readers are told."""
        words = {"who": Signatory(self.kind).person, "name": self.name, "reason": self.reason.rstrip(".")}
        words["day"] = date_format(self.given_on, "j F Y")
        if self.reason:
            return gettext("Published without the sign-off of %(who)s, because: %(reason)s.") % words
        if self.name:
            return gettext("Signed off by %(who)s, %(name)s, on %(day)s.") % words
        return gettext("Signed off by %(who)s on %(day)s.") % words

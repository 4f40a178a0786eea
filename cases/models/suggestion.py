"""Suggestions: what readers say is wrong with a story, or out of date."""

from textwrap import shorten

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import SuggestionState, WhichPart, not_empty, one_of


class SuggestionQuerySet(models.QuerySet):
    """Lists of suggestions."""

    def waiting(self):
        """Suggestions that nobody has decided on."""
        return self.filter(state=SuggestionState.WAITING)

    def of_story(self, story):
        """What readers said of the story."""
        return self.filter(story=story)

    def sent_since(self, moment):
        """What was sent since that moment."""
        return self.filter(sent_at__gte=moment)


class Suggestion(models.Model):
    """What a reader says is wrong with a published story or out of date, how they know, and what became of it."""

    story = models.ForeignKey(
        "cases.Story", on_delete=models.SET_NULL, null=True, related_name="suggestions", verbose_name=_("story")
    )
    outdated = models.BooleanField(_("out of date"), default=False)
    part = models.CharField(_("which part"), max_length=30, choices=WhichPart, blank=True)
    text = models.TextField(_("what is wrong"), max_length=2000)
    source = models.TextField(_("how one knows"), max_length=500, blank=True)
    name = models.CharField(_("who"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)
    state = models.CharField(_("state"), max_length=10, choices=SuggestionState, default=SuggestionState.WAITING)
    answer = models.TextField(
        _("answer"),
        max_length=1000,
        blank=True,
        help_text=_("Who suggested it gets this, with thanks, where they left an address. To decline needs a reason."),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    objects = SuggestionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-sent_at", "-pk"]
        constraints = [
            not_empty("suggestion", "text"),
            one_of("suggestion", "part", WhichPart, blank=True),
            one_of("suggestion", "state", SuggestionState),
            models.CheckConstraint(
                name="suggestion_declined_with_reason",
                condition=~models.Q(state=SuggestionState.DECLINED) | ~models.Q(answer=""),
                violation_error_message=_("To decline a suggestion, say why."),
            ),
        ]

    def __str__(self):
        return shorten(self.text, 80, placeholder=" …")

    @property
    def was_taken_up(self) -> bool:
        """Whether the story was changed for it."""
        return self.state == SuggestionState.TAKEN_UP

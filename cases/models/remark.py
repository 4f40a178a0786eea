"""Remarks on a field of a story."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import Signatory, not_empty, one_of


class RemarkQuerySet(models.QuerySet):
    """Lists of remarks."""

    def of_story(self, story):
        """Every remark on the story, oldest first."""
        return self.filter(story=story.pk).order_by("created_at", "pk")

    def open_for(self, story):
        """The remarks on the story that nobody has dealt with yet, oldest first."""
        return self.of_story(story).filter(answered_at=None)

    def open_of_signatories(self, story):
        """The remarks of practitioners and scholars on the story that nobody has dealt with yet, oldest first."""
        return self.open_for(story).exclude(kind="")

    def open_by_story(self, stories):
        """How many remarks are open on each of the stories (ids) that has any."""
        found = self.filter(story__in=stories, answered_at=None).order_by()
        return dict(found.values_list("story").annotate(models.Count("pk")))


class Remark(models.Model):
    """What a reviewer says about one field of a story, and what the author did about it."""

    story = models.ForeignKey("cases.Story", on_delete=models.CASCADE, related_name="remarks", verbose_name=_("story"))
    sign_off = models.ForeignKey(
        "cases.SignOff", on_delete=models.SET_NULL, null=True, blank=True, related_name="remarks", editable=False
    )
    field = models.CharField(_("about"), max_length=40, blank=True)
    text = models.TextField(_("remark"), max_length=2000)
    kind = models.CharField(_("as"), max_length=20, choices=Signatory, blank=True)
    by_name = models.CharField(_("by"), max_length=120)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(_("when"), auto_now_add=True)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(_("dealt with"), null=True, blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )

    objects = RemarkQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            not_empty("remark", "text"),
            one_of("remark", "kind", Signatory, blank=True),
            models.CheckConstraint(
                name="remark_answer_by_somebody",
                condition=models.Q(answered_at__isnull=False) | models.Q(answered_by__isnull=True),
                violation_error_message=_("Say when the remark was dealt with."),
            ),
        ]

    def __str__(self):
        return f"{self.by_name}: {self.text[:60]}"

    @property
    def label(self) -> str:
        """The field's name."""
        from cases.story_fields import field_label

        return field_label(self.field)

    @property
    def anchor(self) -> str:
        """Where the field is on the desk's screen."""
        from cases.story_fields import desk_anchor

        return desk_anchor(self.field)

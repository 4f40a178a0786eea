"""Contributions: stories that people outside the desk tell."""

import secrets

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty, one_of
from cases.telling.choices import TAKEN_UP, WITH_AUTHORS, State


def new_key() -> str:
    """A name for its address that says nothing and that nobody guesses."""
    return secrets.token_hex(8)


class ContributionQuerySet(models.QuerySet):
    """Lists of contributions."""

    def of_user(self, user):
        """What the user tells, the one that changed last first."""
        return self.filter(authors__user=user).select_related("story").order_by("-changed_at", "-pk")

    def open_by(self, links):
        """What these private links (ids) open."""
        return (
            self.filter(authors__links__in=links, authors__links__ended_at=None)
            .select_related("story")
            .order_by("-changed_at", "-pk")
        )

    def for_desk(self):
        """What has been sent at least once, with its authors; what waits for a first look comes first."""
        waits = models.Case(models.When(state=State.HELD, then=0), default=1, output_field=models.IntegerField())
        sent = self.exclude(state__in=(State.WRITING, State.UNCONFIRMED, State.WITHDRAWN))
        return sent.annotate(waits=waits).prefetch_related("authors").order_by("waits", "-changed_at", "-pk")

    def held(self):
        """What waits for an editor's first look, the longest first."""
        return self.filter(state=State.HELD).order_by("changed_at", "pk")

    def begun_since(self, moment):
        """What was begun after the moment."""
        return self.filter(begun_at__gt=moment)

    def told(self, story, *states):
        """The contribution that the story was made of, where it stands at one of these; or None."""
        return self.filter(story=story.pk, state__in=states).first()

    def accepted_of(self, email):
        """What editors have taken up of this address and still stand by."""
        return self.filter(authors__email=email, turns__state=State.AT_DESK, state__in=TAKEN_UP).distinct()

    def left_since(self, moment):
        """What its authors have and have not changed since the moment."""
        return self.filter(state__in=WITH_AUTHORS, changed_at__lt=moment)


class Contribution(models.Model):
    """A story as somebody tells it, from the first words until it is published, declined or withdrawn."""

    State = State

    key = models.SlugField(_("key"), max_length=20, unique=True, default=new_key, editable=False)
    title = models.CharField(_("working title"), max_length=70)
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.WRITING)
    story = models.OneToOneField(
        "cases.Story",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contribution",
        verbose_name=_("story"),
    )
    handed_over = models.JSONField(_("what was handed over last"), default=dict, blank=True)
    made = models.JSONField(_("drafts made for it"), default=dict, blank=True)
    suspicions = models.JSONField(_("why it may be spam"), default=list, blank=True)
    network = models.CharField(_("network it was begun from, as a fingerprint"), max_length=40, blank=True)
    invitations = models.PositiveSmallIntegerField(_("invitations sent"), default=0)
    begun_at = models.DateTimeField(_("begun"), default=timezone.now)
    changed_at = models.DateTimeField(_("last changed"), default=timezone.now)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True)
    warned_at = models.DateTimeField(_("warned"), null=True, blank=True)

    objects = ContributionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-changed_at", "-pk"]
        default_permissions = ("change",)
        constraints = [not_empty("contribution", "title"), one_of("contribution", "state", State)]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """Its overview, for its authors."""
        return reverse("tell-overview", args=[self.key])

    @property
    def may_be_changed(self) -> bool:
        """Whether its authors have it."""
        return self.state in WITH_AUTHORS

    def touch(self) -> None:
        """Note that its authors have worked on it: nobody needs to be reminded."""
        self.changed_at, self.reminded_at, self.warned_at = timezone.now(), None, None
        self.save(update_fields=["title", "changed_at", "reminded_at", "warned_at"])

"""The cast of a story."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.choices import LEADING_PARTS, Part, Realm, Stage, one_of
from cases.models.placed import Placed


class RoleQuerySet(models.QuerySet):
    """Lists of roles."""

    def published(self):
        """Roles in published stories."""
        return self.filter(story__live=True)

    def for_leader_page(self, stories):
        """Roles in those of the stories (ids) that are published, with the story and its places, the person and the body."""
        shown = self.published().filter(story__in=stories).select_related("story", "leader", "organisation")
        return shown.prefetch_related("story__places").order_by("story__year_from", "story__title", "pk")

    def first_of_leader(self):
        """The first role of each leader in a published story, with the body."""
        return self.published().select_related("organisation").order_by("story__year_from", "story__title", "pk")[:1]

    def by_realm(self):
        """Each realm with the number of roles in published stories."""
        return self.published().order_by().values_list("realm").annotate(models.Count("pk"))


class Role(Placed):
    """A leader, or an unnamed group, in a story: what they did, and in which realm."""

    story = ParentalKey("cases.Story", on_delete=models.CASCADE, related_name="roles")
    leader = models.ForeignKey(
        "cases.Leader", on_delete=models.PROTECT, null=True, blank=True, related_name="roles", verbose_name=_("leader")
    )
    group = models.CharField(_("unnamed group"), max_length=120, blank=True, help_text=_("Such as: the parents."))
    job_title = models.CharField(_("job title"), max_length=150, blank=True)
    organisation = models.ForeignKey(
        "cases.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="roles",
        verbose_name=_("organisation"),
    )
    realm = models.CharField(_("realm"), max_length=20, choices=Realm)
    part = models.CharField(_("part"), max_length=20, choices=Part)
    stage = models.CharField(_("stage"), max_length=20, choices=Stage, blank=True, help_text=_("Empty: throughout."))
    note = models.CharField(_("note"), max_length=400, blank=True)
    reply_offered_on = models.DateField(_("right of reply offered on"), null=True, blank=True)
    reply_answered_on = models.DateField(_("answered on"), null=True, blank=True)
    reply_note = models.CharField(
        _("about the right of reply"),
        max_length=300,
        blank=True,
        help_text=_("What came of it, or why it was not offered. Readers do not see it; the library's files have it."),
    )

    objects = RoleQuerySet.as_manager()

    class Meta(Placed.Meta):
        constraints = [
            one_of("role", "realm", Realm),
            one_of("role", "part", Part),
            one_of("role", "stage", Stage, blank=True),
            models.CheckConstraint(
                name="role_leader_or_group",
                condition=models.Q(leader__isnull=False, group="")
                | (models.Q(leader__isnull=True) & ~models.Q(group="")),
                violation_error_message=_("Give either a leader or an unnamed group, not both."),
            ),
            models.CheckConstraint(
                name="role_reply_in_order",
                condition=models.Q(reply_answered_on__isnull=True)
                | models.Q(reply_offered_on__isnull=False, reply_answered_on__gte=models.F("reply_offered_on")),
                violation_error_message=_("A reply cannot be older than the offer. Give the day of the offer, too."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        """The person's name, or the words for the group."""
        return self.leader.name if self.leader_id else self.group

    @property
    def leads(self) -> bool:
        """Whether this role counts for the story's zone."""
        return self.part in LEADING_PARTS

    @property
    def reply_settled(self) -> bool:
        """Whether the person was offered the right to reply, or it is said why not."""
        return bool(self.reply_offered_on or self.reply_note)

"""Leaders: the people who act in stories."""

from django.db import models
from django.db.models.functions import Length, Lower, Replace, Substr
from django.utils.translation import gettext_lazy as _

from cases.choices import Realm, not_empty
from cases.markdown import validate_markdown
from cases.models.record import Record, RecordQuerySet, retired_with_reason

BEFORE_SURNAME = models.Func(
    "name", Replace("name", models.Value(" "), models.Value("")), function="RTRIM", output_field=models.CharField()
)
"""The name without its last word: what is left when every sign but the blank is taken away from its end."""

SURNAME = Lower(Substr("name", Length(BEFORE_SURNAME) + 1))
"""The last word of the name, in an index of the database: the names themselves say it, and no draft can differ."""


class LeaderQuerySet(RecordQuerySet):
    """Lists of leaders."""

    def for_list(self):
        """Published leaders by surname."""
        return self.published().order_by(SURNAME, "name", "slug")

    def with_stories(self):
        """Leaders with `story_count`, `realms`, and their first role in a published story."""
        from cases.models.role import Role

        shown = models.Q(roles__story__live=True)
        counts = {
            f"{realm}_roles": models.Count("roles", filter=shown & models.Q(roles__realm=realm)) for realm in Realm
        }
        first = models.Prefetch("roles", queryset=Role.objects.first_of_leader(), to_attr="first_roles")
        stories = models.Count("roles__story", filter=shown, distinct=True)
        return self.annotate(story_count=stories, **counts).prefetch_related(first)


class Leader(Record):
    """A person who acts in stories. What they did, and in which realm, belongs to each role, not to the person."""

    name = models.CharField(_("name"), max_length=120)
    about = models.TextField(_("about"), blank=True, validators=[validate_markdown])

    objects = LeaderQuerySet.as_manager()

    page_name = "leader-page"

    class Meta:
        ordering = ["name", "slug"]
        constraints = [retired_with_reason("leader"), not_empty("leader", "name")]
        indexes = [models.Index(SURNAME, "name", "slug", name="leader_by_surname")]

    def __str__(self):
        return self.name

    @property
    def realms(self) -> list[Realm]:
        """The realms in which a leader from `for_list` acts, in their fixed order."""
        return [realm for realm in Realm if getattr(self, f"{realm}_roles")]

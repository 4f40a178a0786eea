"""Leaders: the people who act in stories."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty
from cases.markdown import validate_markdown
from cases.models.record import Record, RecordQuerySet


class LeaderQuerySet(RecordQuerySet):
    """Lists of leaders."""

    def for_list(self):
        """Published leaders by surname, with their roles in published stories in `shown_roles`."""
        from cases.models.role import Role

        roles = models.Prefetch("roles", queryset=Role.objects.for_leader_page(), to_attr="shown_roles")
        return self.published().prefetch_related(roles)


class Leader(Record):
    """A person who acts in stories. What they did, and in which realm, belongs to each role, not to the person."""

    name = models.CharField(_("name"), max_length=120)
    about = models.TextField(_("about"), blank=True, validators=[validate_markdown])

    objects = LeaderQuerySet.as_manager()

    page_name = "leader-page"

    class Meta:
        ordering = ["name", "slug"]
        constraints = [not_empty("leader", "name")]

    def __str__(self):
        return self.name

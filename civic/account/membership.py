"""What a person is to the library, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cases.people import Group
from civic.rights import ALLOWS


@dataclass(frozen=True)
class Membership:
    """A group that somebody belongs to, and what that allows."""

    name: str
    allows: str


def memberships_of(user) -> list[Membership]:
    """The groups of a person in their usual order, then those that people made themselves; first of all, who owns the place."""
    held = set(user.groups.values_list("name", flat=True))
    owner = (
        [Membership(_("Owner"), _("You may do everything, and give rights to others."))] if user.is_superuser else []
    )
    known = [Membership(group.label, ALLOWS[group]) for group in Group if group in held]
    return owner + known + [Membership(name, "") for name in sorted(held - set(Group))]


def belongs_to(user, group: Group) -> bool:
    """Whether the person is a member."""
    return user.groups.filter(name=group).exists()

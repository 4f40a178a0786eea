"""Who may decide about whom: nobody gives what they do not have, and nobody decides about themselves or about the owner."""

from django.contrib.auth.models import Group as StoredGroup
from django.db.models import QuerySet

from cases.people import Group


def may_decide_about(actor, person) -> bool:
    """Whether the actor may change the person's account. Only an owner may change an owner's."""
    return actor.has_perm("auth.change_user") and (actor.is_superuser or not person.is_superuser)


def givable(actor) -> QuerySet[StoredGroup]:
    """
    The groups into which the actor may put others: those that hold no more than the actor does.

    An Administrator also gives the library's own groups, of which some hold what is nobody else's, such as a Trainer's courses.
    """
    groups = StoredGroup.objects.order_by("name")
    if actor.is_superuser:
        return groups
    own = set(Group) if actor.groups.filter(name=Group.ADMINISTRATOR).exists() else set()
    return groups.filter(pk__in=[group.pk for group in groups if group.name in own or _within(actor, group)])


def _within(actor, group) -> bool:
    rights = group.permissions.values_list("content_type__app_label", "codename")
    held = actor.get_all_permissions()
    elsewhere = group.collection_permissions.exists() or group.page_permissions.exists()
    return not elsewhere and all(f"{app}.{name}" in held for app, name in rights)

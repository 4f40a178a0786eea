"""What an organisation says about a person, and which of our groups that means."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from cases.people import Group


def mapping() -> list[tuple[str, Group]]:
    """The values of the claim with the group that each stands for, from `OIDC_GROUPS` (``staff=Editor,trainers=Trainer``)."""
    pairs = (pair.rpartition("=") for pair in settings.OIDC_GROUPS)
    return [(value.strip(), Group(name.strip())) for value, _sign, name in pairs]


def groups_claimed(data: Mapping[str, Any]) -> tuple[set[Group], set[Group]]:
    """The groups that the organisation puts a person in, and all the groups that it speaks for."""
    values = {value for said in data.values() if isinstance(said, Mapping) for value in values_of(said)}
    pairs = mapping()
    return {group for value, group in pairs if value in values}, {group for _value, group in pairs}


def values_of(said: Mapping[str, Any]) -> list[str]:
    """The values of the claim: a list, or one text; its name may be a path, such as ``realm_access.roles``."""
    found: Any = said.get(settings.OIDC_GROUPS_CLAIM)
    if found is None:
        found = said
        for step in settings.OIDC_GROUPS_CLAIM.split("."):
            found = found.get(step) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return [found]
    return [value for value in found if isinstance(value, str)] if isinstance(found, list) else []

"""What changed from one version of a story to the next: which sections, figures, evidence. Kept as data, said in words."""

from collections.abc import Iterable

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from cases.extensions import extensions
from cases.models.story import SECTIONS

FIELDS = {
    "title": _("the title"),
    "summary": _("the summary"),
    **{key: _("“%s”") % label for key, label in SECTIONS.items()},
    "result": _("the result"),
    "depth": _("how fully it is told"),
    "level": _("the level"),
    "novelty": _("how new it was"),
    "driver": _("what drove it"),
    "year_from": _("the years"),
    "year_to": _("the years"),
    "part_of": _("which story it is part of"),
}
"""The keys of one value, as they stand in a list of what changed."""


def counted(number: int, key: str) -> str:
    """So many of the parts under the key, in words."""
    if key in extensions.counted:
        return extensions.counted[key](number) % number
    words = {
        "places": ngettext("%d place", "%d places", number),
        "policy_areas": ngettext("%d policy area", "%d policy areas", number),
        "organisations": ngettext("%d organisation", "%d organisations", number),
        "tags": ngettext("%d tag", "%d tags", number),
        "roles": ngettext("%d role in the cast", "%d roles in the cast", number),
        "milestones": ngettext("%d date", "%d dates", number),
        "measures": ngettext("%d figure", "%d figures", number),
        "adaptations": ngettext("%d origin", "%d origins", number),
        "sources": ngettext("%d passage cited", "%d passages cited", number),
    }
    return words.get(key, ngettext("%d entry", "%d entries", number)) % number


def differences(before: dict, after: dict) -> list[list]:
    """The keys that differ, in the order of files: [key, added, removed, altered]; a key of one value counts as altered."""
    found = []
    for key in [*after, *(key for key in before if key not in after)]:
        one, other = before.get(key), after.get(key)
        if one != other:
            many = isinstance(one, list) or isinstance(other, list)
            found.append([key, *(_of_lists(one or [], other or []) if many else (0, 0, 1))])
    return found


def _of_lists(before: list, after: list) -> tuple[int, int, int]:
    """How many items were added, removed and altered; what stands elsewhere in the list is the same."""
    gone, new = list(before), []
    for item in after:
        gone.remove(item) if item in gone else new.append(item)
    altered = min(len(gone), len(new)) if gone and isinstance(gone[0], dict) else 0
    return len(new) - altered, len(gone) - altered, altered


def said(changed: Iterable[list]) -> list[str]:
    """The differences in words, one line each for what was rewritten, added and taken away."""
    changed = [tuple(row) for row in changed]
    fields = list(dict.fromkeys(str(FIELDS[key]) for key, *_counts in changed if key in FIELDS))
    added = [counted(n, key) for key, n, _removed, _altered in changed if n and key not in FIELDS]
    altered = [counted(n, key) for key, _added, _removed, n in changed if n and key not in FIELDS]
    removed = [counted(n, key) for key, _added, n, _altered in changed if n and key not in FIELDS]
    lines = (
        (gettext("Rewritten: %s"), fields),
        (gettext("Added: %s"), added),
        (gettext("Altered: %s"), altered),
        (gettext("Taken out: %s"), removed),
    )
    return [line % ", ".join(parts) for line, parts in lines if parts]

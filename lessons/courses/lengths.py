"""How long things take, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def hours(minutes: int | None) -> str:
    """The minutes as people say them: 45 minutes, 1 hour, 3 hours 30 minutes."""
    whole, rest = divmod(minutes or 0, 60)
    parts = [ngettext("%d hour", "%d hours", whole) % whole] if whole else []
    if rest or not whole:
        parts.append(ngettext("%d minute", "%d minutes", rest) % rest)
    return " ".join(parts)


def clock(minutes: int) -> str:
    """So long after the beginning, as a clock shows it: 0:05, 1:30."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def beside_meant(planned: int, meant: int | None) -> str:
    """How the planned minutes stand to those that were meant, in words; nothing where nobody has said how long it shall be."""
    if not meant:
        return ""
    if planned == meant:
        return _("as long as meant")
    said = hours(abs(planned - meant))
    return _("%s over what was meant") % said if planned > meant else _("%s still open") % said

"""
What happens when a told story has become a draft at the desk: whoever asks people to sign it off registers here.

Each is called, in the transaction of the hand-over, with `contribution`, `story`, `by` (the editor, or None where it passed by itself),
`practitioner` and `scholar` (a `Signatory`, or None where the authors named nobody); and again when the authors have answered remarks.
"""

from collections.abc import Callable
from dataclasses import dataclass

HANDED_OVER: list[Callable[..., None]] = []


@dataclass(frozen=True)
class Signatory:
    """Somebody who could say that this is how it was."""

    name: str
    email: str = ""


def signatories(data: dict) -> dict[str, Signatory | None]:
    """Whom the authors named, by what they would sign as."""
    return {
        who: Signatory(data[who], data.get(f"{who}_email", "")) if data.get(who) else None
        for who in ("practitioner", "scholar")
    }

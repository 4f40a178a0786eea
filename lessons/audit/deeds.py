"""What an organiser can do with an audit; each is asked once more before it is done."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Deed:
    """Something to do: what the page asks, what it says of it, and what stands on the button."""

    title: str | Promise
    words: str | Promise
    button: str | Promise
    grave: bool = False
    """Whether it cannot be undone."""


DEEDS = {
    "close": Deed(
        _("Close this round?"),
        _(
            "Nobody can answer any more, and everyone with the participants' link sees the result of all. "
            "It cannot be opened again; you can ask again in a new round."
        ),
        _("Close the round"),
        grave=True,
    ),
    "again": Deed(
        _("Ask again?"),
        _(
            "A new round begins, with a link of its own and the statements as the library words them today. "
            "The round before is closed, and its result stays. What both ask in the same words is compared."
        ),
        _("Begin a new round"),
    ),
    "longer": Deed(
        _("Keep the audit two more years?"),
        _("Otherwise it is deleted on the day that its page names. You can do this as often as you like."),
        _("Keep it"),
    ),
    "delete": Deed(
        _("Delete the audit?"),
        _(
            "Every round, every answer and every link of it goes, at once and for good. "
            "Nobody can bring it back, not even those who run this library."
        ),
        _("Delete everything"),
        grave=True,
    ),
}

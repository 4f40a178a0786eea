"""What a story's history at the desk says of its reviews, beside what Wagtail says of workflows."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from cases.choices import Signatory

SAID = {
    "cases.sign_off.asked": (_("Ask to sign off"), _("Asked %(name)s to sign off as a %(kind)s")),
    "cases.sign_off.reminded": (_("Remind"), _("Reminded %(name)s, asked as a %(kind)s")),
    "cases.sign_off.link_ended": (_("End a link"), _("Ended the link of %(name)s, asked as a %(kind)s")),
    "cases.sign_off.void": (
        _("Void a sign-off"),
        _("The draft was changed after %(name)s signed it off as a %(kind)s: asked again"),
    ),
    "cases.sign_off.without": (_("Go on without"), _("Went on without the sign-off of a %(kind)s: %(reason)s")),
    "cases.review.assigned": (_("Name the editor"), _("Named who publishes in the end: %(name)s")),
}


def formatter(action: str) -> type[LogFormatter]:
    """How the action reads in the history."""
    name, sentence = SAID[action]

    class Formatter(LogFormatter):
        label = name

        def format_message(self, log_entry):
            """The sentence with what was kept of the action."""
            kind = log_entry.data.get("kind", "")
            words = {
                "name": _("any editor"),
                "reason": "",
                **{key: text for key, text in log_entry.data.items() if text},
            }
            return sentence % {**words, "kind": Signatory(kind).label.lower() if kind else ""}

    return Formatter

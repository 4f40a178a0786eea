"""How the desk's history tells what happened to a record besides editing and publishing."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter


def told(label, sentence, bare) -> type[LogFormatter]:
    """A formatter that fills the sentence with what was logged, or says the bare words."""

    class Told(LogFormatter):
        """An entry in words."""

        def format_message(self, log_entry):
            """The sentence, with the entry's data."""
            data = log_entry.data
            return (
                sentence % data if all(f"%({name})s" not in str(sentence) or data.get(name) for name in NAMES) else bare
            )

        def format_comment(self, log_entry):
            """The words that somebody wrote."""
            return log_entry.data.get("note") or log_entry.data.get("reason") or ""

    Told.label = label
    return Told


NAMES = ("reason", "gone", "slug", "review_by", "release")


def register(actions) -> None:
    """Let Wagtail's history know our actions."""
    found = {
        "cases.begin": (_("Begin"), _("As readers saw it before"), _("As readers saw it before")),
        "cases.retire": (_("Retire"), _("Retired, because: %(reason)s"), _("Retired")),
        "cases.bring_back": (_("Bring back"), _("Brought back"), _("Brought back")),
        "cases.merge": (
            _("Merge"),
            _("“%(gone)s” (%(slug)s) was merged into it"),
            _("Another record was merged into it"),
        ),
        "cases.check": (
            _("Check"),
            _("Found to be still true; next check by %(review_by)s"),
            _("Found to be still true"),
        ),
        "cases.look_after": (
            _("Look after"),
            _("To be checked by %(review_by)s"),
            _("Owner or day of the next check changed"),
        ),
        "cases.release": (_("Release"), _("Published with the release “%(release)s”"), _("Published with a release")),
    }
    for name, (label, sentence, bare) in found.items():
        actions.register_action(name)(told(label, sentence, bare))

"""The pieces of which the desk's screens are made."""

from collections.abc import Callable
from functools import partial

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TitleFieldPanel,
)
from wagtail.admin.widgets import SlugInput

from cases.desk.comparing import PartsComparison
from cases.desk.forms import PartForm, PartFormSet

MARKDOWN = _(
    "Plain text: an empty line starts a paragraph, “- ” a point of a list, “> ” a quotation; *emphasis*, "
    "[words](https://address) for a link. No headings, no HTML."
)

NOTICES: list[Callable[[], Panel]] = []
"""Panels that an upper floor puts above the fields of every record; each shows itself where it has something to say."""


def notices() -> list[Panel]:
    """The notices of a screen, made anew for it."""
    return [make() for make in NOTICES]


class PartsPanel(InlinePanel):
    """The parts of a record, one under the other, each checked together with the record."""

    class BoundPanel(InlinePanel.BoundPanel):
        """The parts of one record."""

        def get_comparison(self):
            """Two versions of them, told as `cases.desk.comparing` tells them."""
            return [partial(PartsComparison, *found.args, **found.keywords) for found in super().get_comparison()]

    def get_form_options(self):
        """Wagtail's options, with our form and formset."""
        options = super().get_form_options()
        options["formsets"][self.relation_name].update(form=PartForm, formset=PartFormSet)
        return options


def naming(field: str) -> list:
    """The name of a record, and the slug that is suggested from it until the record is published."""
    plain_slug = SlugInput(attrs={"data-w-slug-allow-unicode-value": "false"}, formatters=[(r"^(.{60}\S*)\s.*$", "$1")])
    return [
        TitleFieldPanel(field, targets=["slug"], classname="", placeholder=False),
        FieldPanel("slug", widget=plain_slug),
    ]


def markdown(field: str, **kwargs) -> FieldPanel:
    """A text in Markdown."""
    return FieldPanel(field, **{"help_text": MARKDOWN, **kwargs})


def row(*fields: str, **kwargs) -> FieldRowPanel:
    """Short fields beside each other."""
    return FieldRowPanel([FieldPanel(field) for field in fields], **kwargs)


def pinpoint() -> list:
    """Where in which source."""
    return [FieldPanel("source"), row("section", "page")]


def publishing() -> ObjectList:
    """The tab that says how publishing works here; the dates themselves are in Wagtail's status panel."""
    words = _(
        "<p>“Save draft” keeps your work beside the published version; readers see nothing of it. "
        "The preview shows the real page.</p>"
        "<p>“Publish” shows it to readers at once, and to the finder. "
        "“Retire”, in the menu of the title, takes it away again and says why; “Unpublish” is for what was published "
        "by mistake. Both keep everything.</p>"
        "<p>To publish or to end at a date, open the status panel (the first sign, top right) "
        "and choose “Set schedule”. "
        "Every version stays in the history, where you can compare two and go back to one.</p>"
    )
    return ObjectList([HelpPanel(content=words), PublishingPanel()], heading=_("Publishing"))

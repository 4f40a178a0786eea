"""The least that a published story must have."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.checking_stories.registry import looks_at


@looks_at("title", _("No title"), "title", blocks=True, mentions=True, narrow=lambda stories: stories.filter(title=""))
def has_title(story):
    """A story has a title."""
    if not story.title.strip():
        yield gettext("The story has no title. Write one that tells the tension, in at most 70 characters.")


@looks_at(
    "summary", _("No summary"), "summary", blocks=True, mentions=True, narrow=lambda stories: stories.filter(summary="")
)
def has_summary(story):
    """A story has a summary."""
    if not story.summary.strip():
        yield gettext(
            "The story has no summary. Say in two sentences what was done against what problem, and what came of it."
        )


@looks_at(
    "place",
    _("No place"),
    "places",
    blocks=True,
    mentions=True,
    narrow=lambda stories: stories.filter(places=None, no_place=""),
)
def has_place(story):
    """A story happened somewhere, or says why it has no place."""
    if not list(story.places.all()) and not story.no_place.strip():
        yield gettext(
            "The story has no place. Choose where it happened, or say under “Why it has no place” why there is none."
        )


@looks_at(
    "result", _("No result"), "result", blocks=True, mentions=True, narrow=lambda stories: stories.filter(result="")
)
def has_result(story):
    """A story says what came of it, if only that its source does not."""
    if not story.result:
        yield gettext("The story does not say what came of it. Choose a result; “Not stated” is one.")


@looks_at(
    "source",
    _("No source"),
    "citations",
    blocks=True,
    mentions=True,
    narrow=lambda stories: stories.filter(citations=None),
)
def has_source(story):
    """A story rests on at least one source."""
    if not list(story.citations.all()):
        yield gettext("The story rests on no source. Add the publication, or the person, that it was told from.")

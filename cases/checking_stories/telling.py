"""How the story is told: sections, words, sentences."""

import re

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.checking_stories.reading_age import WORD, Reading
from cases.checking_stories.registry import looks_at
from cases.choices import Depth, Result
from cases.markdown import plain
from cases.models import Story
from cases.models.story import SECTIONS

OLDEST_READER = 16
SHORTEST_TEXT = 40
"""Words; of a shorter text the grade says little."""

TRADE_WORDS = re.compile(
    r"\b(?:cutting[ -]edge|ground-?breaking|world[ -]class|best practices?|innovative|transformative|holistic|seamless|"
    r"stakeholders?|journey|synerg(?:y|ies)|empower(?:s|ed|ing|ment)?|leverag(?:e|es|ed|ing)|paradigm|going forward)\b",
    re.IGNORECASE,
)
"""Words that praise or blur, and say nothing that a reader could check."""

SMALL_WORDS = frozenset(
    (
        "the",
        "and",
        "that",
        "with",
        "from",
        "their",
        "they",
        "who",
        "was",
        "were",
        "for",
        "its",
        "his",
        "her",
        "not",
        "but",
    )
)


def told(story: Story) -> list[tuple[str, str]]:
    """The summary and the sections that say something: field and text."""
    return [
        ("summary", story.summary),
        *((field, getattr(story, field)) for field in SECTIONS if getattr(story, field)),
    ]


def longer(story: Story) -> bool:
    """Whether the source tells the story in full."""
    return story.depth == Depth.FULL


@looks_at("repeats-title", _("Summary repeats the title"), "summary", mentions=True)
def adds_to_title(story):
    """The summary says more than the title does."""
    title, summary = (_weighty(text) for text in (story.title, story.summary))
    if len(title) > 2 and title <= summary and len(summary) < len(title) * 2:
        yield gettext(
            "The summary repeats the title. Say what the title leaves out: what was done, and what came of it."
        )


def _weighty(text: str) -> set[str]:
    words = {word.casefold() for word in WORD.findall(text)}
    return {word for word in words if len(word) > 2} - SMALL_WORDS


@looks_at(
    "went-wrong",
    _("Nothing went wrong"),
    "what_went_wrong",
    narrow=lambda stories: stories.exclude(depth=Depth.MENTION).filter(what_went_wrong=""),
    invitation=_("This story does not say what went wrong or stayed open."),
)
def says_what_went_wrong(story):
    """A story says what failed, what it cost, or what its source does not say."""
    if not story.what_went_wrong:
        yield gettext(
            "Nothing is said of what went wrong or stayed open. Say what failed, what it cost, or that the source is silent."
        )


@looks_at(
    "thin",
    _("A section is missing"),
    "problem",
    narrow=lambda stories: (
        stories.filter(depth=Depth.FULL)
        & (stories.filter(problem="") | stories.filter(what_they_did="") | stories.filter(what_changed=""))
    ),
)
def has_its_sections(story):
    """A story told in full says what the problem was, what they did and what changed."""
    for field in ("problem", "what_they_did", "what_changed"):
        if longer(story) and not getattr(story, field):
            yield (
                field,
                gettext("“%(section)s” is empty, though the story is told in full. Write it, or choose another depth.")
                % {"section": SECTIONS[field]},
            )


@looks_at(
    "adapt",
    _("Nothing for who would adapt it"),
    "before_you_adapt_it",
    narrow=lambda stories: stories.filter(depth=Depth.FULL, before_you_adapt_it=""),
    invitation=_(
        "This story does not say what was particular about the place, and what would have to be true elsewhere."
    ),
)
def says_what_was_particular(story):
    """A story told in full says what somebody elsewhere should know before they adapt it."""
    if longer(story) and not story.before_you_adapt_it:
        yield gettext(
            "Nothing is said of what was particular here. Name the size, the law, the money, the people in post."
        )


@looks_at(
    "unshown-success",
    _("Success that nothing shows"),
    "result",
    narrow=lambda stories: stories.exclude(depth=Depth.MENTION).filter(
        result=Result.SUCCEEDED, what_changed="", measures=None
    ),
)
def shows_success(story):
    """A story that succeeded says what changed."""
    if story.result == Result.SUCCEEDED and not story.what_changed and not list(story.measures.all()):
        yield gettext(
            "It is said to have succeeded, and nothing says what changed. Tell what changed, or choose another result."
        )


@looks_at("reading-age", _("Hard to read"), "summary")
def can_be_read(story):
    """Each section can be read with ease at 16."""
    for field, text in told(story):
        reading = Reading(text)
        if reading.words >= SHORTEST_TEXT and reading.age > OLDEST_READER:
            longest = "; ".join(f"“{shortened(sentence)}” ({count})" for sentence, count in reading.longest())
            yield (
                field,
                gettext(
                    "It reads at grade %(grade).1f, for readers of about %(age)d; aim at %(oldest)d or younger. "
                    "Split the longest sentences (words): %(longest)s."
                )
                % {"grade": reading.grade, "age": reading.age, "oldest": OLDEST_READER, "longest": longest},
            )


def shortened(sentence: str, most: int = 60) -> str:
    """The first words of the sentence."""
    return sentence if len(sentence) <= most else f"{sentence[:most].rsplit(' ', 1)[0]} …"


@looks_at("trade-words", _("Words that praise or blur"), "summary", mentions=True)
def says_it_plainly(story):
    """A text has no words that say nothing."""
    for field, text in told(story):
        found = sorted({match.group().lower() for match in TRADE_WORDS.finditer(plain(text))})
        if found:
            words = ", ".join(f"“{word}”" for word in found)
            yield field, gettext("%(words)s: say what was done, and by whom, instead.") % {"words": words}

"""Whether the words that stand for a picture say anything to somebody who cannot see it."""

import re
from collections.abc import Iterator

from cases.models import Story

NO_WORDS = re.compile(
    r".*\.(jpe?g|png|webp|avif|gif|heic)|(img|dsc[nf]?|image|photo(graph)?|picture|untitled)?[\s_\-()\d]*", re.I
)
"""The name of a file, or a word that any picture could have."""


def says_nothing(words: str, caption: str = "") -> bool:
    """Whether the alternative text is none: empty, a file's name, or the caption once more."""
    told = words.strip()
    return bool(NO_WORDS.fullmatch(told)) or told.casefold() == caption.strip().casefold()


def alternatives(story: Story) -> Iterator[tuple[str, str]]:
    """A name for each picture of the story, with its alternative text; an empty one where that says nothing."""
    for row in pictures_of(story):
        words = row.picture.description
        yield row.caption or words or row.picture.slug, "" if says_nothing(words, row.caption) else words


def without_words(story: Story) -> list[str]:
    """The names of the story's pictures that have no alternative text worth the name."""
    return [name for name, words in alternatives(story) if not words]


def pictures_of(story: Story) -> list:
    """The rows of the story's pictures, in order, as a form, a draft or the database has them; no query where there are none."""
    return list(story.pictures.all()) if getattr(story, "has_pictures", True) else []

"""The keys of a story's pictures: what stands with the picture itself, and what the picture tells in this story."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cases.library.folder import PICTURE_NAME
from cases.library.keys import Choice, Key, Text
from cases.library.many import Parts
from cases.library.problems import Found
from cases.licences import Licence
from cases.models import Picture, StoryPicture
from cases.models.story_picture import LEAD


class FileName(str):
    """
    The name of a picture's file. Two are the same where they name the same picture with the same bytes: the ending may
    differ, for what is kept of a file is a JPEG or a PNG.
    """

    digest: str = ""
    """Of the bytes that are kept; empty where nobody has looked at them."""

    @classmethod
    def of(cls, name: str, digest: str) -> "FileName":
        """The name, with the digest of what is kept."""
        made = cls(name)
        made.digest = digest
        return made

    @property
    def slug(self) -> str:
        """The slug of the picture."""
        return self.rpartition(".")[0]

    def __eq__(self, other: Any) -> bool:
        if not isinstance(other, FileName):
            return super().__eq__(other)
        return self.slug == other.slug and (not self.digest or not other.digest or self.digest == other.digest)

    __hash__ = str.__hash__


@dataclass(frozen=True)
class File(Key):
    """The name of the picture's file."""

    def columns(self):
        return ("picture__slug", "picture__file", "picture__file_hash")

    def required(self, model):
        return True

    def schema(self, model):
        words = "The name of the picture's file in pictures/."
        return {"title": "File", "description": words, "type": "string", "format": "file", "pattern": PICTURE_NAME}

    def tidy(self, value):
        return value

    def fetch(self, columns, names):
        slug, file, digest = columns
        return FileName.of(f"{slug}.{file.rpartition('.')[2]}", digest)

    def store(self, value, names):
        return {"picture_id": names.key(Picture, FileName(value).slug)}


class OfPicture:
    """A key that stands with the picture, not with its place in the story; it may have another name there."""

    column = ""

    def columns(self):
        """The column of the picture, seen from the story's row."""
        return (f"picture__{self.column or self.name}",)

    def field(self, model):
        """The picture's field."""
        return Picture._meta.get_field(self.column or self.name)

    def store(self, value, names):
        """Nothing: the picture is stored by itself."""
        return {}


@dataclass(frozen=True)
class PictureText(OfPicture, Text):
    """A text that stands with the picture."""

    column: str = ""


@dataclass(frozen=True)
class PictureChoice(OfPicture, Choice):
    """A word of a closed list that stands with the picture."""

    column: str = ""


RIGHTS = (
    PictureText("alt", column="description"),
    PictureText("credit"),
    PictureChoice("licence"),
    PictureText("licence_words"),
    PictureText("consent"),
)
"""What is told of the picture itself."""


def permission_in_words(part: dict) -> Iterator[tuple[str, str]]:
    """A permission needs words."""
    if part.get("licence") == Licence.PERMISSION and not part.get("licence_words"):
        yield "licence", "Say who gave the permission, when, and for what. Add “licence_words:”."


class Pictures(Parts):
    """Pictures, of which at most one leads."""

    def repeated(self, value):
        """Pictures that stand twice, and a second one that leads."""
        yield from super().repeated(value)
        leading = [place for place, part in enumerate(value) if isinstance(part, dict) and part.get("section") == LEAD]
        for place in leading[1:]:
            words = f"One picture leads: pictures[{leading[0] + 1}] does. Name the section in which this one stands."
            yield Found((place, "section"), words)


PICTURES = Pictures(
    "pictures",
    of=StoryPicture,
    keys=(File("file"), *RIGHTS, Text("caption"), Choice("section")),
    rules=(permission_in_words,),
    once=(("file",),),
    description="The pictures in the story; their files are in pictures/.",
)

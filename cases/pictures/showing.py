"""Pictures as a page shows them: in the sizes and formats that a browser chooses from, with credit and licence."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.safestring import SafeString
from wagtail.images.models import Picture as PictureTag
from wagtail.images.models import SourceImageIOError

from cases.models import Picture, PictureRendition, Story, StoryPicture
from cases.models.story_picture import LEAD
from cases.pictures.wording import pictures_of
from cases.search import changes

logger = logging.getLogger(__name__)

FORMATS = ("avif", "webp", "jpeg")
WIDTHS = (400, 800, 1368)
"""Pixels: a narrow screen; the same, twice as dense; the column of a wide one, twice as dense."""
COLUMN, TALLEST = 684, 640
"""Pixels of a page that a picture takes at most."""
MARGINS = 36
"""Pixels of a narrow page beside the picture."""
MADE_AT_ONCE = 20
"""Pictures that the chore makes ready before it lets others have their turn."""


@dataclass(frozen=True)
class Figure:
    """A picture on a page."""

    section: str
    image: SafeString
    caption: str
    credit: str
    licence: str
    licence_address: str = ""
    words: str = ""


def figures(story: Story) -> list[Figure]:
    """The story's pictures, each where it stands; where its section is not told, or another leads already, after the story."""
    rows = pictures_of(story)
    if not rows:
        return []
    prefetch_related_objects(rows, "picture")
    made = Prefetch("renditions", PictureRendition.objects.all(), to_attr="prefetched_renditions")
    prefetch_related_objects([row.picture for row in rows], made)
    told = {field for field, _heading, _text in story.sections} | {LEAD}
    shown = []
    for row in rows:
        place = row.section if row.section in told else ""
        if place == LEAD and any(figure.section == LEAD for figure in shown):
            place = ""
        if figure := figure_of(row, place):
            shown.append(figure)
    return shown


def figure_of(row: StoryPicture, place: str) -> Figure | None:
    """The picture as it stands there; None, and a line in the log, where its file is gone: it may come back, so the page is not kept."""
    picture = row.picture
    try:
        image = image_of(picture, lazy=place != LEAD)
    except (SourceImageIOError, OSError) as error:
        logger.warning("The picture %s cannot be shown: %s", picture.slug, error)
        changes.keep_nothing()
        return None
    words = picture.licence_words
    label = picture.get_licence_display()
    return Figure(place, image, row.caption, picture.credit, label, picture.licence_address, words)


def image_of(picture: Picture, lazy: bool = True) -> SafeString:
    """The picture element: the browser chooses the format and the size, and knows beforehand how much room it takes."""
    width = min(COLUMN, picture.width, round(TALLEST * picture.width / picture.height))
    attributes = {
        "sizes": f"(min-width: {width + MARGINS}px) {width}px, calc(100vw - {MARGINS}px)",
        "width": width,
        "height": max(1, round(width * picture.height / picture.width)),
        "loading": "lazy" if lazy else "eager",
        "decoding": "async",
    }
    return PictureTag(picture.get_renditions(*specs_of(picture)), attributes).__html__()


def specs_of(picture: Picture) -> list[str]:
    """The sizes and formats of the picture, none larger than it is."""
    smaller = [width for width in WIDTHS if width < picture.width]
    widths = [*smaller, *WIDTHS[len(smaller) : len(smaller) + 1]]
    return [f"format-{format}|width-{width}" for format in FORMATS for width in widths]


def make_ready() -> str:
    """Make the sizes of pictures that readers may see, before a reader has to wait for them."""
    made = sum(made_ready(Picture.objects.shown().not_ready()[:MADE_AT_ONCE]))
    return f"{made} made ready" if made else ""


def made_ready(pictures: Iterable[Picture]) -> Iterable[bool]:
    """Make each picture's sizes; a picture that has lost its file is passed over."""
    for picture in pictures:
        try:
            yield bool(picture.get_renditions(*specs_of(picture)))
        except (SourceImageIOError, OSError) as error:
            logger.warning("The picture %s cannot be made ready: %s", picture.slug, error)

"""What is done with pictures, all of it or nothing."""

from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from cases.models import Picture, Story, StoryPicture
from cases.models.story_picture import LEAD


@transaction.atomic
def keep_picture(
    *,
    file: UploadedFile,
    description: str,
    credit: str,
    licence: str,
    licence_words: str = "",
    consent: str = "",
    slug: str = "",
    user=None,
) -> Picture:
    """Keep a picture. It has no address until a page or the desk shows it."""
    picture = Picture(
        description=description,
        credit=credit,
        licence=licence,
        licence_words=licence_words,
        consent=consent,
        uploaded_by_user=user,
        file=file,
    )
    picture.slug = slug or picture.slug
    picture._set_image_file_metadata()
    picture.save()
    return picture


@transaction.atomic
def give_pictures(*, story: Story, pictures: Iterable[tuple[Picture, str]]) -> None:
    """
    Add pictures, each with its caption, behind those of a story that is not saved yet or will be saved next.

    The first leads where none does.
    """
    for picture, caption in pictures:
        there = list(story.pictures.all())
        section = "what_they_did" if any(row.section == LEAD for row in there) else LEAD
        place = max((row.sort_order or 0 for row in there), default=-1) + 1
        story.pictures.add(StoryPicture(picture=picture, caption=caption, section=section, sort_order=place))


@transaction.atomic
def discard_picture(*, picture: Picture) -> None:
    """Delete a picture that no story shows, with its file and every size of it."""
    picture.delete()

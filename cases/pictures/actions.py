"""What is done with pictures, all of it or nothing."""

from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from cases.models import Picture, Story
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
    """Add pictures, each with its caption, to a story that is not saved yet or will be saved next: the first leads where none does."""
    for picture, caption in pictures:
        leads = any(row.section == LEAD for row in story.pictures.all())
        place = "what_they_did" if leads else LEAD
        story.pictures.add(story.pictures.model(picture=picture, caption=caption, section=place))


@transaction.atomic
def discard_picture(*, picture: Picture) -> None:
    """Delete a picture that no story shows, with its file and every size of it."""
    picture.delete()

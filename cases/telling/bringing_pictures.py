"""The pictures of a told story: into its draft, and away with it."""

from django.db import transaction

from cases.models import Contribution, Picture, Story
from cases.pictures.actions import discard_picture, give_pictures
from cases.telling.picture_form import RIGHTS
from cases.telling.steps import BY_KEY
from cases.telling.telling import Telling

PICTURES = BY_KEY["pictures"]


def bring_pictures(*, telling: Telling, story: Story) -> list[str]:
    """
    Put into the draft what the authors have added since it was handed over last, and take out what they have taken away.

    What editors took out, or wrote below a picture, stays as they have it. Answers the names of all that were handed over.
    """
    told = {row.data["file"]: row.data for row in telling.items(PICTURES)[: PICTURES.most]}
    before = telling.contribution.handed_over.get("pictures", [])
    for row in list(story.pictures.all()):
        if row.picture.slug in before and row.picture.slug not in told:
            story.pictures.remove(row)
    new = Picture.objects.filter(slug__in=[slug for slug in told if slug not in before]).in_bulk(field_name="slug")
    for slug, picture in new.items():
        for name in RIGHTS:
            setattr(picture, name, told[slug][name])
        picture.save()
    give_pictures(story=story, pictures=[(new[slug], told[slug]["caption"]) for slug in told if slug in new])
    return list(told)


@transaction.atomic
def discard_pictures(*, contribution: Contribution) -> None:
    """Delete the pictures that its authors ever sent and no story shows."""
    sent = contribution.answers.filter(step=PICTURES.key).values_list("data__file", flat=True)
    for picture in Picture.objects.filter(slug__in=list(sent)).not_in_stories():
        discard_picture(picture=picture)

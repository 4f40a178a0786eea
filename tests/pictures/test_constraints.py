"""What the database promises about pictures, said in sentences by the records."""

import pytest

from cases.licences import Licence
from cases.models import StoryPicture
from cases.models.story_picture import PLACES
from tests.constraints import case, refused_by_database, refused_by_record, refused_twin
from tests.factories import PictureFactory, PictureRenditionFactory, StoryPictureFactory

pytestmark = pytest.mark.django_db

LICENCES = f"licence must be one of: {', '.join(Licence.values)}."
SECTIONS = f"section must be one of: {', '.join(PLACES)}."
PERMISSION = "Say who gave the permission, when, and for what."
CHECKS = [
    case("picture_description_not_empty", PictureFactory, {"description": ""}, "description must not be empty."),
    case("picture_credit_not_empty", PictureFactory, {"credit": ""}, "credit must not be empty."),
    case("picture_licence_one_of", PictureFactory, {"licence": "mine"}, LICENCES),
    case("picture_permission_in_words", PictureFactory, {"licence": "permission"}, PERMISSION),
    case("storypicture_section_one_of", StoryPictureFactory, {"section": "end"}, SECTIONS),
]


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_database(broken):
    assert broken.constraint in refused_by_database(broken)


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_told_in_a_sentence(broken):
    assert broken.sentence in refused_by_record(broken)


def test_it_has_a_picture_once_in_a_story():
    """storypicture_once."""
    row = StoryPictureFactory()
    twin = StoryPicture(story=row.story, picture=row.picture, section="problem")

    assert refused_twin(twin) == ["This picture is in the story already."]


def test_it_has_each_size_of_a_picture_once():
    """picturerendition_once."""
    made = PictureRenditionFactory()
    twin = PictureRenditionFactory.build(image=made.image)

    assert refused_twin(twin) == ["This size of the picture is there already."]

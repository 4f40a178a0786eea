"""The promises of what is kept of learning platforms, kept by the database and said in sentences."""

import pytest

from lessons.models import PlatformPlacement, PlatformScore
from tests.constraints import case, refused_by_database, refused_by_record, refused_twin
from tests.factories import PlatformPlacementFactory, PlatformScoreFactory

pytestmark = pytest.mark.django_db

AHEAD = "A platform cannot have been told more than was reached."

CHECKS = [
    case("platformscore_reached_one_of", PlatformScoreFactory, {"reached": "x"}, "reached must be one of: Started, Completed."),
    case("platformscore_sent_one_of", PlatformScoreFactory, {"sent": "x"}, "sent must be one of: Started, Completed."),
    case("platformscore_never_ahead", PlatformScoreFactory, {"sent": "Completed"}, AHEAD),
]  # fmt: skip


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_database(broken):
    assert broken.constraint in refused_by_database(broken)


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_record_in_a_sentence(broken):
    assert broken.sentence in refused_by_record(broken)


def test_it_keeps_one_score_of_a_person_on_a_line():
    """platformscore_once."""
    score = PlatformScoreFactory()
    twin = PlatformScore(
        deployment=score.deployment, subject=score.subject, lineitem=score.lineitem, reached="Completed"
    )

    assert refused_twin(twin) == ["There is a score of this person on this line already."]


def test_it_keeps_one_placement_of_a_link():
    """platformplacement_once."""
    placement = PlatformPlacementFactory()
    twin = PlatformPlacement(deployment=placement.deployment, link=placement.link, thing="story/tram")

    assert refused_twin(twin) == ["This link is known already."]

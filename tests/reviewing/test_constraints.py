"""What the database refuses of reviews, and what the records say to it."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User

from cases.choices import Answer, Signatory
from cases.models import SignOff
from tests.constraints import case, refused_by_database, refused_by_record, refused_twin
from tests.factories import RemarkFactory, SignatureFactory, SignOffFactory, SignOffTaskFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)
KINDS = f"kind must be one of: {', '.join(Signatory.values)}."
DATED = "An answer has a time, and a time belongs to an answer."
REASON = "Say why it is sent back, or why it goes on without."

CHECKS = [
    case("sign_off_kind_one_of", SignOffFactory, {"kind": "wizard"}, KINDS),
    case(
        "sign_off_answer_one_of",
        SignOffFactory,
        {"answer": "perhaps", "answered_at": NOW, "reason": "x"},
        f"answer must be one of: {', '.join(Answer.values)}.",
    ),
    case("sign_off_answer_dated", SignOffFactory, {"answer": "signed"}, DATED),
    case("sign_off_reason_given", SignOffFactory, {"answer": "sent-back", "answered_at": NOW}, REASON),
    case("sign_off_task_kind_one_of", SignOffTaskFactory, {"kind": "wizard"}, KINDS),
    case("remark_text_not_empty", RemarkFactory, {"text": ""}, "text must not be empty."),
    case("remark_kind_one_of", RemarkFactory, {"kind": "wizard"}, KINDS),
    case("signature_kind_one_of", SignatureFactory, {"kind": "wizard"}, KINDS),
    case(
        "signature_name_or_reason",
        SignatureFactory,
        {"name": "Ann", "reason": "Nobody could."},
        "Give either the name of who signed it off, or the reason why nobody did.",
    ),
]


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_database(broken):
    assert broken.constraint in refused_by_database(broken)


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_record_in_a_sentence(broken):
    assert refused_by_record(broken) == [broken.sentence]


def test_it_refuses_a_time_without_an_answer():
    """sign_off_answer_dated."""
    first = SignOffFactory()

    twin = SignOffFactory.build(review=first.review, kind="scholar", answered_at=NOW)

    assert refused_twin(twin) == [DATED]


def test_it_refuses_to_go_on_without_a_reason():
    """sign_off_reason_given."""
    first = SignOffFactory()

    twin = SignOffFactory.build(review=first.review, kind="scholar", answer="without", answered_at=NOW)

    assert refused_twin(twin) == [REASON]


def test_it_refuses_a_second_practitioner_in_a_review():
    """sign_off_once."""
    first = SignOffFactory()

    twin = SignOff(review=first.review, kind=first.kind, due=first.due)

    assert refused_twin(twin) == ["Somebody is asked as this in the review already. Name another in their place."]


def test_it_refuses_somebody_who_dealt_with_a_remark_at_no_time():
    """remark_answer_by_somebody."""
    first = RemarkFactory()

    twin = RemarkFactory.build(story=first.story, answered_by=User.objects.create_user("edith"))

    assert refused_twin(twin) == ["Say when the remark was dealt with."]


def test_it_refuses_a_second_signature_of_a_practitioner():
    """signature_once."""
    first = SignatureFactory()

    twin = SignatureFactory.build(story=first.story)

    assert refused_twin(twin) == ["The story is signed off by one of these already."]

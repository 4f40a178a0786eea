"""The promises of courses, kept by the database and said in sentences by the records."""

import pytest

from lessons.choices import Audience, Experience, ItemKind, Licence, Right, Stance
from lessons.models import Step, Trainer
from tests.constraints import ITSELF, case, refused_by_database, refused_by_record, refused_twin
from tests.factories import (
    FIRST_DAY,
    CourseFactory,
    CourseGroupFactory,
    EvidenceFactory,
    GroupAnswerFactory,
    ItemFactory,
    MemberFactory,
    ProgressFactory,
    SessionFactory,
    StepFactory,
    StoryFactory,
    TrainerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def words_of(choices):
    """The sentence's list of words."""
    return ", ".join(choices.values)


def evidence_item():
    """An item that points at a piece of evidence."""
    return ItemFactory(evidence=EvidenceFactory())


WHOLE = "A public course has a summary, asks for nothing, and revises no other."
ITS_OWN = "A course cannot be adapted from itself, or revise itself."
POINTS = "An item points at what its kind says, and at nothing else."
PINNED = "What points at the library is pinned, with its day; nothing else is."
WORDS = "A question has a text; an activity has a title and says what people do; a reading has a title and an address."
ANSWERS = "A multiple choice has answers to choose from; an open question has a model answer; nothing else has either."
ARRIVED = "A trainer is a person with an account, or an address with an open invitation."

RETIRED = "What is retired is hidden from readers, and says why."
SILENT = {"retired_on": FIRST_DAY, "live": False}
"""Retired without a reason."""

CHECKS = [
    case("course_retired_with_reason", CourseFactory, SILENT, RETIRED),
    case("course_title_not_empty", CourseFactory, {"title": ""}, "title must not be empty."),
    case("course_by_not_empty", CourseFactory, {"by": ""}, "by must not be empty."),
    case("course_audience_one_of", CourseFactory, {"audience": "x"}, f"audience must be one of: {words_of(Audience)}."),
    case("course_experience_one_of", CourseFactory, {"experience": "x"}, f"experience must be one of: {words_of(Experience)}."),
    case("course_licence_one_of", CourseFactory, {"licence": "x"}, f"licence must be one of: {words_of(Licence)}."),
    case("course_language_one_of", CourseFactory, {"language": "xx"}, "language must be a code of two letters, such as en or cy."),
    case("course_minutes_in_range", CourseFactory, {"minutes": 4}, "minutes must be from 5 to 6000, or left open."),
    case("course_not_from_itself", CourseFactory, {"adapted_from": ITSELF, "credit": "It"}, ITS_OWN),
    case("course_public_is_whole", CourseFactory, {"summary": ""}, WHOLE),
    case("course_public_is_whole", CourseFactory, {"asked_at": FIRST_DAY}, WHOLE),
    case("session_title_not_empty", SessionFactory, {"title": ""}, "title must not be empty."),
    case("session_minutes_in_range", SessionFactory, {"minutes": 1441}, "minutes must be from 5 to 1440, or left open."),
    case("item_kind_one_of", ItemFactory, {"kind": "x"}, f"kind must be one of: {words_of(ItemKind)}."),
    case("item_stance_one_of", evidence_item, {"stance": "x"}, f"stance must be one of: {words_of(Stance)}."),
    case("item_record_is_pinned", ItemFactory, {"pinned_at": FIRST_DAY}, PINNED),
    case("item_has_its_words", ItemFactory, {"text": ""}, WORDS),
    case("item_has_its_words", ItemFactory, {"kind": "reading", "title": "A report"}, WORDS),
    case("item_has_its_words", ItemFactory, {"kind": "open", "text": ""}, WORDS),
    case("item_answers_of_its_kind", ItemFactory, {"kind": "choice"}, ANSWERS),
    case("item_answers_of_its_kind", ItemFactory, {"options": [{"text": "A", "right": True}]}, ANSWERS),
    case("item_answers_of_its_kind", ItemFactory, {"answer": "A model."}, ANSWERS),
    case("item_minutes_in_range", ItemFactory, {"minutes": 601}, "minutes must be from 0 to 600, or left open."),
    case("progress_mark_not_empty", ProgressFactory, {"mark": ""}, "mark must not be empty."),
    case("progress_says_something", ProgressFactory, {"done": False}, "Progress says that something is done, or holds a note."),
    case("coursegroup_title_not_empty", CourseGroupFactory, {"title": ""}, "title must not be empty."),
    case("coursegroup_ends_after_it_opens", CourseGroupFactory, {"ends_at": FIRST_DAY}, "A group ends after it was opened."),
    case("group_answer_says_something", GroupAnswerFactory, {"words": ""}, "An answer is something chosen, or some words."),
    case("trainer_right_one_of", TrainerFactory, {"right": "x"}, f"right must be one of: {words_of(Right)}."),
    case("trainer_arrived_or_invited", TrainerFactory, {"user": None}, ARRIVED),
    case("trainer_arrived_or_invited", TrainerFactory, {"token": "t"}, ARRIVED),
    case("step_said_not_empty", StepFactory, {"said": ""}, "said must not be empty."),
]  # fmt: skip


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_database(broken):
    assert broken.constraint in refused_by_database(broken)


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_record_in_a_sentence(broken):
    assert broken.sentence in refused_by_record(broken)


def test_it_refuses_an_item_that_points_at_what_its_kind_does_not_say():
    """item_points_at_its_kind."""
    broken = case("item_points_at_its_kind", ItemFactory, {"story": StoryFactory()}, POINTS).values[0]

    assert broken.constraint in refused_by_database(broken)
    assert refused_by_record(broken) == [POINTS]


def test_it_refuses_an_adapted_course_without_credit():
    """course_adapted_with_credit."""
    broken = case("course_adapted_with_credit", CourseFactory, {"adapted_from": CourseFactory()}, "").values[0]

    assert broken.constraint in refused_by_database(broken)
    assert refused_by_record(broken) == ["An adapted course gives credit. Say what it was adapted from, and by whom."]


def test_it_refuses_an_owner_who_has_not_arrived():
    """trainer_owner_arrived."""
    change = {"user": None, "email": "ada@example.org", "token": "t", "right": "owner"}
    broken = case("trainer_owner_arrived", TrainerFactory, change, "").values[0]

    assert broken.constraint in refused_by_database(broken)
    assert refused_by_record(broken) == ["A course is owned by a person with an account."]


def test_it_refuses_a_key_that_opens_another_course():
    """course_link_key_once."""
    CourseFactory(draft=True, link_key="k" * 22)

    assert refused_twin(CourseFactory.build(draft=True, link_key="k" * 22)) == [
        "This key opens another course already. Make a new one."
    ]


def test_it_refuses_a_second_owner():
    """trainer_one_owner."""
    first = TrainerFactory(right="owner")

    assert refused_twin(Trainer(course=first.course, user=UserFactory(), right="owner")) == [
        "The course has an owner already. Hand it over instead."
    ]


def test_it_refuses_a_trainer_twice():
    """trainer_once."""
    first = TrainerFactory()

    assert refused_twin(Trainer(course=first.course, user=first.user)) == [
        "This person is a trainer of the course already."
    ]


def test_it_refuses_an_invitation_twice():
    """trainer_invited_once."""
    first = TrainerFactory(user=None, email="ada@example.org", token="t")

    assert refused_twin(Trainer(course=first.course, email="ada@example.org", token="u")) == [
        "This address has been invited to the course already."
    ]


def test_it_refuses_two_steps_of_one_number():
    """step_number_once."""
    first = StepFactory()

    assert refused_twin(Step(course=first.course, number=first.number, said="Again", at=FIRST_DAY)) == [
        "Two steps of a course cannot have the same number."
    ]


TWICE = [
    ("progress_once", ProgressFactory, "user course mark done", "This person has progress with this item already."),
    (
        "coursegroup_code_once",
        CourseGroupFactory,
        "course owner title code ends_at",
        "This code opens another group already.",
    ),
    ("member_token_once", MemberFactory, "group token", "This browser is in the group already."),
    ("group_answer_once", GroupAnswerFactory, "member mark words", "This member has answered the question already."),
]


@pytest.mark.parametrize(("constraint", "factory", "fields", "sentence"), TWICE)
def test_it_refuses_the_same_once_more(constraint, factory, fields, sentence):
    first = factory()
    twin = type(first)(**{name: getattr(first, name) for name in fields.split()})

    assert refused_twin(twin) == [sentence]

"""What the database refuses of stories that are being told, and of who wrote them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from cases.choices import parse
from cases.models import Answer, CoAuthor
from cases.telling.choices import State, Writer
from tests.constraints import case, refused_by_database, refused_by_record, refused_twin
from tests.factories import (
    AnswerFactory,
    CoAuthorFactory,
    ContributionFactory,
    CreditFactory,
    PrivateLinkFactory,
    TurnFactory,
)

pytestmark = pytest.mark.django_db


def among(field, choices):
    """The sentence of a closed list of words."""
    return f"{field} must be one of: {', '.join(choices.values)}."


CHECKS = [
    case("contribution_title_not_empty", ContributionFactory, {"title": ""}, "title must not be empty."),
    case("contribution_state_one_of", ContributionFactory, {"state": "lost"}, among("state", State)),
    case("coauthor_name_not_empty", CoAuthorFactory, {"name": ""}, "name must not be empty."),
    case("coauthor_email_not_empty", CoAuthorFactory, {"email": ""}, "email must not be empty."),
    case("coauthor_kind_one_of", CoAuthorFactory, {"kind": "critic"}, among("kind", Writer)),
    case(
        "coauthor_email_in_small_letters",
        CoAuthorFactory,
        {"email": "Ada@example.org"},
        "Write the e-mail address in small letters.",
    ),
    case("privatelink_token_hash_not_empty", PrivateLinkFactory, {"token_hash": ""}, "token_hash must not be empty."),
    case("turn_state_one_of", TurnFactory, {"state": "lost"}, among("state", State)),
    case("turn_says_why", TurnFactory, {"state": "declined"}, "Say why: the people who wrote it read the reason."),
    case("credit_kind_one_of", CreditFactory, {"kind": "critic"}, among("kind", Writer)),
]


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_database(broken):
    assert broken.constraint in refused_by_database(broken)


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_record_with_a_sentence(broken):
    assert broken.sentence in refused_by_record(broken)


def test_it_has_an_author_once():
    """The constraint coauthor_once."""
    ada = CoAuthorFactory()

    twin = CoAuthor(contribution=ada.contribution, name="Ada again", email=ada.email)

    assert refused_twin(twin) == ["Somebody with this e-mail address writes this story already."]


def test_it_has_each_version_once():
    """The constraint answer_once."""
    answer = AnswerFactory(newest=False)

    twin = Answer(contribution=answer.contribution, step=answer.step, data={"problem": "Other"})

    assert refused_twin(twin) == ["Somebody else has saved this page in the meantime."]


def test_it_has_one_newest_version():
    """The constraint answer_one_newest."""
    answer = AnswerFactory()
    twin = Answer(contribution=answer.contribution, step=answer.step, number=2, data={"problem": "Other"})

    with pytest.raises(ValidationError, match="A page has one newest version"):
        twin.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_it_reads_states_forgivingly():
    assert parse(State, "held") == State.HELD
    assert parse(State, "lost") is None

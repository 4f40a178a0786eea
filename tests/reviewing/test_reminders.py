"""What a review does by itself as days go by."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from cases.models import Review, SignOff
from cases.reviewing.actions import cancel_review
from tests.reviewing.conftest import in_days

ASKED = "Will you sign off “The night bus”?"
LATE = "Still waiting for your word on “The night bus”"


@pytest.fixture
def after(review, subjects, keep_house):
    """Lets so many days go by, one after the other, and answers the mail of those days."""
    subjects()

    def live(*days):
        for day in days:
            with time_machine.travel(timezone.now() + timedelta(days=day, hours=1)):
                assert "failed" not in str(keep_house())
        return subjects()

    return live


def to_ann(mail):
    """The subjects of the mail to the practitioner."""
    return [subject for to, subject in mail if to == "ann@example.org"]


def test_it_asks_for_an_answer_in_a_fortnight(review):
    assert set(SignOff.objects.values_list("due", flat=True)) == {in_days(14)}
    assert review.due == in_days(21)


def test_it_reminds_once_before_and_twice_after_and_then_is_quiet(after):
    mail = to_ann(after(*range(1, 60)))

    due = in_days(14).strftime("%-d %B")
    assert mail == [f"Your word on “The night bus” by {due}", LATE, LATE]


def test_it_tells_the_editor_each_time_an_answer_is_late(after):
    mail = [subject for to, subject in after(*range(1, 60)) if to == "edith@example.org"]

    assert mail == ["No answer yet on “The night bus”"] * 4


def test_it_reminds_nobody_who_has_answered(after, answer, subjects):
    answer("practitioner")

    assert to_ann(after(*range(1, 60))) == []


def test_it_does_not_remind_at_once_where_little_time_was_given(begin, subjects, keep_house):
    begin(due=in_days(1))
    subjects()

    keep_house()

    assert subjects() == []


def test_it_reminds_the_editor_that_everybody_has_answered(sign_both, after):
    sign_both()

    mail = [subject for _to, subject in after(*range(1, 60))]

    assert mail.count("Waiting for an editor: “The night bus”") == 2


def test_it_reminds_nobody_while_it_is_reworked(answer, after):
    answer("practitioner", "sent-back", reason="It is too kind.")

    mail = after(*range(1, 60))

    assert [subject for to, subject in mail if to != "edith@example.org"] == []


def test_it_asks_again_once_the_draft_has_rested(answer, rewrite, subjects, keep_house):
    answer("practitioner")
    rewrite(summary="A tram at night.")
    subjects()

    keep_house()
    assert subjects() == []

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        keep_house()

    assert subjects() == [("ann@example.org", "Changed since you read it: “The night bus”")]
    assert Review.objects.get().in_progress


def test_it_forgets_addresses_half_a_year_after_the_link_has_ended(review, keep_house, edith):
    cancel_review(review=review, by=edith)

    with time_machine.travel(timezone.now() + timedelta(days=239)):
        assert "forget" not in str(keep_house())
    with time_machine.travel(timezone.now() + timedelta(days=241)):
        assert "forget addresses: forgot 2" in keep_house()

    assert [(one.name, one.email) for one in SignOff.objects.all()] == [("Ann Ode", ""), ("Sam Holder", "")]

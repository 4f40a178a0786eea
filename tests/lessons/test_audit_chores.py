"""What the house does by itself about audits: organisers are warned, and what nobody kept is deleted."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from post_office.models import Email

from lessons.audit.chores import delete_what_has_run_out, warn_organisers
from lessons.models import Audit, Sheet
from lessons.models.audit import two_years_on
from tests.audits import an_audit, many_answer, nine_with_statements
from tests.factories import AuditFactory

pytestmark = pytest.mark.django_db


def in_days(days):
    """That many days from today."""
    return timezone.localdate() + timedelta(days=days)


def test_it_warns_once_who_left_an_address():
    AuditFactory(name="The library service", email="ada@example.org", keep_until=in_days(40))

    assert warn_organisers() == "1 organiser was warned"
    assert warn_organisers() == ""

    mail = Email.objects.get()
    assert mail.to == ["ada@example.org"]
    assert mail.subject == "The learning audit “The library service” is deleted soon"
    assert "We cannot send you the link" in mail.message
    assert "You get this mail because" in mail.message


@pytest.mark.parametrize(("days", "email"), [(60, "ada@example.org"), (40, "")])
def test_it_warns_nobody_too_early_or_without_an_address(days, email):
    AuditFactory(email=email, keep_until=in_days(days))

    assert warn_organisers() == ""


def test_it_deletes_what_nobody_kept(db):
    nine_with_statements(elements=1)
    made, _key = an_audit()
    many_answer(made.rounds.get(), ("staff", 1))
    Audit.objects.update(keep_until=in_days(-1))

    assert delete_what_has_run_out() == "1 audit was deleted"
    assert delete_what_has_run_out() == ""
    assert not Sheet.objects.exists()


@pytest.mark.parametrize(
    ("kept", "warned", "left"),
    [(0, None, 1), (-1, None, 1), (-1, -10, 1), (-1, -30, 0), (-400, -30, 0), (10, -35, 1)],
)
def test_it_gives_who_was_warned_a_month(kept, warned, left):
    warned_on = in_days(warned) if warned is not None else None
    AuditFactory(email="ada@example.org", keep_until=in_days(kept), warned_on=warned_on)

    delete_what_has_run_out()

    assert Audit.objects.count() == left


def test_it_warns_and_deletes_in_its_own_time_when_the_house_is_kept(monkeypatch):
    monkeypatch.setattr("cases.chores.LAST", [])
    AuditFactory(email="ada@example.org", keep_until=in_days(-100))

    call_command("keep_house")

    assert Audit.objects.get().warned_on == timezone.localdate()


def test_it_keeps_what_begins_on_a_leap_day_for_two_years(time_machine):
    time_machine.move_to("2028-02-29 12:00", tick=False)

    assert two_years_on().isoformat() == "2030-02-28"

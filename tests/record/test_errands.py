"""What the house does now and then is done once, by whichever process comes first."""

from datetime import timedelta

import pytest

from cases import chores
from cases.chores import Chore
from cases.models import Errand

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(monkeypatch, time_machine):
    """A chore that is done once an hour, how often it was, and the clock."""
    time_machine.move_to("2028-01-20 12:00+00:00", tick=False)
    times = []
    monkeypatch.setattr(
        chores, "CHORES", [Chore("count", lambda: times.append(1) or "counted", every=timedelta(hours=1))]
    )
    monkeypatch.setattr(chores, "LAST", [])
    return times


def test_it_does_it_once_until_it_is_time_again(done, time_machine):
    said = [list(chores.keep_house()), list(chores.keep_house())]
    time_machine.move_to("2028-01-20 12:59:59+00:00", tick=False)
    said.append(list(chores.keep_house()))
    time_machine.move_to("2028-01-20 13:00:00+00:00", tick=False)
    said.append(list(chores.keep_house()))

    assert [bool(lines) for lines in said] == [True, False, False, True]
    assert len(done) == 2


def test_it_lets_one_process_of_two_do_it(done):
    assert [Errand.objects.claim("count", timedelta(hours=1)) for _process in range(2)] == [True, False]


def test_it_does_again_at_once_what_failed(monkeypatch, done):
    monkeypatch.setattr(chores, "CHORES", [Chore("break", lambda: 1 / 0, every=timedelta(days=1))])

    said = [list(chores.keep_house()), list(chores.keep_house())]

    assert said == [["break: failed; see the log"]] * 2


def test_it_knows_the_chores_of_the_record():
    assert {"publish releases", "remind of stories to check", "gather links", "follow links"} <= {
        chore.name for chore in chores.CHORES
    }

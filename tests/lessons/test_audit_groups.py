"""Who may be shown apart: small groups never, not even by subtraction."""

import random

import pytest

from lessons.audit.groups import LEAST_APART, apart, in_sight
from lessons.choices import Voice


def sizes(**counts):
    """The groups that are shown of so many members, staff, partners and users: name and size."""
    voices = [voice for voice, number in counts.items() for _person in range(number)]
    return {group.name: group.size for group in apart(dict(enumerate(voices)))}


def test_it_shows_large_groups_apart():
    assert sizes(staff=5, member=3) == {"Members": 3, "Staff": 5}


def test_it_folds_small_groups_together():
    assert sizes(staff=5, member=2, user=1) == {"Staff": 5, "Members and users": 3}


def test_it_folds_another_group_in_where_the_small_ones_are_too_few():
    assert sizes(staff=6, user=4, member=2) == {"Staff": 6, "Members and users": 6}


def test_it_shows_nobody_apart_where_subtraction_would_show_one():
    assert sizes(staff=6, member=1) == {}


def test_it_shows_nobody_apart_where_all_are_alike():
    assert sizes(staff=9) == {}


def random_counts(seed):
    """How many of each voice, by chance."""
    chance = random.Random(seed)
    return {voice.value: chance.choice((0, 0, 1, 2, 3, 4, 9)) for voice in Voice}


def kinds_shown(counts):
    """The size of every group that is shown, and of what is left of everybody without it."""
    shown, everybody = sizes(**counts), sum(counts.values())
    return [*shown.values(), *(everybody - size for size in shown.values())]


@pytest.mark.parametrize("seed", range(200))
def test_it_leaves_no_group_of_fewer_than_three_by_any_way(seed):
    found = kinds_shown(random_counts(seed))

    assert [size for size in found if size < LEAST_APART] == []


@pytest.mark.parametrize("seed", range(50))
def test_it_leaves_nobody_out_of_the_groups(seed):
    counts = random_counts(seed)

    assert sum(sizes(**counts).values()) in (0, sum(counts.values()))


@pytest.mark.parametrize(("handed_in", "shown"), [(0, 0), (4, 0), (5, 5), (6, 5), (7, 5), (8, 8), (10, 8), (11, 11)])
def test_it_grows_by_three_while_others_may_answer(handed_in, shown):
    assert in_sight(handed_in, is_open=True, seen=0) == shown


@pytest.mark.parametrize(
    ("handed_in", "seen", "shown"),
    [(0, 0, 0), (2, 0, 0), (3, 0, 3), (6, 0, 6), (6, 5, 5), (7, 5, 5), (8, 5, 8), (5, 5, 5)],
)
def test_it_leaves_out_of_a_closed_round_whom_subtraction_would_show(handed_in, seen, shown):
    assert in_sight(handed_in, is_open=False, seen=seen) == shown

"""How answers are counted: turned round, per person, and with honest words where they are few."""

import pytest

from lessons.audit.findings import Kind, finding
from lessons.audit.groups import Group
from lessons.audit.questionnaire import Asked, Section
from lessons.audit.tallies import Count, Said, Tally, differ, in_words

STRAIGHT = Asked("straight", "We do.", False, "When?")
TURNED = Asked("turned", "We fail to.", True, "When?")
SECTION = Section("element", "Element", "Do we?", (STRAIGHT, TURNED))


def group(size, mark="", name="Everybody", first=0):
    """The people of so many sheets."""
    return Group(name, frozenset(range(first, first + size)), mark, name.lower())


def said(*answers):
    """The answers of one person after the other, each to both statements."""
    return Count(
        Said(sheet, slug, often)
        for sheet, pair in enumerate(answers)
        for slug, often in zip(("straight", "turned"), pair, strict=True)
    )


def found(*answers, groups=()):
    """What these people's answers say of the element."""
    return finding(SECTION, said(*answers), group(len(answers)), list(groups))


def test_it_counts_a_statement_that_is_worded_the_other_way_round_the_other_way_round():
    tally = said(("always", "never")).of_section(SECTION, group(1))

    assert tally.places == (4,)


def test_it_counts_each_person_once():
    tally = said(("always", "always"), ("never", "")).of_section(SECTION, group(2))

    assert tally.places == (2, 0)


def test_it_counts_who_cannot_say_beside_the_scale():
    tally = said(("cannot-say", "never"), ("cannot-say", "")).of_section(SECTION, group(2))

    assert (tally.places, tally.cannot, tally.answers) == ((4,), 2, 3)


@pytest.mark.parametrize(
    ("place", "words"),
    [(0, "never"), (1.2, "seldom"), (1.5, "between seldom and sometimes"), (2.8, "often"), (4, "always")],
)
def test_it_says_a_place_in_the_words_of_the_scale(place, words):
    assert in_words(place) == words


@pytest.mark.parametrize(
    ("one", "other", "readable"),
    [
        ((1, 1, 1), (3, 3, 3), True),
        ((1, 1, 1), (1.4, 1.4, 1.4), False),
        ((0, 2, 4), (1, 3, 4), False),
        ((1,) * 40, (1.6,) * 40, True),
        ((1,) * 40, (1.4,) * 40, False),
    ],
)
def test_it_reads_a_difference_only_where_chance_would_not_make_it(one, other, readable):
    assert differ(Tally(one), Tally(other)) is readable


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ([("never", "always")] * 3, Kind.SELDOM),
        ([("sometimes", "sometimes")] * 3, Kind.SOMETIMES),
        ([("always", "never")] * 3, Kind.OFTEN),
        (
            [("cannot-say", "cannot-say"), ("often", "cannot-say"), ("often", "seldom"), ("often", "seldom")],
            Kind.OFTEN,
        ),
        ([("cannot-say", "cannot-say"), ("cannot-say", "cannot-say"), ("cannot-say", "cannot-say")], Kind.UNKNOWN),
        ([("always", "never"), ("always", "never"), ("never", "always"), ("never", "always")], Kind.DIFFER),
    ],
)
def test_it_tells_what_kind_of_finding_it_is(answers, kind):
    assert found(*answers).kind == kind


def test_it_names_the_groups_that_differ():
    staff, users = group(3, "a", "Staff"), group(3, "b", "Users", first=3)

    one = found(*[("never", "always")] * 3, *[("always", "never")] * 3, groups=[staff, users])

    assert one.sentence == "Staff say “never”, users “always”: further apart than chance would set so few people."


def test_it_says_that_a_small_difference_may_be_chance():
    staff, users = group(3, "a", "Staff"), group(3, "b", "Users", first=3)

    one = found(
        *[("often", "seldom")] * 3, ("often", "seldom"), ("often", "seldom"), ("always", "never"), groups=[staff, users]
    )

    assert one.sentence.endswith("The groups lie so close together that it may be chance.")


def test_it_shows_no_group_apart_in_which_only_one_could_say():
    staff, users = group(3, "a", "Staff"), group(3, "b", "Users", first=3)
    silent = ("cannot-say", "cannot-say")

    one = found(*[("often", "seldom")] * 3, ("often", "seldom"), silent, silent, groups=[staff, users])

    assert (one.parts, one.tally.people) == ([], 4)


def test_it_shows_nothing_of_an_element_on_which_two_of_many_could_say():
    silent = ("cannot-say", "cannot-say")

    assert found(("often", "seldom"), ("often", "seldom"), silent, silent, silent) is None

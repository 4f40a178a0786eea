"""A part that is known again keeps its row."""

import pytest

from cases.library.keeping import paired
from cases.models import Credit, Measure

KNOWN = ("name",)
ONE, TWO = "- indicator: One\n  kind: output\n", "- indicator: Two\n  kind: output\n"
THREE = "- indicator: Three\n  kind: outcome\n"


@pytest.fixture
def measured(load, small, story):
    """The folder, loaded with two measures."""
    story.write_text(f"{story.read_text()}measures:\n{ONE}{TWO}")
    load(small)
    return small


def test_it_pairs_parts_that_are_the_same_before_those_that_have_changed():
    before = [{"name": "a", "size": 1}, {"name": "a", "size": 2}, {"name": "b"}]

    assert paired(KNOWN, before, [{"name": "a", "size": 2}, {"name": "a", "size": 3}]) == [1, 0]


def test_it_pairs_nothing_with_what_is_new():
    assert paired(KNOWN, [{"name": "a"}], [{"name": "c"}, {"name": "a"}, {"name": "a"}]) == [None, 0, None]


def test_it_keeps_the_rows_of_measures_that_stay(load, measured, story):
    two = Measure.objects.get(indicator="Two").pk
    story.write_text(story.read_text().replace(ONE, THREE))

    load(measured)

    assert list(Measure.objects.order_by("sort_order").values_list("indicator", "kind")) == [
        ("Three", "outcome"),
        ("Two", "output"),
    ]
    assert Measure.objects.get(indicator="Two").pk == two


def test_it_puts_measures_into_another_order(load, measured, story):
    keys = list(Measure.objects.order_by("sort_order").values_list("pk", flat=True))
    story.write_text(story.read_text().replace("One", "?").replace("Two", "One").replace("?", "Two"))

    load(measured)

    assert list(Measure.objects.order_by("sort_order").values_list("pk", flat=True)) == keys[::-1]


def test_it_keeps_the_row_of_a_credit_that_says_more(load, small, story):
    story.write_text(f"{story.read_text()}credits:\n- name: Ada Okafor\n  kind: practitioner\n")
    load(small)
    before = Credit.objects.get()
    story.write_text(f"{story.read_text()}  part: drove the bus\n")

    load(small)

    after = Credit.objects.get()
    assert (after.pk, before.part, after.part) == (before.pk, "", "drove the bus")

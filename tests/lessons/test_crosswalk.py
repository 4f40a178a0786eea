"""Laying two lenses side by side: which elements meet, and in what they differ."""

import pytest

from tests.factories import ElementFactory, FrameworkFactory, RelationFactory, SourceFactory
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db

BOTH = "/frameworks/crosswalk/?left=first&right=second"


@pytest.fixture
def first():
    """The library's main lens."""
    return FrameworkFactory(slug="first", title="The first lens", order=1)


@pytest.fixture
def second():
    """Another lens."""
    return FrameworkFactory(slug="second", title="The second lens", order=2)


@pytest.fixture
def met(first, second):
    """An element of each lens, related; the second lens says so."""
    risk = ElementFactory(framework=first, slug="risk", name="Taking risks")
    cover = ElementFactory(framework=second, slug="cover", name="Giving cover")
    return RelationFactory(origin=cover, element=risk, note="One dares, the other shields.")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/elements/risk/", "In other lenses Giving cover The second lens One dares, the other shields."),
        ("/elements/cover/", "In other lenses Taking risks The first lens One dares, the other shields."),
    ],
)
def test_it_shows_a_relation_on_the_pages_of_both_elements(client, met, address, said):
    assert said in words(client.get(address))


@pytest.mark.parametrize("address", ["/elements/risk/", "/frameworks/crosswalk/"])
def test_it_shows_no_element_of_a_lens_that_is_hidden(client, met, second, address):
    type(second).objects.filter(pk=second.pk).update(live=False)

    assert "Giving cover" not in words(client.get(address))


def test_it_begins_with_the_main_lens_beside_every_other(client, met, first):
    ElementFactory(framework=first, name="Alone")

    text = words(client.get("/frameworks/crosswalk/"))

    assert "The first lens, beside every lens: 1 pair" in text
    assert "Taking risks Giving cover The second lens One dares" in text
    assert "Alone No counterpart in any lens yet." in text


def test_it_lays_two_lenses_side_by_side(client, met, second):
    third = ElementFactory(name="Elsewhere")
    RelationFactory(origin=met.element, element=third)
    ElementFactory(framework=second, name="Left over")

    text = words(client.get(BOTH))

    assert "The first lens, beside The second lens: 1 pair" in text
    assert "1 element of “The second lens” has no counterpart here Left over" in text
    assert "Elsewhere" not in text


def test_it_marks_in_a_matrix_which_elements_meet(client, met, second):
    ElementFactory(framework=second, name="Left over")

    cells = soup(client.get(BOTH)).select(".crosswalk-matrix tbody td")

    assert [bool(cell.svg) for cell in cells] == [True, False]
    assert cells[0].svg["aria-label"] == "meets Giving cover"


def test_it_relates_elements_of_one_lens_too(client, met, first):
    RelationFactory(origin=met.element, element=ElementFactory(framework=first, name="Nerve"), note="Both need it.")

    text = words(client.get("/frameworks/crosswalk/?left=first&right=first"))

    assert "Taking risks Nerve Both need it." in text
    assert "Nerve Taking risks Both need it." in text


def test_it_keeps_the_first_of_many_in_view(client, met):
    RelationFactory.create_batch(6, origin=met.element)

    row = soup(client.get("/frameworks/crosswalk/")).select_one("#risk")

    assert len(row.select(".meeting")) == 7
    assert row.details.summary.get_text() == "3 more"


def test_it_leaves_out_a_lens_that_it_does_not_know_and_says_so(client, met):
    text = words(client.get("/frameworks/crosswalk/?left=nobody&colour=green"))

    assert "it was left out: left=nobody, colour=green." in text
    assert "The first lens, beside every lens" in text


def test_it_stands_without_a_lens(client):
    assert "No lens is recorded yet." in words(client.get("/frameworks/crosswalk/"))


def test_it_leads_from_a_lens_to_the_crosswalk_and_the_evidence(client, met):
    shown = links(client.get("/frameworks/second/"))

    assert shown["Where it meets other lenses"] == "/frameworks/crosswalk/?left=second"
    assert shown["The evidence through this lens"] == "/explore/evidence-map/?lens=second"


def test_it_groups_lenses_by_their_source(client):
    FrameworkFactory.create_batch(2, source=SourceFactory(title="Essays", year=2009))
    FrameworkFactory.create_batch(2, source=SourceFactory(title="A book", year=1998))

    page = soup(client.get("/frameworks/"))

    assert [name.a.get_text() for name in page.select(".lens-group-name")] == ["A book", "Essays"]
    assert len(page.select(".framework-row")) == 4

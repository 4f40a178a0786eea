"""How many people live in a place, as files tell it."""

import pytest

from cases.models import Place

PLACE = "- slug: kirklees\n"


def tell(folder, facts):
    """Write the facts under the place."""
    file = folder / "places.yaml"
    assert PLACE in file.read_text()
    file.write_text(file.read_text().replace(PLACE, PLACE + facts))


def test_it_holds_how_many_people_live_in_a_place(load, small):
    tell(small, "  population: 388000\n  population_year: 1991\n")

    load(small)

    place = Place.objects.get(slug="kirklees")
    assert (place.population, place.population_year) == (388_000, 1991)


def test_it_needs_no_population(load, small):
    load(small)

    assert Place.objects.get(slug="kirklees").population is None


def test_it_writes_the_population_back(load, dump, small, tmp_path):
    tell(small, "  population: 388000\n  population_year: 1991\n")
    load(small)

    dump(tmp_path / "out")

    assert "  population: 388000\n  population_year: 1991\n" in (tmp_path / "out" / "places.yaml").read_text()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("  population_year: 1991\n", "population_year: Say how many people lived there in that year."),
        ("  population: 0\n", "population: 0 is too small."),
        ("  population: about 400\n", "population: “about 400” is a text."),
        ("  population: 400\n  population_year: 91\n", "population_year: 91 is too small."),
    ],
)
def test_it_says_what_is_wrong_with_a_population(refusals, small, facts, said):
    tell(small, facts)

    assert any(said in problem for problem in refusals(small)), refusals(small)

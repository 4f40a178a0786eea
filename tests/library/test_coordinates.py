"""Where places lie, in the library's files: both degrees or neither, on earth, to two places."""

import pytest

from cases.models import Place

PLACE = "- slug: hill\n  name: Hill\n  country: GB\n  kind: city\n"


def with_place(small, rest):
    """The folder with one more place."""
    places = small / "places.yaml"
    places.write_text(f"{places.read_text()}{PLACE}{rest}")
    return small


@pytest.mark.parametrize("rest", ["  latitude: 54.97\n", "  longitude: -1.61\n"])
def test_it_wants_both_degrees_or_neither(refusals, small, rest):
    said = refusals(with_place(small, rest))

    assert len(said) == 1
    assert "A place on the map needs both “latitude:” and “longitude:”. Give both, or leave both out." in said[0]


@pytest.mark.parametrize(
    ("rest", "key"),
    [
        ("  latitude: 90.01\n  longitude: 0\n", "latitude"),
        ("  latitude: -91\n  longitude: 0\n", "latitude"),
        ("  latitude: 0\n  longitude: 180.5\n", "longitude"),
        ("  latitude: north\n  longitude: 0\n", "latitude"),
        ("  latitude: 0\n  longitude: .nan\n", "longitude"),
        ("  latitude: .inf\n  longitude: 0\n", "latitude"),
    ],
)
def test_it_refuses_degrees_that_are_not_on_earth(refusals, small, rest, key):
    said = refusals(with_place(small, rest))

    assert len(said) == 1
    assert f"].{key}: " in said[0]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("  latitude: 54.970\n  longitude: -1.61\n", "  latitude: 54.97\n  longitude: -1.61\n"),
        ("  latitude: 54\n  longitude: 0\n", "  latitude: 54\n  longitude: 0\n"),
        ("  longitude: -1.6149\n  latitude: 54.5\n", "  latitude: 54.5\n  longitude: -1.61\n"),
        ("  latitude: 90\n  longitude: -180\n", "  latitude: 90\n  longitude: -180\n"),
        ("  latitude: 10\n  longitude: 100\n", "  latitude: 10\n  longitude: 100\n"),
    ],
)
def test_it_writes_degrees_in_one_form(load, dump, small, tmp_path, given, written):
    load(with_place(small, given))

    text = dump(tmp_path / "out")["places.yaml"].decode()

    assert PLACE + written in text
    assert "Nothing changes" in load(tmp_path / "out")


def test_it_takes_a_place_off_the_map(load, small):
    load(with_place(small, "  latitude: 54.97\n  longitude: -1.61\n"))
    places = small / "places.yaml"
    places.write_text(places.read_text().replace("  latitude: 54.97\n  longitude: -1.61\n", ""))

    load(small)

    assert Place.objects.filter(slug="hill", latitude=None, longitude=None).exists()

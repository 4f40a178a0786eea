"""Narrowing the list by its facets: the same promises for every facet."""

import random

import pytest

from cases.facets import FACETS
from tests.reading import at, finder, option, soup, words

pytestmark = pytest.mark.usefixtures("shelf")

SINGLE = {"lineage"}
"""Facets of one value, which have nothing to widen with."""
KEYS = [facet.key for facet in FACETS if facet.key not in SINGLE]


@pytest.fixture(params=KEYS)
def key(request):
    """Each facet in turn."""
    return request.param


def values(key):
    """The values of a facet on the open list."""
    return [option["value"] for option in finder()["facets"][key]]


def counted(state, key):
    """The count of each value that has one."""
    return {option["value"]: option["count"] for option in state["facets"][key] if option["count"]}


def chosen(state, key):
    """The values in force."""
    return sorted(option["value"] for option in state["facets"][key] if option["selected"])


def other(key):
    """A choice in another facet that leaves several stories."""
    return {"source": "source-0"} if key != "source" else {"result": "failed"}


def untrue(state):
    """The options whose count is not the number of stories behind their address, with what is there."""
    options = [(facet, option) for facet, found in state["facets"].items() for option in found]
    counted = [(facet, option, alone(state, facet, option)) for facet, option in options]
    return [
        (facet, option["value"], option["count"], total) for facet, option, total in counted if option["count"] != total
    ]


def alone(state, facet, wanted):
    """How many stories there are when the value alone is chosen in its facet, the others unchanged."""
    others = {key: [o["value"] for o in found if o["selected"]] for key, found in state["facets"].items()}
    return finder({**{k: v for k, v in others.items() if v}, facet: [wanted["value"]]})["total"]


def test_it_has_values_to_test(key):
    assert len(values(key)) >= 2


def test_it_selects_nothing_for_an_unknown_value(key):
    state = finder({key: "no-such-value"})

    assert state["total"] == finder()["total"]
    assert chosen(state, key) == []


def test_it_names_an_unknown_value_on_the_page(key, client):
    response = client.get("/stories/", query_params={key: "no-such-value"})

    assert f"it was left out: {key}=no-such-value" in words(response)
    assert finder({key: "no-such-value"})["ignored"] == [f"{key}=no-such-value"]


def test_it_counts_what_each_value_alone_would_show(key):
    state = finder({key: values(key)[0]})

    assert untrue({**state, "facets": {key: state["facets"][key]}}) == []


def test_it_counts_truly_beside_a_choice_in_another_facet(key):
    state = finder(other(key))

    shown = {**state["facets"], key: state["facets"][key]}
    assert untrue({"facets": {name: shown[name] for name in {key, *other(key)}}}) == []


def test_its_own_choice_does_not_narrow_its_own_counts(key):
    first, second = values(key)[:2]

    counts = counted(finder(other(key)), key)

    assert counted(finder({**other(key), key: [first, second]}), key) == counts


def test_it_narrows_the_counts_of_other_facets(key):
    value = min(finder()["facets"][key], key=lambda option: option["count"])
    beside = next(iter(other(key)))

    counts = [option["count"] for option in finder({key: value["value"]})["facets"][beside]]

    assert sum(counts) < sum(option["count"] for option in finder()["facets"][beside])


def test_it_widens_with_a_second_value(key):
    first, second = values(key)[:2]

    both = finder({key: [first, second]})["total"]

    assert both >= max(finder({key: first})["total"], finder({key: second})["total"])


def test_it_marks_the_chosen_value_and_offers_to_take_it_away(key):
    value = values(key)[0]

    chosen = option(finder({key: value}), key, value)

    assert chosen["selected"] is True
    assert at(chosen["url"])["total"] == finder()["total"]


def test_its_chip_takes_away_exactly_that_value(key, client):
    first, second = sorted(values(key)[:2])
    response = client.get("/stories/", query_params={**other(key), key: [first, second]})

    chips = [chip["href"] for chip in soup(response).select(".chips a.chip")]

    assert sorted(chosen(at(url), key) for url in chips) == [[first], [first, second], [second]]


def test_it_stands_in_the_sentence_in_words(key):
    value = values(key)[0]

    sentence = finder({key: value})["sentence"]

    assert sentence.startswith(f"{finder({key: value})['total']} stor")
    assert (sentence.count("%"), "  " in sentence, " ," in sentence) == (0, False, False)


def test_it_lists_all_its_values_behind_a_link(key, client):
    response = client.get(f"/stories/-/options/{key}/")

    assert len(soup(response).select(".option-links li")) == len(values(key))


def test_it_finds_a_value_by_the_start_of_its_label(key, client):
    label = finder()["facets"][key][0]["label"]

    response = client.get(f"/stories/-/options/{key}/", query_params={"find": label[:4]})

    assert label in [link.get_text() for link in soup(response).select(".option-links a")]


def test_it_says_so_where_no_label_starts_with_that(key, client):
    response = client.get(f"/stories/-/options/{key}/", query_params={"find": "zzz"})

    assert "Nothing starts with that" in words(response)


@pytest.mark.parametrize("seed", range(10))
def test_it_counts_truly_in_any_state(seed):
    chance = random.Random(seed)
    state = finder({chance.choice(KEYS): ["no-such-value"], **other("policy")})

    picked = {key: chance.choice(state["facets"][key])["value"] for key in chance.sample(KEYS, 2)}

    assert untrue(finder(picked)) == []

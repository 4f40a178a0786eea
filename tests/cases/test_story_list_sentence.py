"""Reading what is shown, in one sentence: however many filters there are, and whatever they are called."""

import pytest

from cases.facets import FACETS
from cases.sentence import sentence
from tests.factories import PlaceFactory, StoryFactory
from tests.reading import finder

BY_KEY = {facet.key: facet for facet in FACETS}
LABELS = {"country": "United Kingdom", "place": "Leeds", "element": "Taking risks", "policy": "Health", "tag": "parks"}


def said(total, words="", **chosen):
    """The sentence for these values; a label is the value itself where LABELS has none."""
    choices = [
        (facet, [(value, LABELS.get(key, value)) for value in chosen[key].split("|")])
        for key, facet in BY_KEY.items()
        if key in chosen
    ]
    return sentence(total, words, choices)


@pytest.mark.parametrize(
    ("total", "asked", "expected"),
    [
        (3, {"words": "x", "result": "failed"}, "3 stories that failed and mention “x”"),
        (1, {"words": "x", "result": "failed"}, "1 story that failed and mentions “x”"),
        (0, {"words": "x", "result": "failed"}, "No stories that failed and mention “x”"),
        (3, {"words": "x", "result": "mixed|failed"}, "3 stories that were mixed or failed, and mention “x”"),
        (1, {"element": "risks"}, "1 story that bears on Taking risks"),
        (2, {"element": "risks"}, "2 stories that bear on Taking risks"),
        (
            3,
            {"words": "x", "result": "failed", "element": "risks"},
            "3 stories that failed, bear on Taking risks and mention “x”",
        ),
        (
            3,
            {"words": "x", "result": "failed|mixed", "element": "risks"},
            "3 stories that failed or were mixed, bear on Taking risks, and mention “x”",
        ),
        (3, {"words": "x", "country": "gb"}, "3 stories that mention “x”, in the United Kingdom"),
        (3, {"result": "failed", "zone": "community"}, "3 stories that failed, led by community leaders alone"),
        (3, {"result": "failed", "depth": "full", "tag": "parks"}, "3 stories that failed, tagged parks told in full"),
        (
            3,
            {"words": "x", "policy": "health", "zone": "community", "place": "leeds"},
            "3 stories about health that mention “x”, led by community leaders alone in Leeds",
        ),
        (3, {"country": "gb", "zone": "community"}, "3 stories, led by community leaders alone in the United Kingdom"),
        (2, {"orgkind": "other"}, "2 stories with another kind of body"),
        (2, {"orgkind": "central-government|school"}, "2 stories with a body of central government or a school"),
        (2, {"measure": "social-capital|output"}, "2 stories with measured social capital or a measured output"),
        (1, {"lesson": "Ask first|Begin small"}, "1 story with evidence on “Ask first” or “Begin small”"),
        (1, {"lesson": "Ask first"}, "1 story with evidence on “Ask first”"),
        (3, {"words": "a , b", "tag": "parks"}, "3 stories that mention “a , b”, tagged parks"),
    ],
)
def test_it_reads_as_one_sentence(total, asked, expected):
    assert said(total, **asked) == expected


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.key)
@pytest.mark.parametrize("total", [0, 1, 7])
def test_it_says_that_once_and_joins_the_rest_behind_it(facet, total):
    value = {"zone": "political"}.get(facet.key) or next(iter(getattr(facet, "choices", ["something"])), "something")

    text = sentence(total, "x", [(facet, [(str(getattr(value, "value", value)), "Something")])])

    assert text.count("that ") == 1
    assert "  " not in text
    assert ",," not in text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "country", "place", "nation"),
    [
        ("United States", "US", "the United States", "the United States of America"),
        ("Nassau", "BS", "Nassau", "the Bahamas"),
        ("Canberra", "AU", "Canberra", "Australia"),
        ("Orkney Islands", "GB", "the Orkney Islands", "the United Kingdom"),
    ],
)
def test_it_says_the_where_a_name_needs_it(name, country, place, nation):
    StoryFactory(places=[PlaceFactory(name=name, slug="one", country=country)])

    assert finder({"place": "one"})["sentence"] == f"1 story in {place}"
    assert finder({"country": country.lower()})["sentence"] == f"1 story in {nation}"

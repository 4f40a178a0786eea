"""Whatever is sent to the form, the answer is a page with a clear status, and nothing that was written breaks."""

import random

import pytest
from django.test import Client

from cases.telling.steps import STEPS
from tests.hostile import TEXTS, hostile_queries, hostile_slugs

pytestmark = pytest.mark.django_db

ANYTHING = (*TEXTS, "\x00", "a\x00b")

FINE = {200, 302, 301, 400, 403, 404, 405, 409, 410, 422, 429}


@pytest.fixture
def stubborn(ada):
    """Ada, before a browser that shows what broke."""
    ada.client.raise_request_exception = False
    return ada


def broken(answers):
    """What was answered by anything but a page."""
    return [(asked, answer.status_code) for asked, answer in answers if answer.status_code not in FINE]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_it_takes_anything_in_any_field(stubborn, step):
    chance = random.Random(step.key)
    pages = [f"{step.key}/", f"{step.key}/new/", f"{step.key}/1/"]
    fields = [*step.form.base_fields, *(f"{name}_record" for name in step.form.base_fields), "seen", "do", "item"]
    sent = [{name: chance.choice(ANYTHING) for name in fields if chance.random() < 0.7} for _n in range(25)]

    answers = [(data, stubborn.client.post(stubborn.address(chance.choice(pages)), data)) for data in sent]

    assert broken(answers) == []
    assert stubborn.get().status_code == 200
    assert stubborn.get("check/").status_code == 200


@pytest.mark.parametrize("page", ["authors/", "check/", "later/", "end/", ""])
def test_it_takes_any_button(stubborn, page):
    chance = random.Random(page)
    sent = [
        {"do": chance.choice(ANYTHING), "item": chance.choice(ANYTHING), "name": chance.choice(ANYTHING)}
        for _n in range(30)
    ]

    assert broken((data, stubborn.client.post(stubborn.address(page), data)) for data in sent) == []


@pytest.mark.parametrize("address", ["/tell/begin/", "/tell/link/"])
def test_it_takes_anything_on_the_first_pages(address):
    client, chance = Client(raise_request_exception=False), random.Random(address)
    names = ("title", "name", "email", "signed", "website", "end_others")
    sent = [{name: chance.choice(ANYTHING) for name in names} for _n in range(40)]

    assert broken((data, client.post(address, data)) for data in sent) == []


@pytest.mark.parametrize("noun", ["places", "leaders", "stories"])
def test_it_takes_any_words_that_may_mean_a_record(noun):
    client = Client(raise_request_exception=False)
    queries = hostile_queries(noun, 60)

    assert broken((query, client.get(f"/tell/-/records/{noun}/?{query}")) for query in queries) == []


def test_it_knows_no_page_of_a_name_that_is_none(stubborn):
    slugs = hostile_slugs(5, 30)
    keys = [(slug, stubborn.client.get(f"/tell/{slug}/")) for slug in slugs]
    steps = [(slug, stubborn.client.get(stubborn.address(f"{slug}/"))) for slug in slugs]
    tokens = [(slug, stubborn.client.get(f"/tell/open/{slug}/")) for slug in slugs]

    assert broken([*keys, *steps, *tokens]) == []


def test_it_shows_hostile_words_as_words(stubborn):
    stubborn.write("title/", title="<img src=x onerror=alert(1)>", summary="</textarea><script>alert(1)</script>")

    pages = [stubborn.get(page).content.decode() for page in ("", "title/", "check/", "title/0/history/", "end/")]

    assert not [page for page in pages if "<img src=x" in page or "<script>alert" in page]


def test_it_takes_a_huge_form_and_says_so(stubborn):
    answer = stubborn.client.post(stubborn.address("problem/"), {"problem": "a" * 3_000_000, "seen": "0"})

    assert answer.status_code in {400, 422}

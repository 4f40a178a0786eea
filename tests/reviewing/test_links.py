"""The link of a signatory: for one person, for a time, and never a change by opening it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from cases.models import Remark, Review, SignOff
from cases.reviewing.actions import cancel_review, end_link, name_signatory
from cases.reviewing.inviting import Invited
from tests.reading import words

LATER = timedelta(days=61)


@pytest.fixture
def state(review):
    """Everything that opening a page could have changed."""
    return lambda: (list(SignOff.objects.values()), Remark.objects.count(), review.workflow_state.task_states.count())


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("page", ["", "story/", "renew/"])
def test_it_changes_nothing_by_being_opened(client, link, state, subjects, method, page):
    before, path = state(), link("practitioner")
    subjects()

    getattr(client, method)(f"{path}{page}")

    assert state() == before
    assert subjects() == []


def test_it_notes_when_somebody_begins_to_read(client, link, asked):
    client.post(link("practitioner"))

    assert asked("practitioner").seen_at
    assert asked("scholar").seen_at is None


@pytest.mark.parametrize("page", ["", "story/"])
def test_it_is_for_nobody_else(client, link, page):
    response = client.get(f"{link('practitioner')}{page}")

    assert "no-cache" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("token", ["x", "1-key.bad", "1", "-1-a.b", "a" * 300, "..%2f..", "1-%00.x", "<script>", "🙂"])
@pytest.mark.parametrize("page", ["", "story/"])
def test_it_answers_a_broken_link_with_a_page(client, review, token, page):
    response = client.get(f"/sign/{token}/{page}")

    assert response.status_code == 404
    assert client.post(f"/sign/{token}/{page}").status_code in (404, 405)


def test_it_cannot_be_made_of_another(client, link):
    number, _dash, rest = link("practitioner").removeprefix("/sign/").partition("-")

    assert client.get(f"/sign/{int(number) + 1}-{rest}").status_code == 404


def test_it_ends_when_its_time_is_over_and_offers_another(client, link, answer, asked, subjects):
    path = link("practitioner")
    subjects()

    with time_machine.travel(timezone.now() + LATER):
        page = client.get(path)
        refused = answer("practitioner")
        sent = client.post(f"{path}renew/")
        again = client.get(path)

    assert (page.status_code, refused.url, asked("practitioner").answer) == (410, path, "")
    assert "Send me a new link" in page.content.decode()
    assert "A new link is on its way" in words(sent)
    assert subjects() == [("ann@example.org", "Will you sign off “The night bus”?")]
    assert again.status_code == 200


def test_it_sends_no_new_link_while_the_old_one_is_good(client, link, subjects):
    subjects()

    assert client.post(f"{link('practitioner')}renew/").status_code == 302
    assert subjects() == []


def test_it_asks_nothing_more_by_an_old_link_once_it_was_answered(client, link, answer):
    answer("practitioner")

    with time_machine.travel(timezone.now() + LATER):
        page = client.get(link("practitioner"))

    assert page.status_code == 410
    assert "nothing more is asked of you" in words(page)


def test_it_ends_when_the_editors_end_it(client, link, asked, edith):
    path = link("practitioner")

    end_link(sign_off=asked("practitioner"), by=edith)

    assert client.get(path).status_code == 410
    assert "It was ended by the editors" in words(client.get(f"{path}story/"))


def test_it_ends_when_somebody_else_is_named(client, link, asked, edith, subjects):
    path = link("practitioner")
    subjects()

    name_signatory(sign_off=asked("practitioner"), invited=Invited("Bo Dee", "bo@example.org"), by=edith)

    assert client.get(path).status_code == 410
    assert client.get(link("practitioner")).status_code == 200
    assert subjects() == [
        ("ann@example.org", "No longer needed: your word on “The night bus”"),
        ("bo@example.org", "Will you sign off “The night bus”?"),
    ]


def test_it_says_that_the_review_has_ended(client, link, edith, subjects, answer):
    answer("scholar")
    subjects()

    cancel_review(review=Review.objects.for_desk().get(), by=edith)

    assert "Your sign-off is no longer needed" in words(client.get(link("practitioner")))
    assert "ended before it was published" in words(client.get(link("scholar")))
    assert client.post(link("practitioner")).status_code == 200
    assert subjects() == [("ann@example.org", "No longer needed: your word on “The night bus”")]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"answer": "perhaps"},
        {"answer": "signed", "named": "on"},
        {"answer": "sent-back", "reason": "x" * 2001},
        {"answer": "signed", "digest": "0" * 64},
        {"answer": "signed", "digest": "\x00"},
        {"answer": ["signed", "sent-back"], "reason": ""},
    ],
)
def test_it_says_what_is_wrong_with_an_answer_and_takes_nothing(client, link, asked, sent):
    response = client.post(f"{link('practitioner')}story/", sent)

    assert response.status_code == 400
    assert "Your answer was not taken yet" in words(response)
    assert asked("practitioner").answer == ""


def test_it_needs_the_token_of_the_page(link, asked):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)

    assert strict.post(link("practitioner")).status_code == 403
    assert strict.post(f"{link('practitioner')}story/", {"answer": "signed"}).status_code == 403
    assert asked("practitioner").seen_at is None

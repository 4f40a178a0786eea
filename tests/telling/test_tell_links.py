"""Somebody comes back to their story: by a private link, on any device, and nobody else does."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from cases.models import Contribution, PrivateLink
from tests.reading import links, soup, words
from tests.telling.people import Author, link_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(ada):
    """Another device, on which Ada has opened the same link."""
    other = Author(ada.email)
    other.key = ada.key
    other.client.post(link_in(ada.mails()[-1]), {"do": "open"})
    return other


def ask(email, **given):
    """Ask for a new link from anywhere."""
    return Client().post("/tell/link/", {"email": email, **given})


def test_it_opens_the_story_on_another_device(ada, phone):
    ada.write("problem/", problem="Nobody came.")

    assert "Nobody came." in phone.see("problem/")


def test_it_changes_nothing_when_a_program_looks_through_mail():
    ada = Author()
    ada.begin()

    response = Client().get(link_in(ada.mails()[0]))

    assert soup(response).select_one("button[value=open]")
    assert not ada.story.authors.get().is_confirmed
    assert PrivateLink.objects.get().opened_at is None


def test_it_shows_no_stranger_anything(ada):
    ada.write("problem/", problem="Nobody came.")
    pages = ["", "problem/", "problem/0/history/", "check/", "authors/", "later/", "end/", "places/new/"]

    answers = [Client().get(ada.address(page)) for page in pages]

    assert {answer.status_code for answer in answers} == {403}
    assert not [answer for answer in answers if "Nobody came." in words(answer) or "The bus" in words(answer)]
    assert "Get a new link" in words(answers[0])


def test_it_says_the_same_of_a_story_that_is_not_there(ada):
    there, nowhere = Client().get(ada.address()), Client().get("/tell/0123456789abcdef/")

    assert (there.status_code, words(there)) == (nowhere.status_code, words(nowhere))


def test_it_does_not_lose_what_a_stranger_typed(ada):
    response = Client().post(ada.address("problem/"), {"problem": "Nobody came.", "seen": "0", "do": "on"})

    assert response.status_code == 403
    assert soup(response).select_one("#typed-words").get_text().strip() == "Nobody came."


def test_it_sends_a_new_link_and_ends_the_old_one_at_once(ada, phone):
    old = link_in(ada.mails()[-1])

    ada.press("later/", "renew")

    assert ada.get().status_code == 200
    assert phone.get().status_code == 403
    assert Client().get(old).status_code == 410
    assert "because a newer one was asked for" in words(Client().get(old))
    assert Client().get(link_in(ada.mails()[0])).status_code == 200


def test_it_sends_a_new_link_to_who_has_lost_it(ada, phone):
    response = ask("ADA@example.org")

    assert "If somebody tells a story under ada@example.org, a new link is on its way" in words(response)
    assert link_in(ada.mails()[0]) != link_in(ada.mails()[1])
    assert phone.get().status_code == 200


def test_it_ends_the_old_link_when_the_new_one_is_opened(ada, phone):
    ask(ada.email, end_others="on")
    before = phone.get().status_code

    Author(ada.email).open_newest_link()

    assert (before, phone.get().status_code) == (200, 403)


def test_it_does_not_say_who_tells_a_story(ada):
    known, unknown = ask(ada.email), ask("nobody@example.org")

    assert words(known).replace(ada.email, "X") == words(unknown).replace("nobody@example.org", "X")


def test_it_sends_five_links_an_hour_and_no_more(ada):
    [ask(ada.email) for _attempt in range(9)]

    assert len(ada.mails()) == 5


@pytest.mark.parametrize("email", ["", "ada"])
def test_it_says_what_an_address_looks_like(email):
    response = ask(email)

    assert response.status_code == 422
    assert soup(response).select_one('.tell-errors a[href="#id_email"]')


@pytest.mark.parametrize("token", ["x", "a" * 43, "%00", "..%2f", "<script>", "a" * 3000])
def test_it_offers_a_new_link_for_one_that_is_none(client, token):
    response = client.get(f"/tell/open/{token}/")

    assert response.status_code == 404
    assert (
        response.status_code != 404
        or "Get a new one" in words(response)
        or "nothing at this address" in words(response)
    )


def test_it_closes_the_story_on_a_device_that_others_use(ada):
    response = ada.press("later/", "close")

    assert response.url == "/tell/"
    assert ada.get().status_code == 403


def test_it_forgets_an_address_that_was_mistyped():
    ada = Author()
    ada.begin()

    response = ada.open_newest_link("forget")

    assert "Your address is deleted" in words(response)
    assert not Contribution.objects.exists()


def test_it_forgets_no_address_that_is_known(ada):
    ada.client.post(link_in(ada.mails()[-1]), {"do": "forget"})

    assert ada.get().status_code == 200


def test_it_gives_the_story_to_the_account_of_who_opens_the_link(ada):
    user = User.objects.create_user("ada", email="ada@example.org")
    laptop = Author(ada.email)
    laptop.client.force_login(user)
    laptop.open_newest_link()

    elsewhere = Client()
    elsewhere.force_login(user)

    assert links(elsewhere.get("/tell/"))["The bus"] == ada.address()
    assert elsewhere.get(ada.address("problem/")).status_code == 200


@pytest.mark.parametrize("page", ["", "problem/", "later/"])
def test_it_lets_no_cache_and_no_robot_keep_it(ada, page):
    response = ada.get(page)

    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "same-origin"


def test_it_asks_for_the_token_of_the_form(ada):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = ada.client.cookies

    assert strict.post(ada.address("problem/"), {"problem": "Nobody came."}).status_code == 403
    assert strict.post("/tell/begin/", {"title": "x"}).status_code == 403

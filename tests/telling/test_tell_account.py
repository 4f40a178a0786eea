"""Somebody who is signed in sees on their own page what they tell."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from cases.telling import actions
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(ada):
    """Ada's own page, in a browser in which she is signed in and has opened no link."""
    user = User.objects.create_user("ada", email="ada@example.org")
    ada.story.authors.update(user=user)
    client = Client()
    client.force_login(user)
    return lambda: client.get("/account/")


def test_it_lists_what_somebody_tells(ada, account):
    page = account()

    assert soup(page).find("h2", id="my-stories").get_text() == "My stories"
    assert links(page)["The bus"] == ada.address()
    assert "Being written" in words(page)


def test_it_leads_to_the_published_story(told, account, editor):
    told.send()
    story = actions.hand_over(contribution=told.story, by=editor.user)
    story.latest_revision.publish(user=editor.user)

    assert links(account())["read it The bus"] == story.get_absolute_url()


def test_it_has_no_such_list_for_who_tells_nothing(db):
    client = Client()
    client.force_login(User.objects.create_user("bob", email="bob@example.org"))

    assert soup(client.get("/account/")).find("h2", id="my-stories") is None

"""A person's own page: who one is, what that allows, and what other parts of the library know."""

import pytest
from django.test import Client

from cases import account_panels
from cases.account_panels import AccountPanel, register_account_panel
from cases.people import Group
from tests.factories import PersonFactory
from tests.reading import links, soup, words


def page_of(person):
    """The page as the person sees it."""
    client = Client()
    client.force_login(person)
    return client.get("/account/")


@pytest.mark.parametrize(
    ("group", "sentence"),
    [
        (Group.CONTRIBUTOR, "Contributor You may tell stories of your own, and follow what becomes of them."),
        (
            Group.REVIEWER,
            "Reviewer You may read every record and draft at the desk, and sign off when it is your turn.",
        ),
        (Group.EDITOR, "Editor You may write, change and publish everything in the library."),
        (Group.TRAINER, "Trainer You may put together courses of your own."),
        (
            Group.ADMINISTRATOR,
            "Administrator You may do all that an editor may, and decide who belongs to which group.",
        ),
    ],
)
def test_it_says_what_membership_allows(db, group, sentence):
    assert sentence in words(page_of(PersonFactory(groups=[group])))


def test_it_says_what_somebody_without_a_group_may_do(ada):
    assert "Read everything that is published." in words(page_of(ada))


def test_it_names_groups_that_people_made_themselves(ada):
    ada.groups.create(name="Archivists")

    assert "Archivists" in words(page_of(ada))


@pytest.mark.parametrize(
    ("group", "shown"),
    [(Group.EDITOR, True), (Group.REVIEWER, True), (Group.CONTRIBUTOR, False), (Group.TRAINER, False)],
)
def test_it_leads_to_the_desk_only_who_gets_in(db, group, shown):
    assert ("Go to the desk" in links(page_of(PersonFactory(groups=[group])))) is shown


def test_it_lets_people_say_that_they_train_others(ada):
    client = Client()
    client.force_login(ada)

    joined = client.post("/account/trainer/", {"trains": "on"}, follow=True)
    left = client.post("/account/trainer/", follow=True)

    assert "Trainer You may put together courses" in words(joined)
    assert "Trainer You may put together courses" not in words(left)


def test_it_is_for_oneself_alone(client, db):
    assert client.get("/account/").url == "/account/login/?next=/account/"
    assert client.post("/account/trainer/", {"trains": "on"}).url.startswith("/account/login/")


def test_it_is_kept_by_no_cache(ada):
    assert "no-store" in page_of(ada)["Cache-Control"]


@pytest.fixture
def panels(monkeypatch):
    """No panels but those of the test."""
    monkeypatch.setattr(account_panels, "ACCOUNT_PANELS", [])


def test_it_shows_what_other_parts_know(panels, ada):
    template = "_components/notice.html"
    register_account_panel(AccountPanel("stories", "My stories", template, lambda user: {"told": user.pk}))

    page = soup(page_of(ada))

    assert page.find("h2", id="my-stories").get_text() == "My stories"


def test_it_shows_a_panel_once_and_only_where_it_has_something(panels, ada):
    register_account_panel(AccountPanel("courses", "My courses", "_components/notice.html", lambda user: None))
    register_account_panel(AccountPanel("stories", "My stories", "_components/notice.html", lambda user: {}))
    register_account_panel(AccountPanel("stories", "My stories", "_components/notice.html", lambda user: {}))

    headings = [heading.get_text() for heading in soup(page_of(ada)).main.select("h2")]

    assert headings == ["My stories", "What I may do", "How I sign in"]

"""A Reviewer at the desk: sees every record, draft and version, and is offered nothing that would change one."""

import re

import pytest
from django.test import Client

from cases.people import Group
from tests.factories import LessonFactory, PersonFactory, StoryFactory
from tests.reading import links, soup, words


def browser_of(name):
    """The browser of somebody in the group."""
    browser = Client()
    browser.force_login(PersonFactory(groups=[name]))
    return browser


@pytest.fixture
def desk(db):
    """A Reviewer's browser."""
    return browser_of(Group.REVIEWER)


@pytest.fixture
def bus(db):
    """A published story with a newer draft."""
    story = StoryFactory(title="A bus for the dales", slug="bus", ready=True)
    story.save_revision().publish()
    story.title = "A bus for the dales, on call"
    story.save_revision()
    return story


@pytest.fixture
def hidden(db):
    """A story that no reader has seen yet."""
    story = StoryFactory(title="The night library", slug="night", draft=True)
    story.save_revision()
    return story


def test_it_lists_drafts_and_leads_to_the_record_and_not_to_the_editor(desk, bus, hidden):
    page = desk.get("/desk/stories/")

    assert "The night library" in words(page)
    assert f"/desk/stories/inspect/{bus.pk}/" in links(page).values()
    assert not [address for address in links(page).values() if "/edit/" in address or "/add/" in address]


def test_it_offers_nothing_to_tick(desk, bus):
    assert not soup(desk.get("/desk/stories/")).select("main input[type=checkbox][data-bulk-action-checkbox]")


def test_it_leads_from_a_record_to_its_draft_and_its_history(desk, bus):
    page = soup(desk.get(f"/desk/stories/inspect/{bus.pk}/"))

    addresses = {link["href"] for link in page.select("a[href]")}
    assert f"/desk/stories/history/{bus.pk}/" in addresses
    assert f"/desk/stories/history/{bus.pk}/revisions/{bus.latest_revision_id}/view/" in addresses
    assert f"/desk/stories/edit/{bus.pk}/" not in addresses
    assert f"/desk/stories/delete/{bus.pk}/" not in addresses


def test_it_shows_a_draft_as_readers_would_see_it(desk, bus):
    page = desk.get(f"/desk/stories/history/{bus.pk}/revisions/{bus.latest_revision_id}/view/")

    assert "A bus for the dales, on call" in words(page)


def test_it_shows_the_draft_of_a_lesson_too(desk):
    lesson = LessonFactory(sentence="Begin small")
    draft = lesson.save_revision()

    page = desk.get(f"/desk/lessons/history/{lesson.pk}/revisions/{draft.pk}/view/")

    assert "Begin small" in words(page)


def test_it_shows_what_changed_and_offers_no_way_back(desk, bus):
    history = desk.get(f"/desk/stories/history/{bus.pk}/")
    compared = desk.get(f"/desk/stories/history/{bus.pk}/revisions/compare/earliest...latest/")

    assert "/revert/" not in history.content.decode()
    assert "on call" in words(compared)
    assert "/edit/" not in compared.content.decode()


@pytest.mark.parametrize("address", ["edit/{}/", "delete/{}/", "copy/{}/", "unpublish/{}/", "add/"])
def test_it_changes_nothing(desk, bus, address):
    assert desk.get(f"/desk/stories/{address.format(bus.pk)}").status_code == 403
    assert desk.post(f"/desk/stories/{address.format(bus.pk)}", {"title": "Mine"}).status_code == 403
    bus.refresh_from_db()
    assert bus.live
    assert bus.title == "A bus for the dales"


@pytest.mark.parametrize("name", [Group.CONTRIBUTOR, Group.TRAINER, None])
def test_it_shows_drafts_to_nobody_who_is_not_at_the_desk(bus, hidden, name):
    browser = browser_of(name)

    assert browser.get(f"/desk/stories/history/{bus.pk}/revisions/{bus.latest_revision_id}/view/").status_code == 403
    assert browser.get(f"/desk/stories/preview/{hidden.pk}/").status_code == 403
    assert browser.get("/stories/night/").status_code == 404


@pytest.mark.parametrize(
    ("name", "areas"),
    [
        (Group.REVIEWER, {"Library", "History"}),
        (Group.EDITOR, {"Library", "History", "Reviews"}),
        (Group.ADMINISTRATOR, {"Library", "History", "Reviews", "People", "Workflows"}),
    ],
)
def test_it_has_in_its_menu_what_one_may_do(db, name, areas):
    props = soup(browser_of(name).get("/desk/")).find(id="wagtail-sidebar-props").string

    labels = set(re.findall('"label": "([^"]+)"', props))
    assert labels & {"Library", "History", "Reviews", "People", "Workflows", "Images", "Documents", "Pages"} == areas

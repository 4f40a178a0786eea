"""An editor retires a record with a reason, and brings it back; only who may."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from wagtail.models import ModelLogEntry

from cases.models import Organisation, Story
from tests.factories import RECORDS

DESK = {
    "stories": "story",
    "organisations": "organisation",
    "leaders": "leader",
    "places": "place",
    "sources": "source",
    "story-collections": "collection",
    "lessons": "lesson",
    "frameworks": "framework",
    "questions": "question",
    "tensions": "tension",
}


@pytest.fixture
def live(make_story):
    """A published story."""
    return make_story(title="The recycling scheme", slug="recycling")


@pytest.fixture
def writer(db):
    """Somebody who may change stories, and not publish them."""
    user = User.objects.create_user("writer")
    names = ("access_admin", "change_story", "view_story")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client = Client()
    client.force_login(user)
    return client


def test_it_retires_a_story(editor, live, client):
    page = editor.post(f"/desk/stories/retire/{live.pk}/", {"reason": "It mixed two.", "see_instead": ""}, follow=True)

    assert "“The recycling scheme” is retired. Its address says why." in page.content.decode()
    assert "Retired on " in page.content.decode()
    assert "It mixed two." in client.get("/stories/recycling/").content.decode()


def test_it_says_what_to_see_instead(editor, live, make_story, client):
    other = make_story(title="The second scheme", slug="second")

    editor.post(f"/desk/stories/retire/{live.pk}/", {"reason": "It mixed two.", "see_instead": other.pk})

    assert 'href="/stories/second/"' in client.get("/stories/recycling/").content.decode()


def test_it_asks_for_a_reason(editor, live):
    page = editor.post(f"/desk/stories/retire/{live.pk}/", {"reason": "  "})

    assert "This field is required." in page.content.decode()
    assert Story.objects.get(pk=live.pk).live


def test_it_refuses_to_lead_to_what_readers_cannot_see(editor, live, make_story):
    draft = make_story(live=False)

    for_draft, for_itself = (
        editor.post(f"/desk/stories/retire/{live.pk}/", {"reason": "It mixed two.", "see_instead": pk})
        for pk in (draft.pk, live.pk)
    )

    assert "see_instead" in for_draft.context["form"].errors
    assert "see_instead" in for_itself.context["form"].errors


def test_it_brings_a_story_back(editor, live, client):
    editor.post(f"/desk/stories/retire/{live.pk}/", {"reason": "It mixed two."})
    before = editor.get(f"/desk/stories/bring-back/{live.pk}/").content.decode()

    editor.post(f"/desk/stories/bring-back/{live.pk}/")

    assert "It was retired because: “It mixed two.”" in before
    assert client.get("/stories/recycling/").status_code == 200


@pytest.mark.parametrize(("address", "noun"), DESK.items())
def test_it_offers_to_retire_every_noun_with_a_page(editor, address, noun):
    factory = next(found for found in RECORDS if found._meta.model._meta.model_name == noun)
    record = factory()

    page = editor.get(f"/desk/{address}/edit/{record.pk}/").content.decode()

    assert f"/desk/{address}/retire/{record.pk}/" in page
    assert editor.get(f"/desk/{address}/retire/{record.pk}/").status_code == 200


def test_it_offers_no_retiring_where_there_is_no_page(editor, library):
    area = library["area"]

    assert "retire/" not in editor.get(f"/desk/policy-areas/edit/{area.pk}/").content.decode()
    assert editor.get(f"/desk/policy-areas/retire/{area.pk}/").status_code == 404


@pytest.mark.parametrize("action", ["retire", "bring-back"])
def test_it_lets_only_who_may_publish(writer, live, action):
    page = writer.post(f"/desk/stories/{action}/{live.pk}/", {"reason": "No."})

    assert page.status_code == 403
    assert Story.objects.get(pk=live.pk).live
    assert "/retire/" not in writer.get(f"/desk/stories/edit/{live.pk}/").content.decode()


def test_it_says_that_it_is_retired_already(editor, live):
    editor.post(f"/desk/stories/retire/{live.pk}/", {"reason": "It mixed two."})

    page = editor.post(f"/desk/stories/retire/{live.pk}/", {"reason": "Again."}, follow=True)

    assert "“The recycling scheme” is retired already." in page.content.decode()
    assert Story.objects.get(pk=live.pk).retired_because == "It mixed two."


def test_it_leads_from_unpublishing_to_retiring(editor, live):
    page = editor.get(f"/desk/stories/unpublish/{live.pk}/").content.decode()

    assert f'href="/desk/stories/retire/{live.pk}/"' in page


def test_it_deletes_nothing_that_readers_have_seen(editor):
    record = Organisation.objects.create(
        name="The board", slug="board", kind="other", first_published_at="2026-01-01T12:00:00Z"
    )

    page = editor.post(f"/desk/organisations/delete/{record.pk}/")

    assert (page.status_code, Organisation.objects.filter(pk=record.pk).exists()) == (409, True)
    assert f'href="/desk/organisations/retire/{record.pk}/"' in page.content.decode()


def test_it_tells_in_the_history_what_happened(editor, live):
    editor.post(f"/desk/stories/retire/{live.pk}/", {"reason": "It mixed two."})
    editor.post(f"/desk/stories/bring-back/{live.pk}/")

    page = editor.get(f"/desk/stories/history/{live.pk}/").content.decode()

    assert "Retired, because: It mixed two." in page
    assert "Brought back" in page
    assert ModelLogEntry.objects.count() == 2

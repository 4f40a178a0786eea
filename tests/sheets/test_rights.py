"""Who may import what, and what nobody may change just now."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Workflow

from cases.models import SheetImport, Story
from tests.factories import SheetImportFactory
from tests.reading import words
from tests.sheets.conftest import problems, workbook

pytestmark = pytest.mark.django_db

CHANGE = {"Stories": [["Slug", "Result"], ["bus", "failed"]]}


@pytest.fixture
def someone(db):
    """Makes somebody who may do these things, and signs them in."""

    def make(*rights, name="someone"):
        user = User.objects.create_user(name)
        for codename in ("access_admin", *rights):
            user.user_permissions.add(Permission.objects.get(codename=codename))
        client = Client()
        client.force_login(user)
        return client

    return make


@pytest.fixture
def upload_as(send):
    """Uploads a file as somebody, and answers the import."""

    def read(client, content):
        send(content, client=client)
        call_command("work_on_sheets")
        return SheetImport.objects.latest("pk")

    return read


SCREENS = ["", "1/", "1/marked.xlsx", "templates/stories.xlsx", "exports/stories.csv"]


@pytest.mark.parametrize("screen", SCREENS)
def test_it_sends_away_who_may_not_import(someone, screen):
    response = someone("change_story").get(f"/desk/sheets/{screen}")

    assert response.status_code == 403


@pytest.mark.parametrize("screen", ["upload/", "1/confirm/", "1/cancel/"])
def test_it_sends_away_who_may_not_import_and_posts(someone, screen):
    assert someone("change_story").post(f"/desk/sheets/{screen}").status_code == 403


def test_it_asks_strangers_to_sign_in(client):
    assert client.get("/desk/sheets/")["Location"].startswith("/account/login/")


def test_it_wants_a_token_with_what_is_posted(admin_user, bus):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)

    assert client.post("/desk/sheets/upload/").status_code == 403


def test_it_is_in_the_menu_of_those_who_may(someone):
    assert "/desk/sheets/" in someone("add_sheetimport").get("/desk/").content.decode()
    assert "/desk/sheets/" not in someone("change_story", name="other").get("/desk/").content.decode()


def test_it_says_what_somebody_may_not_do(someone, upload_as, bus):
    rows = [["Slug", "Title", "Summary", "Result", "Depth"], ["bus", "The bus", "Somebody tried it.", "failed", "full"]]
    new = ["tram", "The tram", "Rails.", "failed", "full"]

    found = upload_as(someone("add_sheetimport", "change_story"), workbook(Stories=[*rows, new]))

    assert problems(found) == [
        "Stories, row 3, column : You may not add stories. Take the rows away, or ask an administrator."
    ]


def test_it_offers_drafts_only_to_who_may_not_publish(someone, upload_as, bus):
    client = someone("add_sheetimport", "change_story")
    found = upload_as(client, workbook(**CHANGE))

    page = words(client.get(f"/desk/sheets/{found.pk}/"))

    assert "You may not publish all of this" in page
    assert "Published: readers see it at once" not in page


def test_it_publishes_nothing_for_who_may_not(someone, upload_as, confirm, bus):
    client = someone("add_sheetimport", "change_story")
    found = upload_as(client, workbook(**CHANGE))

    confirm(found, "published", client)

    assert (found.state, Story.objects.get().result) == ("checked", "mixed")


def test_it_publishes_nothing_once_the_right_is_gone(someone, upload_as, bus):
    client = someone("add_sheetimport", "change_story", "publish_story")
    found = upload_as(client, workbook(**CHANGE))
    client.post(f"/desk/sheets/{found.pk}/confirm/", {"how": "published", "digest": found.digest})
    User.objects.get(username="someone").user_permissions.remove(Permission.objects.get(codename="publish_story"))

    call_command("work_on_sheets")

    found.refresh_from_db()
    assert (found.state, Story.objects.get().result) == ("checked", "mixed")
    assert "You may not publish stories." in problems(found)[0]


def test_it_shows_imports_to_who_made_them(someone, upload_as, bus):
    found = upload_as(someone("add_sheetimport", "change_story"), workbook(**CHANGE))

    other = someone("add_sheetimport", name="other")
    chief = someone("add_sheetimport", "change_sheetimport", name="chief")
    assert other.get(f"/desk/sheets/{found.pk}/").status_code == 404
    assert other.post(f"/desk/sheets/{found.pk}/cancel/").status_code == 404
    assert chief.get(f"/desk/sheets/{found.pk}/").status_code == 200


def test_it_ends_the_import_of_who_is_gone(upload, admin_user, bus):
    found = upload(workbook(**CHANGE))
    SheetImport.objects.filter(pk=found.pk).update(state="confirmed")
    admin_user.delete()

    call_command("work_on_sheets")

    found.refresh_from_db()
    assert (found.state, found.message) == (
        "failed",
        "Whoever uploaded it has no account any more. Nothing was changed.",
    )


def test_it_offers_only_sheets_that_somebody_may_see(someone):
    client = someone("add_sheetimport", "view_place")

    page = words(client.get("/desk/sheets/"))

    assert "Places Slug 0 XLSX · CSV XLSX · CSV" in page
    assert "Leaders Slug" not in page
    assert client.get("/desk/sheets/exports/leaders.csv").status_code == 404


def test_it_leaves_a_record_alone_that_somebody_has_locked(upload, bus):
    Story.objects.update(locked=True, locked_by=User.objects.create_user("ada"), locked_at=timezone.now())

    assert "The story “bus” is locked by ada. Ask for it to be unlocked." in problems(upload(workbook(**CHANGE)))[0]


def test_it_changes_a_record_that_the_editor_has_locked(upload, admin_user, bus):
    Story.objects.update(locked=True, locked_by=admin_user, locked_at=timezone.now())

    assert not upload(workbook(**CHANGE)).problems


def test_it_leaves_a_record_alone_that_is_scheduled(upload, bus):
    bus.save_revision(approved_go_live_at=timezone.now() + timedelta(days=1))

    assert "is scheduled to be published." in problems(upload(workbook(**CHANGE)))[0]


def test_it_leaves_a_record_alone_that_is_being_reviewed(upload, admin_user, bus):
    bus.save_revision(user=admin_user)
    Workflow.objects.first().start(bus, admin_user)

    assert "is being reviewed." in problems(upload(workbook(**CHANGE)))[0]


def test_it_lists_twenty_imports_and_counts_the_others(editor, admin_user):
    SheetImportFactory.create_batch(23, user=admin_user)

    assert "3 older imports are not listed." in words(editor.get("/desk/sheets/"))

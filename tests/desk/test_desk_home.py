"""The desk's first page, its menu, and who may come in."""

import json

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from wagtail.models import Revision

OFFERED = (
    *("Stories", "Organisations", "Leaders", "Places", "Sources", "Policy areas"),
    "Collections",
    *("Lessons", "Frameworks", "Questions", "Reports", "People", "Groups", "Workflows"),
)
LEFT_OUT = ("Pages", "Images", "Documents", "Snippets", "/desk/collections/", "Editor guide", "Locked pages")


@pytest.fixture
def newcomer(db):
    """Somebody who may enter the desk and nothing more."""
    user = User.objects.create_user("newcomer", is_staff=True)
    group = Group.objects.create(name="Newcomers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


def menu_of(response):
    """The labels of the menu, groups with their items."""
    text = (
        response.content.decode().split('id="wagtail-sidebar-props" type="application/json">')[1].split("</script>")[0]
    )
    return json.dumps(json.loads(text))


def test_it_offers_the_ten_nouns_and_leaves_out_pages(editor):
    menu = menu_of(editor.get("/desk/"))

    assert [word for word in OFFERED if f'"{word}"' not in menu] == []
    assert [word for word in LEFT_OUT if f'"{word}"' in menu] == []


def test_it_counts_the_nouns(editor, make_story):
    make_story()
    make_story()

    page = editor.get("/desk/").content.decode()

    assert "2 stories" in page
    assert "0 lessons" in page


def test_it_shows_drafts_that_wait_and_what_was_changed_last(editor, make_story, admin_user):
    live = make_story(title="Live and unchanged")
    live.save_revision(user=admin_user).publish()
    draft = make_story(title="Waiting", live=False)
    draft.save_revision(user=admin_user)

    drafts, recent = editor.get("/desk/").content.decode().split("Changed last")

    assert "Waiting" in drafts
    assert "Live and unchanged" not in drafts
    assert "Live and unchanged" in recent


def test_it_shows_the_draft_title_in_the_list(editor, make_story):
    story = make_story(title="Before")
    story.title = "Afterwards"
    story.save_revision()

    page = editor.get("/desk/stories/").content.decode()

    assert "Afterwards" in page
    assert Revision.objects.count() == 2


def test_it_asks_strangers_to_sign_in(client, db):
    response = client.get("/desk/stories/")

    assert response.url == "/account/login/?next=/desk/stories/"
    assert 'name="next" value="/desk/stories/"' in client.get(response.url).content.decode()


def test_it_keeps_newcomers_from_what_they_may_not_do(newcomer, make_story):
    story = make_story()

    home = newcomer.get("/desk/")

    assert home.status_code == 200
    assert '"Stories"' not in menu_of(home)
    for address in ("", "add/", f"edit/{story.pk}/", f"delete/{story.pk}/", f"unpublish/{story.pk}/"):
        assert newcomer.get(f"/desk/stories/{address}").status_code == 403, address


def test_it_shows_newcomers_no_records_on_the_first_page(newcomer, make_story, admin_user):
    make_story(title="Waiting", live=False).save_revision(user=admin_user)

    page = newcomer.get("/desk/").content.decode()

    assert "Waiting" not in page
    assert "1 story" not in page

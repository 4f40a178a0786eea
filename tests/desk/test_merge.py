"""An editor makes one record of two: sees what would happen first, and says so twice."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from cases.models import Organisation, Participation


@pytest.fixture
def double(db):
    """The council, written down a second time."""
    return Organisation.objects.create(name="The Council of Kirklees", slug="council-of-kirklees", kind="council")


@pytest.fixture
def address(double):
    """The screen on which it is merged."""
    return f"/desk/organisations/merge/{double.pk}/"


@pytest.fixture
def named(double, make_story):
    """A story that names the double."""
    return Participation.objects.create(story=make_story(title="The bins"), organisation=double, part="lead")


def test_it_shows_first_what_would_happen(editor, library, double, address, named):
    page = editor.post(address, {"into": library["council"].pk}).content.decode()

    assert "“The Council of Kirklees” would go, and “Kirklees Council” would stay" in page
    assert "The bins" in page
    assert Organisation.objects.filter(pk=double.pk).exists()


def test_it_merges_when_the_name_is_written(editor, library, double, address, named):
    form = {"into": library["council"].pk, "sure": "1", "name": "The Council of Kirklees"}

    page = editor.post(address, form, follow=True).content.decode()

    named.refresh_from_db()
    assert "“The Council of Kirklees” is now one with “Kirklees Council”." in page
    assert (named.organisation, Organisation.objects.count()) == (library["council"], 1)


@pytest.mark.parametrize("wrote", ["", "Kirklees Council", "the council of kirklees"])
def test_it_merges_nothing_by_a_slip(editor, library, double, address, wrote):
    page = editor.post(address, {"into": library["council"].pk, "sure": "1", "name": wrote}).content.decode()

    assert "The record that goes is called “The Council of Kirklees”." in page
    assert Organisation.objects.count() == 2


def test_it_says_why_it_cannot_be(editor, library, address):
    library["council"].locked = True
    library["council"].save()

    page = editor.post(address, {"into": library["council"].pk}).content.decode()

    assert "“Kirklees Council” is locked. Unlock it first." in page


def test_it_offers_no_merging_into_what_readers_cannot_see(editor, library, address):
    Organisation.objects.filter(pk=library["council"].pk).update(live=False)

    page = editor.post(address, {"into": library["council"].pk})

    assert "into" in page.context["form"].errors


def test_it_offers_merging_for_nouns_that_may_have_doubles(editor, library, make_story):
    offered = [
        f"/merge/{record.pk}/" in editor.get(f"/desk/{address}/edit/{record.pk}/").content.decode()
        for address, record in [
            ("organisations", library["council"]),
            ("leaders", library["leader"]),
            ("places", library["place"]),
            ("sources", library["source"]),
            ("lessons", library["lesson"]),
        ]
    ]

    assert offered == [True, True, True, True, False]


def test_it_lets_only_who_may_merge(library, address):
    user = User.objects.create_user("publisher")
    names = ("access_admin", "change_organisation", "publish_organisation")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    publisher = Client()
    publisher.force_login(user)

    publisher.post(address, {"into": library["council"].pk, "sure": "1", "name": "The Council of Kirklees"})

    assert Organisation.objects.count() == 2


def test_it_tells_in_the_history_what_was_merged(editor, library, address):
    editor.post(address, {"into": library["council"].pk, "sure": "1", "name": "The Council of Kirklees"})

    page = editor.get(f"/desk/organisations/history/{library['council'].pk}/").content.decode()

    assert "“The Council of Kirklees” (council-of-kirklees) was merged into it" in page

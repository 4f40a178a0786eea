"""Looking after people at the desk: nobody raises their own rights, and nobody decides about an owner but an owner."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group as StoredGroup
from django.contrib.auth.models import Permission
from django.test import Client
from post_office.models import Email
from wagtail.models import ModelLogEntry

from cases.people import Group
from tests.factories import PersonFactory
from tests.reading import words

USERS = get_user_model().objects


def group(name):
    """The group as the database has it."""
    return StoredGroup.objects.get(name=name)


def browser_of(person):
    """A browser in which the person is signed in."""
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def anna(db):
    """An Administrator."""
    return PersonFactory(username="anna", email="anna@example.org", groups=[Group.ADMINISTRATOR])


@pytest.fixture
def desk(anna):
    """The Administrator's browser."""
    return browser_of(anna)


@pytest.fixture
def ben(db):
    """Somebody whom they look after."""
    return PersonFactory(
        username="ben", email="ben@example.org", first_name="Ben", last_name="", groups=[Group.CONTRIBUTOR]
    )


@pytest.fixture
def owner(db):
    """The owner of the machine."""
    return PersonFactory(username="owner", is_superuser=True)


def form_of(person, **changes):
    """What the screen sends for a person."""
    usual = {"username": person.username, "email": person.email, "first_name": person.first_name, "last_name": ""}
    groups = [stored.pk for stored in person.groups.all()]
    return {**usual, "is_active": "on", "groups": groups, **changes}


def test_it_puts_people_into_groups(desk, ben):
    desk.post(f"/desk/users/edit/{ben.pk}/", form_of(ben, groups=[group(Group.EDITOR).pk]))

    assert [stored.name for stored in ben.groups.all()] == [Group.EDITOR]


def test_it_changes_nobodys_own_groups(desk, anna):
    desk.post(f"/desk/users/edit/{anna.pk}/", form_of(anna, groups=[group(name).pk for name in Group]))

    assert [stored.name for stored in anna.groups.all()] == [Group.ADMINISTRATOR]


@pytest.mark.parametrize("who", ["anna", "ben"])
def test_it_makes_nobody_an_owner(desk, anna, ben, who):
    person = USERS.get(username=who)

    desk.post(f"/desk/users/edit/{person.pk}/", form_of(person, is_superuser="on"))

    assert not USERS.filter(is_superuser=True).exists()


def test_it_makes_nobody_new_an_owner(desk, anna):
    new = {"email": "new@example.org", "first_name": "New", "last_name": "", "is_superuser": "on", "groups": []}

    desk.post("/desk/users/new/", new)

    assert not USERS.get(email="new@example.org").is_superuser


@pytest.mark.parametrize("what", ["edit", "delete", "second-factor"])
def test_it_leaves_owners_to_owners(desk, owner, what):
    assert desk.get(f"/desk/users/{what}/{owner.pk}/").status_code == 403
    assert desk.post(f"/desk/users/{what}/{owner.pk}/", form_of(owner, email="mine@example.org")).status_code == 403
    assert USERS.get(pk=owner.pk).email == owner.email


@pytest.fixture
def archivists(db):
    """A group that the owner made, with a right that no Administrator has."""
    stored = StoredGroup.objects.create(name="Archivists")
    stored.permissions.add(Permission.objects.get(codename="add_group"))
    return stored


def test_it_gives_nobody_more_than_the_giver_has(desk, ben, archivists):
    response = desk.post(f"/desk/users/edit/{ben.pk}/", form_of(ben, groups=[archivists.pk]))

    assert response.status_code == 200
    assert archivists not in ben.groups.all()


def test_it_keeps_memberships_that_the_giver_cannot_give(desk, ben, archivists):
    ben.groups.add(archivists)

    desk.post(f"/desk/users/edit/{ben.pk}/", form_of(ben, groups=[group(Group.TRAINER).pk]))

    assert {stored.name for stored in ben.groups.all()} == {"Archivists", Group.TRAINER}


def test_it_gives_a_group_that_holds_no_more_than_the_giver_has(desk, ben, archivists):
    archivists.permissions.set([Permission.objects.get(codename="change_story")])

    desk.post(f"/desk/users/edit/{ben.pk}/", form_of(ben, groups=[archivists.pk]))

    assert archivists in ben.groups.all()


def test_it_lets_only_an_administrator_make_another(archivists, ben):
    archivists.permissions.set(Permission.objects.filter(codename__in=["access_admin", "view_user", "change_user"]))
    helper = PersonFactory(username="helper", groups=["Archivists"])

    response = browser_of(helper).post(
        f"/desk/users/edit/{ben.pk}/", form_of(ben, groups=[group(Group.ADMINISTRATOR).pk])
    )

    assert response.status_code == 200
    assert not ben.groups.filter(name=Group.ADMINISTRATOR).exists()


@pytest.mark.parametrize(
    ("action", "sent"),
    [
        ("assign_role", {"role": "archivists"}),
        ("assign_role", {"role": Group.EDITOR}),
        ("set_active_state", {"mark_as_active": "False"}),
    ],
)
def test_it_keeps_the_same_rules_for_many_at_once(desk, anna, owner, archivists, action, sent):
    sent = {
        name: getattr(StoredGroup.objects.filter(name__iexact=value).first(), "pk", value)
        for name, value in sent.items()
    }

    desk.post(f"/desk/bulk/auth/user/{action}/?id={anna.pk}&id={owner.pk}", sent)

    assert [stored.name for stored in anna.groups.all()] == [Group.ADMINISTRATOR]
    assert not owner.groups.exists()
    assert USERS.filter(is_active=True).count() == 2


def test_it_refuses_what_may_be_done_to_nobody_of_the_chosen(desk, owner):
    assert desk.get(f"/desk/bulk/auth/user/set_active_state/?id={owner.pk}").status_code == 403


def test_it_invites_who_is_given_an_account(desk, anna):
    desk.post("/desk/users/new/", {"email": "New@example.org", "first_name": "Nell", "last_name": "Wu", "groups": []})

    nell = USERS.get(username="nell_wu") if USERS.filter(username="nell_wu").exists() else USERS.get(first_name="Nell")
    [mail] = Email.objects.all()
    assert (mail.to, mail.subject) == (["New@example.org"], "You have an account at the Civic Casebook")
    assert "/account/password/reset/key/" in mail.message
    assert not nell.has_usable_password()


def test_it_lets_the_owner_of_a_new_address_confirm_it(desk, ben):
    desk.post(f"/desk/users/edit/{ben.pk}/", form_of(ben, email="ben@example.com"))

    [address] = EmailAddress.objects.filter(user=ben)
    assert (address.email, address.verified) == ("ben@example.com", False)
    assert Email.objects.get().to == ["ben@example.org"]


@pytest.fixture
def locked_out(ben):
    """Ben, who has an app on a phone that is lost."""
    TOTP.activate(ben, generate_totp_secret())
    return ben


def test_it_helps_who_lost_a_second_factor(desk, anna, locked_out):
    asked = desk.get(f"/desk/users/second-factor/{locked_out.pk}/").content.decode()
    desk.post(f"/desk/users/second-factor/{locked_out.pk}/")

    assert "talk to them, do not go by a mail" in asked
    assert not locked_out.authenticator_set.exists()
    assert "Ada Okafor has taken away the second factor" in Email.objects.get().message
    assert ModelLogEntry.objects.get(action="civic.second_factor_taken").user == anna


def test_it_shows_the_way_only_where_there_is_something_to_take(desk, locked_out, anna):
    other = PersonFactory()

    assert "Take away the second factor" in desk.get(f"/desk/users/edit/{locked_out.pk}/").content.decode()
    assert "Take away the second factor" not in desk.get(f"/desk/users/edit/{other.pk}/").content.decode()
    assert desk.get("/desk/users/").content.decode().count("Take away the second factor") == 1


def test_it_lets_nobody_take_away_their_own(desk, anna):
    assert desk.post(f"/desk/users/second-factor/{anna.pk}/").status_code == 403


@pytest.mark.parametrize("name", [Group.EDITOR, Group.REVIEWER])
def test_it_shows_people_to_nobody_else_at_the_desk(db, ben, name):
    desk = browser_of(PersonFactory(groups=[name]))

    assert desk.get("/desk/users/").status_code == 403
    assert desk.post(f"/desk/users/edit/{ben.pk}/", form_of(ben)).status_code == 403


def test_it_leads_from_the_desk_to_ones_account(desk):
    page = desk.get("/desk/account/").content.decode()

    assert 'href="/account/"' in page
    assert 'name="password-new_password1"' not in page
    assert 'name="name_email-email"' not in page


def test_it_says_who_is_refused_at_the_door(client, ben):
    client.force_login(ben)

    response = client.get("/desk/")

    assert response.status_code == 403
    assert "Your account does not have the right for this." in words(response)

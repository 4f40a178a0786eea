"""A story on its way through co-creation review, and the people on its way."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from cases import chores
from cases.models import Review, SignOff, Story
from cases.people import Group as Name
from cases.reviewing.actions import start_review
from cases.reviewing.inviting import Invited
from cases.reviewing.links import path_of
from tests.factories import StoryFactory

ANN = Invited(name="Ann Ode", email="ann@example.org")
SAM = Invited(name="Sam Holder", email="sam@example.org")
LEAST = {"slug": "bus", "title": "The night bus", "summary": "A bus at night.", "result": "mixed", "depth": "full"}


def somebody(name, group, *rights):
    """A user of that group with an address, who may enter the desk and has these rights on stories."""
    user = User.objects.create_user(name, email=f"{name}@example.org")
    group, _made = Group.objects.get_or_create(name=group)
    codes = ["access_admin", *(f"{right}_story" for right in rights)]
    group.permissions.add(*Permission.objects.filter(codename__in=codes))
    user.groups.add(group)
    return user


def signed_in(user):
    """A browser in which the user has signed in."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def edith(db):
    """An editor."""
    return somebody("edith", Name.EDITOR, "add", "change", "publish", "view")


@pytest.fixture
def desk(edith):
    """The desk with the editor at it."""
    return signed_in(edith)


@pytest.fixture
def rita(db):
    """A reviewer, who sees stories and changes none."""
    return somebody("rita", Name.REVIEWER, "view")


@pytest.fixture
def story(db):
    """A draft that may be published."""
    story = StoryFactory(**LEAST, problem="Nobody could get home.", draft=True, ready=True)
    story.save_revision()
    return story


@pytest.fixture
def begin(story, edith):
    """Starts the review of the story; Ann and Sam are asked, where nobody else is named."""

    def start(**given):
        people = {"practitioner": ANN, "scholar": SAM, "editor": edith}
        return start_review(story=Story.objects.get(), by=edith, **{**people, **given})

    return start


@pytest.fixture
def review(begin):
    """The review, begun."""
    return begin()


@pytest.fixture
def asked(review):
    """The sign-off of a kind, as the database has it now."""
    return lambda kind: SignOff.objects.for_page().get(kind=kind, review=Review.objects.latest("pk"))


@pytest.fixture
def link(asked):
    """The path in the mail to the signatory of a kind."""
    return lambda kind: path_of(asked(kind))


@pytest.fixture
def answer(client, asked, link):
    """Answers by the link, as somebody does who has read the story as it is now."""

    def send(kind, said="signed", **given):
        fields = {"answer": said, "digest": asked(kind).review.digest, **given}
        return client.post(f"{link(kind)}story/", fields)

    return send


@pytest.fixture
def sign_both(answer):
    """Both sign off."""

    def sign():
        answer("practitioner")
        answer("scholar")

    return sign


@pytest.fixture
def rewrite(story):
    """Saves a newer draft, in which some fields are different."""

    def save(**fields):
        draft = Story.objects.get().get_latest_revision_as_object()
        for name, value in fields.items():
            setattr(draft, name, value)
        return draft.save_revision()

    return save


@pytest.fixture
def mails():
    """The mail that was queued since this was asked last: to whom, subject, text."""
    seen = set()

    def new():
        found = [mail for mail in Email.objects.order_by("pk") if mail.pk not in seen]
        seen.update(mail.pk for mail in found)
        return [(mail.to[0], mail.subject, mail.message) for mail in found]

    return new


@pytest.fixture
def subjects(mails):
    """The new mail, by address and subject alone."""
    return lambda: [(to, subject) for to, subject, _text in mails()]


@pytest.fixture
def keep_house(monkeypatch):
    """Does what the house does by itself, and sends no mail."""
    monkeypatch.setattr(chores, "LAST", [])
    return lambda: [said for _round in range(2) for said in chores.keep_house()]


def in_days(number) -> date:
    """That many days from today."""
    return timezone.localdate() + timedelta(days=number)

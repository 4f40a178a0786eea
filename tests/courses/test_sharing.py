"""Sharing a course: a link, co-trainers by invitation, and handing it over."""

from datetime import timedelta

import pytest
from django.utils import timezone
from post_office.models import Email

from lessons.models import Course, Trainer
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def wish(signed_in, course):
    """Asks for something on the page on which a course is shared."""
    return lambda user, do, **fields: signed_in(user).post(
        f"/courses/{course.slug}/sharing/", {"do": do, **fields}, follow=True
    )


@pytest.fixture
def invited(wish, ada):
    """Ada invites an address; answers the way in that stood in the mail."""

    def invite(email="ben@example.org", right="edit"):
        wish(ada, "invite", email=email, right=right)
        text = Email.objects.latest("pk").message
        return next(line for line in text.split() if "/invitation/" in line).partition("8000")[2]

    return invite


def test_it_makes_a_link_that_nobody_guesses(wish, ada, course):
    page = wish(ada, "link")

    course.refresh_from_db()
    assert len(course.link_key) >= 22
    assert f"/courses/{course.slug}.{course.link_key}/" in words(page)


def test_it_invites_a_co_trainer_by_mail(invited, signed_in, ben, course):
    address = invited()
    mail = Email.objects.get()
    assert mail.to == ["ben@example.org"]
    assert mail.subject == "Ada invites you to the course “Two hours on trust”"

    assert "You are invited to “Two hours on trust”" in words(signed_in(ben).get(address))
    signed_in(ben).post(address)

    assert course.trainers.get(user=ben).right == "edit"
    assert signed_in(ben).get(f"/courses/{course.slug}/build/").status_code == 200


def test_it_keeps_no_token_in_clear(invited):
    token = invited().rstrip("/").rpartition("/")[2]

    assert not Trainer.objects.filter(token=token).exists()


def test_it_takes_an_invitation_once(invited, signed_in, ben, person):
    address = invited()
    signed_in(ben).post(address)

    assert signed_in(person("cy")).post(address).status_code == 404


def test_it_ends_the_first_invitation_with_the_second(invited, signed_in, ben):
    first, second = invited(), invited()

    assert signed_in(ben).get(first).status_code == 404
    assert signed_in(ben).get(second).status_code == 200


def test_it_ends_an_invitation_after_thirty_days(invited, signed_in, ben, wish, ada):
    address = invited()
    Trainer.objects.filter(user=None).update(invited_at=timezone.now() - timedelta(days=31))

    assert signed_in(ben).get(address).status_code == 404
    assert "the invitation has run out" in words(wish(ada, "renew"))


def test_it_asks_who_is_not_signed_in_first(invited, client):
    assert client.get(invited()).status_code == 302


@pytest.mark.parametrize("email", ["", "nobody", "a@b@c", "x" * 300 + "@example.org"])
def test_it_says_what_is_wrong_with_an_address(wish, ada, course, email):
    page = wish(ada, "invite", email=email, right="edit")

    assert page.status_code == 422
    assert not Email.objects.exists()


def test_it_invites_nobody_who_is_there_already(wish, ada, ben, course):
    course.trainers.create(user=ben, right="see")

    assert "“ben@example.org” is a trainer of this course already." in words(
        wish(ada, "invite", email="BEN@example.org", right="edit")
    )


def test_it_sends_only_so_many_invitations(wish, ada, monkeypatch):
    monkeypatch.setattr("lessons.courses.sharing.MOST_MAILS", 1)
    wish(ada, "invite", email="one@example.org", right="see")

    assert "You have sent many invitations today." in words(wish(ada, "invite", email="two@example.org", right="see"))
    assert Email.objects.count() == 1


def test_it_changes_rights_and_takes_people_off(wish, ada, ben, course):
    row = course.trainers.create(user=ben, right="see")

    wish(ada, "edit", trainer=row.pk)
    assert course.trainers.get(user=ben).right == "edit"

    wish(ada, "remove", trainer=row.pk)
    assert not course.trainers.filter(user=ben).exists()


def test_it_hands_a_course_over(wish, ada, ben, course):
    row = course.trainers.create(user=ben, right="see")

    wish(ada, "hand-over", trainer=row.pk)

    assert {trainer.user: trainer.right for trainer in course.trainers.all()} == {ben: "owner", ada: "edit"}


def test_it_lets_a_co_trainer_leave_and_do_nothing_else(wish, ada, ben, course):
    course.trainers.create(user=ben, right="edit")
    assert "Only the owner of a course does that." in words(wish(ben, "link"))
    assert "Only the owner of a course does that." in words(wish(ben, "delete"))

    wish(ben, "leave")

    assert list(course.trainers.values_list("user", flat=True)) == [ada.pk]


def test_it_keeps_the_owner_from_leaving(wish, ada):
    assert "The owner cannot leave a course." in words(wish(ada, "leave"))


def test_it_touches_no_trainer_of_another_course(wish, ada, ben):
    other = Course.objects.create(slug="other", title="Other", by="Ben", live=False)
    row = other.trainers.create(user=ben, right="see")

    page = wish(ada, "remove", trainer=row.pk)

    assert "That is not there any more. Look again." in words(page)
    assert other.trainers.exists()


def test_it_deletes_a_course(wish, ada, course):
    wish(ada, "delete")

    assert not Course.objects.exists()


def test_it_hands_courses_over_when_an_account_is_deleted(ada, ben, course):
    course.trainers.create(user=ben, right="edit")

    ada.delete()

    assert course.trainers.get().user == ben
    assert course.trainers.get().right == "owner"


@pytest.mark.parametrize(("live", "left"), [(False, 0), (True, 1)])
def test_it_keeps_only_public_courses_of_a_deleted_account(ada, course, live, left):
    Course.objects.update(live=live, summary="It.")

    ada.delete()

    assert Course.objects.count() == left

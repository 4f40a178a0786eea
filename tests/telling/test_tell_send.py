"""Somebody sends their story, and it goes from hand to hand; at every change they are told where it is."""

import pytest

from cases.models import Story
from cases.telling import actions
from cases.telling.choices import State
from tests.reading import links, soup, words
from tests.telling.people import Author, link_in

pytestmark = pytest.mark.django_db


def test_it_says_what_is_missing_instead_of_sending(ada):
    response = ada.send()

    assert response.status_code == 422
    assert "Before you can send it" in words(response)
    assert ada.story.state == State.WRITING


def test_it_asks_for_leave_to_publish(told):
    response = told.send(agreed="")

    assert response.status_code == 422
    assert "Agree that the library may publish the story, or keep it to yourself for now." in words(response)
    assert told.story.state == State.WRITING


def test_it_is_held_for_a_first_look(told):
    response = told.send(note="The review is in the council’s archive.")

    assert response.url == told.address()
    assert told.story.state == State.HELD
    assert "Held for a first look" in told.see()
    assert "An editor has it, for a first look." in told.see()
    assert "About a week." in told.see()
    assert told.mails()[0].subject == "We have your story “The bus”"
    assert not Story.objects.exists()


def test_it_waits_until_the_address_is_known_to_be_theirs():
    ada = Author()
    ada.begin()
    ada.tell_the_least()

    ada.send()
    waiting = ada.see()
    ada.open_newest_link()

    assert "Waiting for an e-mail address to be confirmed" in waiting
    assert ada.mails()[1].subject == "One click to send your story “The bus”"
    assert ada.story.state == State.HELD


def test_it_waits_on_where_somebody_else_opens_a_link():
    ada = Author()
    ada.begin()
    ada.tell_the_least()
    ada.send()
    lena = ada.story.authors.create(name="Lena", email="lena@example.org")

    actions.confirmed(author=lena)

    assert ada.story.state == State.UNCONFIRMED


def test_it_tells_the_editors(told, editor):
    from django.contrib.auth.models import Group as Groups
    from post_office.models import Email

    from cases.people import Group

    editor.user.groups.add(Groups.objects.get_or_create(name=Group.EDITOR)[0])
    told.send()

    mail = Email.objects.get(to="editor@example.org")
    assert mail.subject == "A story waits for a first look: “The bus”"
    assert f"/desk/contributions/look/{told.story.pk}/" in mail.message


def test_it_cannot_be_changed_while_an_editor_has_it(told):
    told.send()

    response = told.client.post(told.address("problem/"), {"problem": "Nobody came.", "seen": "0"})

    assert response.status_code == 409
    assert "This was not saved: somebody else has the story now." in words(response)
    assert "Nobody came." in words(response)
    assert "Nobody came." not in told.see("check/")


def test_it_can_be_taken_back_and_sent_again(told):
    told.send()

    told.press("end/", "take-back")
    told.write("problem/", problem="Nobody came.")
    told.send()

    assert told.story.state == State.HELD
    assert [turn.state for turn in told.story.turns.all()] == ["held", "writing", "held"]


def test_it_passes_what_comes_from_somebody_whom_editors_know(told, editor):
    told.send()
    actions.hand_over(contribution=told.story, by=editor.user)
    told.begin("The train")
    told.tell_the_least()
    with_time(told)

    told.send()

    assert told.story.state == State.AT_DESK
    assert not told.story.story.live


def with_time(author):
    """As if the story had been begun yesterday."""
    from datetime import timedelta

    story = author.story
    story.begun_at -= timedelta(days=1)
    story.save()


def test_it_holds_what_looks_like_spam_even_then(told, editor):
    told.send()
    actions.hand_over(contribution=told.story, by=editor.user)
    told.begin("The train")
    told.tell_the_least()
    with_time(told)
    told.write("problem/", problem="http://a.example " * 20)

    told.send()

    assert told.story.state == State.HELD
    assert told.story.suspicions == ["It holds 20 web addresses."]


def test_it_says_where_the_story_has_been(told, editor):
    told.send()
    actions.hand_over(contribution=told.story, by=editor.user)

    assert "Where it has been" in told.see()
    assert "Held for a first look" in told.see()
    assert "At the desk" in told.see()


def test_it_tells_of_being_published(told, editor):
    told.send()
    story = actions.hand_over(contribution=told.story, by=editor.user)

    story.latest_revision.publish(user=editor.user)

    assert told.story.state == State.PUBLISHED
    assert "Everybody" in told.see()
    assert told.mails()[0].subject == "Your story is published: “The bus”"
    assert f"/stories/{story.slug}/" in told.mails()[0].message


def test_it_comes_back_to_the_desk_when_editors_take_it_from_readers(told, editor):
    told.send()
    story = actions.hand_over(contribution=told.story, by=editor.user)
    story.latest_revision.publish()
    Story.objects.get(pk=story.pk).unpublish()

    assert told.story.state == State.AT_DESK


def test_it_says_why_it_was_declined(told, editor):
    told.send()

    actions.decline(contribution=told.story, by=editor.user, reason="It is an advertisement.")

    assert "It is an advertisement." in told.see()
    assert "It is an advertisement." in told.mails()[0].message
    assert links(told.get())["Take it back, withdraw or delete it"] == told.address("end/")
    told.press("end/", "take-back")
    assert told.story.state == State.WRITING


def test_it_is_read_only_once_published(told, editor):
    told.send()
    actions.hand_over(contribution=told.story, by=editor.user).latest_revision.publish()

    assert not soup(told.get("check/")).select("form.tell-send")
    assert told.send().status_code == 422
    assert [button["value"] for button in soup(told.get("end/")).select("button[name=do]")] == ["delete"]


def test_its_mails_open_the_story(told, editor):
    told.send()
    other = Author(told.email)
    other.key = told.key

    other.client.post(link_in(told.mails()[0]), {"do": "open"})

    assert other.get().status_code == 200

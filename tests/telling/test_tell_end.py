"""Somebody wants their story back: withdrawn, or gone."""

import pytest

from cases.models import Answer, CoAuthor, Contribution, Leader, Place, PrivateLink, Source, Story
from cases.telling import actions
from cases.telling.choices import State
from tests.factories import OrganisationFactory
from tests.telling.people import Author

pytestmark = pytest.mark.django_db


def left():
    """What there is of stories and of their authors."""
    return sum(model.objects.count() for model in (Contribution, CoAuthor, PrivateLink, Answer))


def test_it_deletes_everything_at_once(told):
    response = told.press("end/", "delete")

    assert response.url == "/tell/"
    assert left() == 0
    assert told.get().status_code == 403


def test_it_deletes_what_was_made_of_it_at_the_desk(told, editor):
    told.add("people", leader="Bob Marsh", realm="managerial", part="led")
    told.send()
    actions.hand_over(contribution=told.story, by=editor.user)

    told.press("end/", "delete")

    assert left() == 0
    assert [model.objects.count() for model in (Story, Leader, Source)] == [0, 0, 0]


def test_it_withdraws_and_brings_back(told, editor):
    told.send()
    actions.hand_over(contribution=told.story, by=editor.user)

    told.press("end/", "withdraw")
    withdrawn = told.see()
    told.press("end/", "take-back")

    assert "Nobody at the library sees it any more." in withdrawn
    assert not Story.objects.exists()
    assert told.story.state == State.WRITING
    assert "They bought a bus." in told.see("check/")


def test_it_keeps_what_others_rest_on(told, editor):
    told.send()
    actions.hand_over(contribution=told.story, by=editor.user)
    OrganisationFactory(place=Place.objects.get(name="Upper Valley"))

    told.press("end/", "delete")

    assert Place.objects.filter(name="Upper Valley").exists()
    assert not Story.objects.exists()


def test_it_leaves_a_published_story_in_the_library(told, editor):
    told.send()
    story = actions.hand_over(contribution=told.story, by=editor.user)
    story.latest_revision.publish()

    told.press("end/", "delete")

    assert left() == 0
    assert Story.objects.get(pk=story.pk).live
    assert [credit.name for credit in Story.objects.get(pk=story.pk).credits.all()] == ["Ada Okafor"]


def test_it_lets_only_who_began_it_delete_it(told):
    told.client.post(told.address("authors/"), {"name": "Lena", "email": "lena@example.org", "kind": "scholar"})
    lena = Author("lena@example.org").joins(told.key)

    lena.press("end/", "delete")

    assert told.get().status_code == 200
    assert "Only Ada Okafor, who began it, can withdraw or delete it." in lena.see("end/")


@pytest.mark.parametrize("do", ["withdraw", "take-back", "nonsense", ""])
def test_it_does_nothing_that_is_not_possible(ada, do):
    response = ada.press("end/", do)

    assert response.status_code == 200
    assert ada.story.state == State.WRITING

"""Stories that nobody sends: a reminder, a warning, and then they are gone."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from cases.chores import CHORES
from cases.models import Contribution
from cases.telling import actions
from cases.telling.keeping import CHORE, keep_contributions
from tests.telling.people import Author, link_in

pytestmark = pytest.mark.django_db


def after(days):
    """So many days later."""
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=True)


def subjects(author, since):
    """What came by mail after so many mails."""
    return [mail.subject for mail in reversed(author.mails())][since:]


def test_it_is_one_of_the_chores():
    assert CHORE in CHORES


def test_it_reminds_once_after_two_weeks(ada):
    before = len(ada.mails())
    with after(13):
        early = keep_contributions()
    with after(15):
        said = keep_contributions()
        again = keep_contributions()

    assert (early, said, again) == ("", "reminded of 1", "")
    assert subjects(ada, before) == ["Your story “The bus” is waiting for you"]


def test_it_reminds_nobody_who_is_writing(ada):
    with after(10):
        ada.write("problem/", problem="Nobody came.")
    with after(15):
        assert keep_contributions() == ""


def test_it_warns_a_month_before_and_then_deletes(ada):
    before = len(ada.mails())
    with after(154):
        said = [keep_contributions()]
        day = (timezone.now() + timedelta(days=30)).strftime("%-d %B %Y")
    with after(183):
        said.append(keep_contributions())
    with after(185):
        said.append(keep_contributions())

    assert said == ["reminded of 1, warned of 1", "", "deleted 1"]
    assert subjects(ada, before)[-1] == f"Your story “The bus” will be deleted on {day}"
    assert not Contribution.objects.exists()


def test_it_warns_first_where_nobody_kept_house_for_a_year(ada):
    with after(400):
        first = keep_contributions()
    with after(420):
        second = keep_contributions()
    with after(431):
        third = keep_contributions()

    assert [first, second, third] == ["reminded of 1, warned of 1", "", "deleted 1"]


def test_it_keeps_a_story_that_somebody_opens_after_the_warning(ada):
    with after(154):
        keep_contributions()
        ada.client.post(link_in(ada.mails()[0]), {"do": "open"})
        ada.write("problem/", problem="Nobody came.")
    with after(190):
        keep_contributions()

    assert ada.story.title == "The bus"


def test_it_writes_to_who_has_never_opened_the_link():
    ada = Author()
    ada.begin()
    with after(15):
        keep_contributions()

    assert ada.mails()[0].subject == "Your story “The bus” is waiting for you"


def test_it_leaves_alone_what_editors_have(told, editor):
    told.send()
    with after(400):
        assert keep_contributions() == ""


def test_it_deletes_what_was_declined_or_withdrawn(told, editor):
    told.send()
    actions.decline(contribution=told.story, by=editor.user, reason="No.")
    told.begin("The train")
    told.tell_the_least()
    told.send()
    told.press("end/", "withdraw")

    with after(31):
        first = keep_contributions()
    with after(184):
        second = keep_contributions()

    assert (first, second) == ("deleted 1", "deleted 1")


def test_it_forgets_from_which_network_a_story_came(ada):
    before = ada.story.network
    with after(31):
        keep_contributions()

    assert len(before) == 24
    assert ada.story.network == ""

"""Submitting a story asks whom to ask, by when, and what they should know."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Workflow
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cases.models import Review, SignOff, Story
from cases.reviewing.actions import start_review
from tests.reading import soup
from tests.reviewing.conftest import ANN, LEAST, in_days, signed_in

PARTS = ("participations", "roles", "milestones", "measures", "evidence", "illustrations", "adaptations", "citations")
PARTS += ("credits", "pictures")
PEOPLE = {"practitioner_name": "Ann Ode", "practitioner_email": "ann@example.org"}


def screen(**fields):
    """What the story's screen sends."""
    return nested_form_data({**LEAST, "tags": "", **fields, **{part: inline_formset([]) for part in PARTS}})


@pytest.fixture
def ask(desk, story):
    """Sends the form that asks whom to ask."""

    def post(**given):
        form = {"due": in_days(14).isoformat(), **PEOPLE, **given}
        return desk.post(f"/desk/reviews/{story.pk}/start/", form)

    return post


def errors(response):
    """What the page says is wrong."""
    return " ".join(error.get_text(" ", strip=True) for error in soup(response).select(".error-message, .messages"))


@pytest.mark.parametrize("address", ["add/", "edit/{}/"])
def test_it_leads_from_submit_to_the_question_whom_to_ask(desk, story, address):
    form = screen(slug="another", problem="What was typed.") | {"action-submit": "1"}

    response = desk.post(f"/desk/stories/{address.format(story.pk)}", form)

    written = Story.objects.get(slug="another") if "add" in address else Story.objects.get()
    assert response.url == f"/desk/reviews/{written.pk}/start/"
    assert written.latest_revision.content["problem"] == "What was typed."
    assert not Review.objects.exists()


def test_it_asks_those_who_are_named_and_leaves_the_other_open(ask, subjects, edith):
    response = ask(note="Is the order right?", editor=edith.pk)

    review = Review.objects.get()
    assert response.url == f"/desk/reviews/{review.story_id}/"
    assert (review.note, review.editor, review.due) == ("Is the order right?", edith, in_days(21))
    assert [str(sign_off) for sign_off in review.sign_offs.all()] == ["Ann Ode (Practitioner)", "nobody yet (Scholar)"]
    assert subjects() == [("ann@example.org", "Will you sign off “The night bus”?")]


def test_it_asks_a_user_of_the_site(ask, rita, subjects):
    ask(scholar_user=rita.pk)

    assert SignOff.objects.get(kind="scholar").user == rita
    assert ("rita@example.org", "Will you sign off “The night bus”?") in subjects()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"practitioner_email": ""}, "Ann Ode needs an e-mail"),
        ({"practitioner_name": ""}, "Say whom ann@example.org belongs to."),
        ({"practitioner_email": "ann"}, "Enter a valid email address."),
        ({"practitioner_name": "", "practitioner_email": ""}, "Name at least one of the two"),
        ({"due": "2001-01-01"}, "2001-01-01 is over. Choose today or a later day."),
        ({"due": "soon"}, "Enter a valid date."),
        ({"editor": "99999"}, "Select a valid choice."),
    ],
)
def test_it_says_what_is_wrong_and_keeps_what_was_typed(ask, given, sentence):
    response = ask(note="Is the order right?", **given)

    assert sentence in errors(response)
    assert "Is the order right?" in soup(response).select_one("[name=note]").get_text()
    assert not Review.objects.exists()


def test_it_takes_either_an_account_or_a_name(ask, rita):
    response = ask(practitioner_user=rita.pk)

    assert "Choose somebody with an account, or write a name and an e-mail; not both." in errors(response)


def test_it_leads_to_the_review_that_is_under_way(ask, review, desk):
    assert ask().url == f"/desk/reviews/{review.story_id}/"
    assert Review.objects.count() == 1


def test_it_is_not_for_who_may_not_change_stories(rita, story):
    assert signed_in(rita).get(f"/desk/reviews/{story.pk}/start/").status_code in (302, 403)


def test_it_starts_for_other_code_without_anybody_named(story):
    review = start_review(story=story, by=None, practitioner=ANN, scholar=None, note="From a contributor.")

    assert review.requested_by is None
    assert [bool(sign_off.asked_at) for sign_off in review.sign_offs.all()] == [True, False]


def test_it_refuses_a_second_review_of_a_story(review, begin):
    with pytest.raises(ValidationError, match="under way already"):
        begin()


def test_it_says_where_stories_have_no_workflow(begin):
    Workflow.objects.get(name="Co-creation review").deactivate()

    with pytest.raises(ValidationError, match="Set one under Settings, Workflows"):
        begin()

"""Two people who know the story sign it off, in either order; then an editor publishes."""

import pytest
from wagtail.models import WorkflowState

from cases.models import Signature, Story
from tests.reading import soup, words

STEPS = ["A practitioner signs off", "A scholar signs off", "An editor publishes"]


def step(review):
    """The step that the review is at."""
    return WorkflowState.objects.get(pk=review.workflow_state_id).current_task_state.task.name


@pytest.fixture
def approve(desk, story):
    """The editor takes the last step, on the story's screen."""

    def take():
        state = Story.objects.get().current_workflow_task_state
        return desk.post(f"/desk/stories/workflow/action/{story.pk}/approve/{state.pk}/")

    return take


def test_it_asks_both_at_once(review, subjects):
    assert subjects() == [(f"{name}@example.org", "Will you sign off “The night bus”?") for name in ("ann", "sam")]
    assert step(review) == STEPS[0]


def test_it_leads_from_the_mail_to_the_story_and_the_question(client, link, mails):
    path = link("practitioner")
    letter = client.get(path)

    assert f"http://127.0.0.1:8000{path}" in mails()[0][2]
    assert "edith asks you to read “The night bus”" in words(letter)
    story = client.post(path, follow=True)
    assert "Nobody could get home." in words(story)
    assert "Can you say that this is how it was?" in words(story)


@pytest.mark.parametrize("order", [("practitioner", "scholar"), ("scholar", "practitioner")])
def test_it_takes_the_two_in_either_order(review, answer, order):
    answer(order[0])
    assert step(review) != STEPS[2]

    answer(order[1])
    assert step(review) == STEPS[2]


def test_it_publishes_with_the_last_step(sign_both, approve, client):
    sign_both()
    assert client.get("/stories/bus/").status_code == 404

    approve()

    assert client.get("/stories/bus/").status_code == 200


def test_it_tells_the_editor_when_it_is_their_turn(answer, subjects):
    answer("practitioner")
    subjects()

    answer("scholar")

    assert subjects() == [("edith@example.org", "Ready for you to publish: “The night bus”")]


def test_it_names_signatories_with_their_leave_and_not_without(answer, approve, client):
    answer("practitioner", named="on", shown_name="Ann Ode, bus driver")
    answer("scholar", shown_name="Sam Holder")

    approve()

    said = soup(client.get("/stories/bus/")).select_one(".signatures").get_text(" ", strip=True)
    assert "Signed off by a practitioner, Ann Ode, bus driver, on" in said
    assert "Signed off by a scholar on" in said
    assert "Sam" not in said


def test_it_thanks_those_who_signed(sign_both, approve, subjects):
    sign_both()
    subjects()

    approve()

    assert subjects() == [(f"{name}@example.org", "Published: “The night bus”") for name in ("ann", "sam")]


def test_it_says_nothing_of_a_story_that_nobody_was_asked_about(client, story):
    story.latest_revision.publish()

    assert not soup(client.get("/stories/bus/")).select(".signatures")


def test_it_says_when_the_published_story_was_changed_since(sign_both, approve, rewrite, client):
    sign_both()
    approve()
    rewrite(summary="A bus, and a tram.").publish()

    page = client.get("/stories/bus/")
    assert "The story has been changed since then." in words(page)
    assert Signature.objects.count() == 2


def test_it_keeps_quiet_about_changes_that_nobody_signed(sign_both, approve, rewrite, client):
    sign_both()
    approve()
    rewrite(problem="Nobody  could get home. ", depth="short").publish()

    assert "changed since" not in words(client.get("/stories/bus/"))


def test_it_takes_an_answer_once(answer, asked, subjects):
    answer("practitioner")
    before = asked("practitioner").answered_at
    subjects()

    again = answer("practitioner")

    assert again.status_code == 302
    assert asked("practitioner").answered_at == before
    assert subjects() == []


def test_it_keeps_remarks_that_come_with_a_signature(answer, story):
    answer("practitioner", **{"remark-summary": "It ran on Fridays too.", "reason": "Well done."})

    assert [(remark.field, remark.text) for remark in story.remarks.all()] == [
        ("", "Well done."),
        ("summary", "It ran on Fridays too."),
    ]


def test_it_writes_the_steps_into_wagtails_history(answer, approve, desk, story):
    answer("scholar")
    answer("practitioner")
    approve()

    page = desk.get(f"/desk/stories/history/{story.pk}/").content.decode()

    assert "Asked Ann Ode to sign off as a practitioner" in page
    assert "Approved" in page

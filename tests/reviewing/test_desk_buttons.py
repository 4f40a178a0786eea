"""Wagtail's own buttons and pages go on working in a review."""

import json

import pytest
from wagtail.models import Task, TaskState, Workflow

from cases.models import Review, SignOff, Story
from cases.reviewing.inviting import Invited
from tests.reading import soup
from tests.reviewing.conftest import signed_in
from tests.reviewing.test_asking import screen


@pytest.fixture
def press(desk, story):
    """Presses a button of the story's screen."""

    def post(button, client=desk, **more):
        places = tuple(story.places.values_list("pk", flat=True))
        form = screen(problem=story.problem, places=places) | {button: "1"} | more
        return client.post(f"/desk/stories/edit/{story.pk}/", form, follow=True)

    return post


@pytest.fixture
def act(press):
    """Chooses what the step offers, with what its dialogue asked."""

    def post(action, given, **more):
        sent = {"workflow-action-name": action, "workflow-action-extra-data": json.dumps(given)}
        return press("action-workflow-action", **sent, **more)

    return post


def offered(client, story):
    """What the menu of the story's screen offers."""
    found = soup(client.get(f"/desk/stories/edit/{story.pk}/")).select(
        "footer [name^=action-], footer [data-workflow-action-name]"
    )
    return [" ".join(button.get_text(" ").split()) for button in found]


def state():
    """How the workflow stands."""
    return Review.objects.latest("pk").workflow_state


def test_it_offers_an_editor_what_an_editor_may_do(review, desk, story):
    assert offered(desk, story) == ["Cancel workflow", "Send back", "Go on without this sign-off"]


def test_it_offers_a_signatory_at_the_desk_to_sign(begin, edith, desk, story):
    begin(practitioner=Invited(user=edith))

    assert "Sign off" in offered(desk, story)


def test_it_signs_at_the_desk(begin, edith, act):
    begin(practitioner=Invited(user=edith))

    act("approve", {"shown_name": "Edith Tor"})

    signed = SignOff.objects.get(kind="practitioner")
    assert (signed.answer, signed.shown_name) == ("signed", "Edith Tor")
    assert state().current_task_state.task.name == "A scholar signs off"


def test_it_sends_back_at_the_desk_with_a_remark(review, act, story):
    act("reject", {"reason": "Too long.", "field": "problem", "remark": "Who says so?"})

    assert state().status == "needs_changes"
    assert [(remark.field, remark.text, remark.by_name) for remark in story.remarks.all()] == [
        ("problem", "Who says so?", "edith")
    ]


def test_it_sends_back_at_the_last_step(sign_both, act, subjects):
    sign_both()
    subjects()

    act("reject", {"reason": "Too long.", "field": "title", "remark": "Shorter."})

    assert state().status == "needs_changes"
    assert Story.objects.get().remarks.get().text == "Shorter."
    assert subjects() == []


def test_it_goes_on_where_it_was_after_the_last_step_was_sent_back(sign_both, act, press):
    sign_both()
    act("reject", {"reason": "Too long."})

    press("action-submit")

    assert state().current_task_state.task.name == "An editor publishes"


def test_it_goes_back_to_the_signatories_where_what_they_signed_was_reworked(sign_both, act, press, subjects):
    sign_both()
    act("reject", {"reason": "Too long."})
    subjects()

    press("action-submit", summary="A tram at night.")

    assert state().current_task_state.task.name == "A practitioner signs off"
    assert [to for to, _subject in subjects()] == ["ann@example.org", "sam@example.org"]


@pytest.mark.parametrize(
    ("action", "given"),
    [("reject", {}), ("reject", {"reason": " "}), ("reject", {"reason": "x", "field": "nonsense"}), ("without", {})],
)
def test_it_refuses_what_the_dialogue_would_have_refused(review, act, action, given):
    response = act(action, given)

    assert response.status_code == 200
    assert soup(response).select(".messages .error")
    assert state().status == "in_progress"
    assert not SignOff.objects.exclude(answer="").exists()


@pytest.mark.parametrize("data", ["", "[]", "[1]", "{", '"x"', '{"nonsense": 1}'])
def test_it_survives_data_that_no_dialogue_sends(review, press, data):
    sent = {"workflow-action-name": "reject", "workflow-action-extra-data": data}

    assert press("action-workflow-action", **sent).status_code == 200
    assert state().status == "in_progress"


def test_it_cancels_and_tells_whoever_was_asked(review, press, subjects):
    subjects()

    press("action-cancel-workflow")

    assert state().status == "cancelled"
    assert [to for to, _subject in subjects()] == ["ann@example.org", "sam@example.org"]


def test_it_restarts_with_the_same_people(answer, press, subjects):
    answer("practitioner", "sent-back", reason="No.")
    subjects()

    press("action-restart-workflow")

    assert state().status == "in_progress"
    assert [str(one) for one in Review.objects.latest("pk").sign_offs.all()] == [
        "Ann Ode (Practitioner)",
        "Sam Holder (Scholar)",
    ]
    assert subjects() == [(f"{name}@example.org", "Will you sign off “The night bus”?") for name in ("ann", "sam")]


def test_it_shows_a_reviewer_the_screen_and_lets_nothing_be_changed(begin, rita, press, story):
    begin(practitioner=Invited(user=rita))
    reviewer = signed_in(rita)

    page = soup(reviewer.get(f"/desk/stories/edit/{story.pk}/"))
    press("action-edit", client=reviewer, title="Changed")

    assert page.select_one("#id_title")["value"] == "The night bus"
    assert Story.objects.get().get_latest_revision_as_object().title == "The night bus"


def test_it_shows_a_reviewer_the_way_to_answer(begin, rita, story):
    begin(practitioner=Invited(user=rita))

    page = signed_in(rita).get(f"/desk/reviews/{story.pk}/").content.decode()

    assert "Read it and answer" in page
    assert "Remind now" not in page


def test_it_opens_every_dialogue_of_a_step(begin, edith, desk, story):
    begin(practitioner=Invited(user=edith))
    number = TaskState.objects.get().pk
    addresses = [
        f"/desk/stories/workflow/collect_action_data/{story.pk}/{do}/{number}/"
        for do in ("approve", "reject", "without")
    ]

    pages = [desk.get(address).json()["html"] for address in addresses]

    assert "Your name, as readers may see it" in pages[0]
    assert "Why it is sent back" in pages[1]
    assert "Readers see it on the story" in pages[2]


@pytest.mark.parametrize(
    "address",
    [
        "/desk/stories/workflow_history/{story}/",
        "/desk/stories/workflow_history/{story}/detail/{state}/",
        "/desk/stories/workflow/preview/{story}/{task}/",
        "/desk/reports/workflow/",
        "/desk/reports/workflow_tasks/",
        "/desk/workflows/list/",
        "/desk/workflows/edit/{workflow}/",
        "/desk/workflows/tasks/index/",
        "/desk/workflows/tasks/edit/{task}/",
        "/desk/workflows/tasks/add/cases/signofftask/",
        "/desk/workflows/tasks/add/cases/editortask/",
        "/desk/workflows/usage/{workflow}/",
    ],
)
def test_it_shows_wagtails_own_pages(answer, admin_client, story, address):
    answer("scholar")
    task = state().current_task_state.task_id
    workflow = Workflow.objects.get(name="Co-creation review").pk

    page = admin_client.get(address.format(story=story.pk, state=state().pk, task=task, workflow=workflow))

    assert page.status_code == 200


def test_it_shows_who_signed_in_the_workflow_history(answer, admin_client, story):
    answer("scholar")
    answer("practitioner", "sent-back", reason="It is too kind.")

    page = admin_client.get(f"/desk/stories/workflow_history/{story.pk}/detail/{state().pk}/").content.decode()

    assert "Ann Ode (Practitioner): It is too kind." in page
    assert "Sam Holder (Scholar)" in page


def test_it_passes_a_sign_off_by_for_records_of_other_nouns(edith):
    from cases.models import Leader

    leader = Leader.objects.create(name="Ada", slug="ada")
    leader.save_revision()

    started = Workflow.objects.get(name="Co-creation review").start(leader, edith)

    assert started.current_task_state.task.name == "An editor publishes"
    assert not Review.objects.exists()
    assert Task.objects.count() >= 3


def test_it_goes_away_with_the_story(answer, admin_client, story):
    answer("practitioner", "sent-back", **{"reason": "No.", "remark-title": "Why?"})

    admin_client.post(f"/desk/stories/delete/{story.pk}/")

    assert not Story.objects.exists()
    assert not Review.objects.exists()

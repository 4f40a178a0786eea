"""An editor goes on without a sign-off, for a reason that everybody can read."""

import pytest

from cases.models import Story
from cases.reviewing.actions import go_on_without
from tests.reading import soup, words

REASON = "Nobody has studied it, and the council asked for it now"


@pytest.fixture
def go_on(desk, asked):
    """The editor goes on without the scholar."""

    def post(reason=REASON):
        number = asked("scholar").pk
        return desk.post(f"/desk/reviews/sign-off/{number}/without/", {f"without-{number}-reason": reason}, follow=True)

    return post


@pytest.fixture
def publish(desk, story):
    """The editor takes the last step."""

    def take():
        state = Story.objects.get().current_workflow_task_state
        return desk.post(f"/desk/stories/workflow/action/{story.pk}/approve/{state.pk}/")

    return take


def test_it_needs_a_reason(go_on, asked):
    response = go_on(reason=" ")

    assert response.status_code == 400
    assert "Give a reason: others must be able to follow it." in response.content.decode()
    assert asked("scholar").answer == ""


def test_it_shows_the_reason_at_the_desk_and_in_the_history(go_on, desk, story):
    page = go_on()

    assert REASON in page.content.decode()
    assert "(edith)" in page.content.decode()
    history = desk.get(f"/desk/stories/history/{story.pk}/").content.decode()
    assert f"Went on without the sign-off of a scholar: {REASON}" in history


def test_it_tells_readers(go_on, answer, publish, client):
    go_on()
    answer("practitioner", named="on", shown_name="Ann Ode")
    publish()

    said = soup(client.get("/stories/bus/")).select_one(".signatures").get_text(" ", strip=True)
    assert "Signed off by a practitioner, Ann Ode, on" in said
    assert f"Published without the sign-off of a scholar, because: {REASON}." in said


def test_it_tells_the_signatory(go_on, client, link, subjects):
    subjects()

    go_on()

    assert subjects() == [("sam@example.org", "No longer needed: your word on “The night bus”")]
    assert "The editors went on" in words(client.get(link("scholar")))


def test_it_comes_to_the_editor_without_either(asked, edith):
    for_both = [asked("practitioner"), asked("scholar")]

    go_on_without(sign_off=for_both[0], reason=REASON, by=edith)
    go_on_without(sign_off=for_both[1], reason=REASON, by=edith)

    assert Story.objects.get().current_workflow_task.name == "An editor publishes"


def test_it_is_not_for_reviewers(rita, asked, client):
    client.force_login(rita)
    number = asked("scholar").pk

    response = client.post(f"/desk/reviews/sign-off/{number}/without/", {f"without-{number}-reason": REASON})

    assert response.status_code in (302, 403)
    assert asked("scholar").answer == ""


def test_it_is_published_by_no_other_door_while_it_is_in_review(review, desk, story, client):
    from cases.checking_stories.gate import NotReady

    with pytest.raises(NotReady, match="in co-creation review"):
        story.latest_revision.publish()

    menu = soup(desk.get(f"/desk/stories/edit/{story.pk}/")).select("footer button")
    assert not [button for button in menu if "Publish" in button.get_text()]
    assert client.get("/stories/bus/").status_code == 404


def test_it_is_not_published_over_the_signature_of_an_earlier_draft(sign_both, rewrite, publish, desk, client):
    sign_both()
    rewrite(summary="A tram at night.")

    publish()

    said = desk.get("/desk/stories/").content.decode()
    assert "Ann Ode (Practitioner) signed an earlier draft" in said
    assert client.get("/stories/bus/").status_code == 404


def test_it_is_not_published_below_the_minimum_by_the_last_step(sign_both, publish, desk, client, story):
    story.citations.all().delete()
    draft = Story.objects.get().get_latest_revision_as_object()
    draft.citations = []
    draft.save_revision()
    sign_both()

    publish()

    assert "The story rests on no source." in desk.get("/desk/stories/").content.decode()
    assert client.get("/stories/bus/").status_code == 404
    assert Story.objects.get().current_workflow_task.name == "An editor publishes"

"""Completion goes back to the platform: once, forward only, and for as long as it takes."""

import pytest
from django.utils import timezone
from lti_tool.models import LtiDeployment, LtiRegistration

from lessons.lti.scoring import clear_away, send_scores
from lessons.models import PlatformLaunch, PlatformLogin, PlatformScore
from tests.factories import CourseFactory, PlatformLaunchFactory, PlatformLoginFactory
from tests.lti.school import LTI
from tests.reading import soup, words

pytestmark = pytest.mark.django_db

GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
MEMBER = "http://purl.imsglobal.org/vocab/lis/v2/membership#"


@pytest.fixture
def told(school):
    """Does the chore, and answers what the platform was told by that."""

    def keep():
        before = len(school.known["scores"])
        send_scores()
        return [(score["userId"], score["activityProgress"]) for score in school.known["scores"][before:]]

    return keep


@pytest.fixture
def line(school, live_keys):
    """What the platform says of its line for the story."""
    return {GRADES: {"scope": [SCORE], "lineitem": f"{school.address}/lineitems/0"}}


@pytest.fixture
def live_keys(school, registration):
    """The platform knows our keys: it is told them, since nobody serves them here."""
    from lessons.lti.checking import our_key

    school.ask(
        "tool", {"client": "client-1", "tool": {"launch": "-", "login": "-", "jwks": "-"}, "keys": [our_key().as_jwk()]}
    )


def done(client, page):
    """Press “I have done this”."""
    return client.post(soup(page).select_one("form.launch-done")["action"], follow=True)


def due():
    """It is time to try again."""
    PlatformScore.objects.update(due_at=timezone.now())


def test_it_tells_who_has_started_and_who_has_completed(bus, opened, client, line, told):
    page = opened(**line)
    assert told() == [("learner-7f3a", "Started")]

    after = done(client, page)

    assert "You have completed this. Your course is told." in words_of_page(after)
    assert told() == [("learner-7f3a", "Completed")]
    assert told() == []


def words_of_page(response):
    """All the words of the page."""
    return " ".join(soup(response).get_text(" ").split())


def test_it_gives_one_point_of_one_for_what_is_completed(bus, opened, client, line, told, school):
    done(client, opened(**line))
    told()

    score = school.known["scores"][-1]

    assert (score["scoreGiven"], score["scoreMaximum"], score["gradingProgress"]) == (1, 1, "FullyGraded")
    assert (score["lineitem"], set(score) & {"name", "email"}) == ("0", set())


def test_it_takes_nothing_back_when_it_is_opened_again(bus, opened, client, line, told):
    done(client, opened(**line))
    told()

    again = opened(**line)

    assert told() == []
    assert soup(again).select_one("form.launch-done") is None


def test_it_loses_nothing_while_the_platform_is_down(bus, opened, client, line, told, school):
    done(client, opened(**line))
    school.ask("order", {"tokens": False})
    assert told() == []
    waiting = PlatformScore.objects.get()
    assert (waiting.sent, waiting.tries, waiting.trouble) == ("", 1, "The platform answers 503.")
    assert waiting.due_at > timezone.now()

    school.ask("order", {"tokens": True})
    due()

    assert told() == [("learner-7f3a", "Completed")]


def test_it_loses_nothing_while_the_platform_cannot_be_reached(bus, opened, client, line, told, registration):
    done(client, opened(**line))
    LtiRegistration.objects.update(token_url="http://127.0.0.1:9/token")
    assert told() == []

    LtiRegistration.objects.update(token_url=registration.token_url)
    due()

    assert told() == [("learner-7f3a", "Completed")]


def test_it_waits_with_what_a_platform_is_to_hear_while_that_is_switched_off(bus, opened, client, line, told):
    done(client, opened(**line))
    LtiDeployment.objects.update(is_active=False)
    assert told() == []

    LtiDeployment.objects.update(is_active=True)

    assert told() == [("learner-7f3a", "Completed")]


@pytest.mark.parametrize(
    "changes",
    [
        {GRADES: None},
        {GRADES: {"scope": [], "lineitem": "http://localhost/x"}},
        {GRADES: {"scope": [SCORE]}},
        {GRADES: {"scope": [SCORE], "lineitem": "javascript:alert(1)"}},
        {f"{LTI}roles": [f"{MEMBER}Instructor"]},
    ],
    ids=["no service", "no scope", "no line", "no address", "who teaches"],
)
def test_it_asks_for_no_completion_where_nobody_takes_it(bus, opened, line, changes):
    page = opened(**(line | changes))

    assert soup(page).select_one("form.launch-done") is None
    assert not PlatformScore.objects.exists()


def test_it_completes_a_session_at_its_last_screen_and_not_before(bus, opened, client, line):
    CourseFactory(slug="trust", items=[{}]).sessions.update(title="One")
    page = opened(**line, **{f"{LTI}custom": {"casebook_thing": "course/trust/session/1-one"}})
    page = client.get(soup(page).select_one("[rel=next]")["href"])
    assert PlatformScore.objects.get().reached == "Started"

    end = client.get(soup(page).select_one("[rel=next]")["href"])

    assert PlatformScore.objects.get().reached == "Completed"
    assert "You have completed this." in words(end)


def test_it_leaves_a_course_of_several_sessions_to_the_word_of_who_does_it(bus, opened, client, line):
    CourseFactory(slug="trust", items=[{}]).sessions.create(title="Two", sort_order=9)
    page = opened(**line, **{f"{LTI}custom": {"casebook_thing": "course/trust"}})

    client.get(f"{page.request['PATH_INFO']}1/3/")

    assert PlatformScore.objects.get().reached == "Started"
    assert soup(done(client, page)).select_one(".launch-done[role=status]")


def test_it_takes_no_completion_without_the_token(client, bus, opened, line):
    opened(**line)

    assert client.post("/lti/at/1:x:y/done/").status_code == 403
    assert PlatformScore.objects.get().reached == "Started"


def test_it_forgets_what_is_over_and_keeps_what_waits():
    old = "2026-01-01T12:00:00Z"
    PlatformLoginFactory(made_at=old), PlatformLaunchFactory(made_at=old)
    PlatformLoginFactory(), PlatformLaunchFactory()

    clear_away()

    assert (PlatformLogin.objects.count(), PlatformLaunch.objects.count()) == (1, 1)

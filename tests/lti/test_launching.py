"""What a launch opens: by name, by address, by what a copy was copied from; with what around it, and for whom."""

from datetime import UTC, datetime, timedelta

import pytest

from lessons.models import PlatformLaunch, PlatformLogin, PlatformPlacement
from tests.factories import CourseFactory, LessonFactory, StoryFactory
from tests.lti.school import LTI
from tests.reading import soup, words

pytestmark = pytest.mark.django_db

CUSTOM, TARGET = f"{LTI}custom", f"{LTI}target_link_uri"
HERE = "http://127.0.0.1:8000"


@pytest.fixture
def trust(bus):
    """A public course with two sessions; the first holds a story and a question."""
    course = CourseFactory(slug="trust", title="On trust", items=[{"story": bus}, {}])
    course.sessions.create(title="What now", sort_order=9).items.create(kind="question", text="And now?")
    return course


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        ("story/bus", "The bus that came to the door"),
        ("course/trust", "On trust"),
        ("course/trust/session/2-what-now", "What now"),
        ("course/trust/session/9-what-now", "What now"),
        ("course/trust/session/2-renamed-since", "What now"),
        ("course/trust/item/story/bus", "Nobody could get to town."),
    ],
)
def test_it_opens_what_the_link_names(trust, opened, thing, shown):
    page = opened(**{CUSTOM: {"casebook_thing": thing}})

    assert shown in words(page)


def test_it_opens_a_lesson(opened, school, registration):
    LessonFactory(slug="win", sentence="Win something small")

    assert "Win something small" in words(opened(**{CUSTOM: {"casebook_thing": "lesson/win"}}))


@pytest.mark.parametrize("address", ["/stories/bus/", "/stories/bus/?from=moodle", "/courses/trust/"])
def test_it_opens_the_page_whose_address_was_pasted(trust, opened, address):
    page = opened(**{CUSTOM: None, TARGET: HERE + address})

    assert ("On trust" if "trust" in address else "The bus that came") in words(page)


def test_it_knows_a_copied_link_by_the_link_that_was_copied(bus, opened):
    opened()

    page = opened(**{
        f"{LTI}resource_link": {"id": "link-1-copy"},
        CUSTOM: {"casebook_thing": "$x", "link_history": "link-9,link-1", "context_history": "$Context.id.history"},
    })  # fmt: skip

    assert "The bus that came" in words(page)
    assert PlatformPlacement.objects.count() == 2


def test_it_knows_a_copied_link_by_its_title_in_the_course_that_was_copied(bus, opened):
    opened()

    page = opened(**{
        f"{LTI}resource_link": {"id": "link-new", "title": "The bus"},
        f"{LTI}context": {"id": "context-2"},
        CUSTOM: {"context_history": "context-0,context-1"},
    })  # fmt: skip

    assert "The bus that came" in words(page)


def test_it_takes_no_title_of_another_course_for_a_copy(bus, opened, launch):
    opened()

    changes = {
        f"{LTI}resource_link": {"id": "new", "title": "The bus"},
        f"{LTI}context": {"id": "context-2"},
        CUSTOM: {},
    }

    assert launch(**changes).status_code == 404


def test_it_keeps_of_a_person_what_the_platform_calls_them_and_nothing_else(bus, opened):
    opened()

    kept = [str(row) for model in (PlatformLaunch, PlatformLogin, PlatformPlacement) for row in model.objects.values()]
    assert PlatformLaunch.objects.get().subject == "learner-7f3a"
    assert "Ada" not in str(kept)
    assert "school.example" not in str(kept)


def test_it_lets_the_platform_frame_what_was_launched_and_nobody_anything_else(bus, opened, school, client):
    page = opened()

    assert f"frame-ancestors 'self' {school.address}" in page["Content-Security-Policy"]
    assert "X-Frame-Options" not in page
    assert "no-store" in page["Cache-Control"]
    assert (page["Referrer-Policy"], page["X-Robots-Tag"]) == ("same-origin", "noindex")
    assert "frame-ancestors 'self';" in client.get("/stories/bus/")["Content-Security-Policy"] + ";"
    assert client.get("/stories/bus/")["X-Frame-Options"] == "SAMEORIGIN"


def test_it_keeps_the_secret_of_a_login_in_a_cookie_for_frames(begin, client):
    asked = begin()

    cookie = client.cookies[f"lti-{asked['state']}"]

    assert (cookie["samesite"], cookie["secure"], cookie["httponly"]) == ("None", True, True)
    assert (cookie["path"], cookie["partitioned"]) == ("/lti/launch/", True)


def test_it_asks_the_platform_for_launches_at_one_address_whatever_the_target(begin):
    asked = begin(target_link_uri=f"{HERE}/stories/bus/")

    assert asked["redirect_uri"] == f"{HERE}/lti/launch/"
    assert (asked["scope"], asked["response_mode"], asked["prompt"]) == ("openid", "form_post", "none")


@pytest.mark.parametrize(
    "target", ["https://elsewhere.example/", "//elsewhere.example", "http://127.0.0.1:8000.elsewhere.example/"]
)
def test_it_begins_nothing_that_leads_elsewhere(client, school, registration, target):
    asked = {"iss": school.address, "login_hint": "x", "client_id": "client-1", "target_link_uri": target}

    page = client.get("/lti/login/", asked)

    assert page.status_code == 400
    assert "an address that is not of this library" in words(page)


@pytest.mark.parametrize("changes", [{"iss": "https://elsewhere.example"}, {"client_id": "other"}])
def test_it_begins_nothing_for_a_platform_that_it_does_not_know(client, school, registration, changes):
    asked = {"iss": school.address, "login_hint": "x", "client_id": "client-1", "target_link_uri": HERE} | changes

    page = client.post("/lti/login/", asked)

    assert page.status_code == 403
    assert "frame-ancestors 'self'" in page["Content-Security-Policy"]
    assert school.address not in page["Content-Security-Policy"]


@pytest.mark.parametrize("token", ["1", "1:x:y", "x" * 300, "%00", "-1:1abc:zzz"])
def test_it_opens_nothing_for_a_made_up_token(client, bus, opened, token):
    opened()

    assert client.get(f"/lti/at/{token}/").status_code == 403


def test_it_ends_what_was_opened_with_the_platform(client, bus, launch, registration):
    address = launch()["Location"]
    registration.deployments.update(is_active=False)

    assert client.get(address).status_code == 403


def test_it_opens_a_launch_for_half_a_day(client, bus, launch, time_machine):
    address = launch()["Location"]

    time_machine.move_to(datetime.now(UTC) + timedelta(hours=13))

    assert client.get(address).status_code == 403


def test_it_turns_through_the_screens_of_a_session(trust, opened, client):
    page = opened(**{CUSTOM: {"casebook_thing": "course/trust/session/2-what-now"}})

    following = client.get(soup(page).select_one("[rel=next]")["href"])

    assert "And now?" in words(following)
    assert soup(following).select_one("[rel=prev]")["target"] == "_self"


def test_it_says_that_a_story_was_taken_back(launch, client):
    StoryFactory(slug="bus", retired=True)

    page = launch()

    assert page.status_code == 404
    assert "is not in the library, or is no longer shared" in words(page)

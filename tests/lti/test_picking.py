"""Deep linking: what the picker shows and keeps, and what goes back to the platform."""

import jwt
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from jwcrypto.jwk import JWK
from lti_tool.models import Key

from tests.factories import CourseFactory, LessonFactory, StoryFactory, UserFactory
from tests.lti.school import LTI
from tests.reading import soup, words

pytestmark = pytest.mark.django_db

DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim/"
KEY = "k" * 22
MANY = [f"course/open/session/1-{n}" for n in range(31)]
HISTORY = {"link_history": "$ResourceLink.id.history", "context_history": "$Context.id.history"}
PICK = {f"{LTI}message_type": "LtiDeepLinkingRequest", f"{LTI}resource_link": None, f"{LTI}custom": None}


@pytest.fixture
def settings_of(school):
    """What the platform says of the links that it takes."""
    return {
        "deep_link_return_url": f"{school.address}/return",
        "accept_types": ["ltiResourceLink"],
        "accept_presentation_document_targets": ["iframe"],
        "data": "echo",
    }


@pytest.fixture
def picker(client, launch, settings_of):
    """Opens the picker, and answers its address."""

    def open_it(**changes):
        response = launch(**PICK, **{f"{DEEP}deep_linking_settings": settings_of | changes})
        assert response.status_code == 303, response.content.decode()
        return response["Location"]

    return open_it


@pytest.fixture
def course(bus):
    """A course that is shared by link."""
    return CourseFactory(slug="trust", title="On trust", draft=True, link_key=KEY, items=[{"story": bus}])


def sent_back(response):
    """What goes back to the platform: the claims, checked by our published key."""
    token = soup(response).select_one("[name=JWT]")["value"]
    key = Key.objects.get()
    assert jwt.get_unverified_header(token)["kid"] == JWK.from_pem(key.public_key.encode()).thumbprint()
    return jwt.decode(token, key.public_key, algorithms=["RS256"], options={"verify_aud": False})


def test_it_links_several_things_at_once(client, picker, bus, school):
    LessonFactory(slug="win", sentence="Win something small")
    CourseFactory(slug="open", items=[{}])

    page = client.post(
        picker(),
        {"do": "link", "report": "1", "chosen": ["story/bus", "lesson/win", "course/open/session/1-session-0"]},
    )

    said = sent_back(page)
    assert (said["iss"], said["aud"], said[f"{DEEP}data"]) == ("client-1", [school.address], "echo")
    assert [item["custom"]["casebook_thing"] for item in said[f"{DEEP}content_items"]][:2] == [
        "story/bus",
        "lesson/win",
    ]
    assert f"form-action 'self' {school.address}" in page["Content-Security-Policy"]


def test_it_says_of_each_link_what_it_is_and_how_its_completion_is_kept(client, picker, bus):
    [item] = sent_back(client.post(picker(), {"do": "link", "report": "1", "chosen": ["story/bus"]}))[
        f"{DEEP}content_items"
    ]

    assert item == {
        "type": "ltiResourceLink",
        "title": bus.title,
        "text": bus.summary,
        "url": "http://127.0.0.1:8000/stories/bus/",
        "custom": {"casebook_thing": "story/bus", **HISTORY},
        "lineItem": {"scoreMaximum": 1, "label": bus.title, "resourceId": "story/bus", "tag": "completed"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("accepts", "sent"), [({}, {}), ({"accept_lineitem": False}, {"report": "1"})], ids=["unticked", "not taken"]
)
def test_it_makes_no_line_in_the_gradebook_where_none_is_wanted(client, picker, bus, accepts, sent):
    said = sent_back(client.post(picker(**accepts), {"do": "link", "chosen": ["story/bus"], **sent}))

    assert "lineItem" not in said[f"{DEEP}content_items"][0]


def test_it_links_a_course_that_is_shared_by_link_with_a_right_and_without_its_key(client, picker, course, launch):
    address = picker()
    found = client.get(address, {"do": "paste", "address": f"http://127.0.0.1:8000/courses/trust.{KEY}/"})
    assert f"course/trust.{KEY}" in [box["value"] for box in soup(found).select(".pick-ticked [name=chosen]")]

    page = client.post(address, {"do": "link", "chosen": [f"course/trust.{KEY}"]})

    [item] = sent_back(page)[f"{DEEP}content_items"]
    assert KEY not in str(item)
    assert launch(**{f"{LTI}custom": item["custom"]}).status_code == 303


@pytest.mark.parametrize(
    "name", ["course/trust", f"course/trust.{'x' * 22}", f"course/trust.{'x' * 22}/session/1-session-0"]
)
def test_it_links_no_course_that_is_not_shared_with_who_links(client, picker, course, name):
    page = client.post(picker(), {"do": "link", "chosen": [name]})

    assert page.status_code == 422
    assert "no longer shared" in words(page)
    assert "On trust" not in words(page)


@pytest.mark.parametrize(
    "address", ["nothing", "https://elsewhere.example/", "/courses/trust/", "/courses/trust.aaaaaaaaaaaaaaaaaaaaaa/"]
)
def test_it_says_which_pasted_link_opens_nothing_and_keeps_what_is_ticked(client, picker, course, address):
    page = client.get(picker(), {"do": "paste", "address": address, "chosen": ["story/bus"]})

    assert f"“{address}” opens no course here." in words(page)
    assert [box["value"] for box in soup(page).select(".pick-ticked [name=chosen]")] == ["story/bus"]


def test_it_keeps_what_is_ticked_while_one_looks_for_more(client, picker, bus):
    StoryFactory(slug="tram", title="The tram")

    page = client.get(picker(), {"do": "find", "words": "tram", "chosen": ["story/bus"], "report": "1"})

    ticked = [box["value"] for box in soup(page).select("[name=chosen][checked]")]
    assert ticked == ["story/bus"]
    assert "The tram" in words(page)


@pytest.mark.parametrize(
    ("accepts", "chosen", "sentence"),
    [
        ({}, [], "Tick what you want to link to."),
        ({}, ["story/no-such"], "not in the library any more"),
        ({}, ["<b>"], "not in the library any more"),
        ({}, ["x" * 401], "Select a valid choice."),
        ({}, MANY, "At most 30 things are linked in one go."),
        ({"accept_multiple": False}, ["story/bus", "story/tram"], "Your platform takes one thing at a time here."),
    ],
)  # fmt: skip
def test_it_says_what_is_wrong(client, picker, bus, accepts, chosen, sentence):
    CourseFactory(slug="open", items=[{}])
    StoryFactory(slug="tram")

    page = client.post(picker(**accepts), {"do": "link", "chosen": chosen})

    assert page.status_code == 422
    assert sentence in words(page)


def test_it_offers_a_trainer_their_own_courses_where_it_knows_who_they_are(client, picker, course):
    address, trainer = picker(), course.trainers.create(user=None, email="x@example.org", token="t")
    assert "On trust" not in words(client.get(address))
    trainer.user, trainer.token = UserFactory(), ""
    trainer.save()
    client.force_login(trainer.user)

    assert "On trust" in words(client.get(address))


def test_it_refuses_a_way_back_that_is_no_address(launch, settings_of):
    wrong = settings_of | {"deep_link_return_url": "javascript:alert(1)"}

    assert launch(**PICK, **{f"{DEEP}deep_linking_settings": wrong}).status_code == 400


@pytest.mark.parametrize("many", [2, 9])
def test_it_asks_as_many_queries_however_much_there_is(client, picker, many):
    for_all = [StoryFactory(slug=f"story-{n}") for n in range(many)]
    [CourseFactory(slug=f"course-{n}", items=[{"story": story}, {}]) for n, story in enumerate(for_all)]
    LessonFactory.create_batch(many)
    address, ticked = (
        picker(),
        {"chosen": [f"story/story-{n}" for n in range(many)] + ["course/course-0"], "do": "find"},
    )
    client.get(address, ticked)

    with CaptureQueriesContext(connection) as queries:
        assert client.get(address, ticked).status_code == 200

    assert len(queries) == 10

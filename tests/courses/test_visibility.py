"""Who can see what of a course: on every page, in lists, in the map of the site, in files and in the desk."""

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from lessons.courses.sharing import share
from lessons.models import Course
from tests.factories import StoryFactory

KEY = "k" * 22

FOR_PARTICIPANTS = (
    *("course-page", "course-handout", "course-handout-docx", "course-teach", "course-teach-session"),
    "course-study",
)
FOR_FACILITATORS = (
    *("course-pack", "course-pack-docx", "course-slides", "course-teach-notes"),
    *("course-platform", "course-cartridge", "course-questions"),
)
FOR_WHO_CHANGES = ("course-build", "course-news", "course-find")
FOR_TRAINERS = ("course-sharing", "course-changes")
FOR_ADAPTING = ("course-adapt",)
FOR_GROUPS = ("course-groups",)
BY_POST = ("course-change", "course-revise", "course-study-keep", "course-study-take")
OF_A_COURSE = (
    *(*FOR_PARTICIPANTS, *FOR_FACILITATORS, *FOR_WHO_CHANGES, *FOR_TRAINERS, *FOR_ADAPTING, *FOR_GROUPS, *BY_POST),
)

ARGUMENTS = {"course-teach": (1, 1), "course-teach-session": (1,), "course-teach-notes": (1, 1)}

OPEN = {200, 204, 302}

# What each visitor gets of a course in each state: which groups of pages open. Everything else is refused.
TABLE = {
    "private": {
        "nobody": (),
        "stranger": (),
        "seer": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_GROUPS, FOR_TRAINERS, FOR_ADAPTING),
        "owner": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_GROUPS, FOR_TRAINERS, FOR_WHO_CHANGES, FOR_ADAPTING),
        "editor": (),
        "with the link": (),
    },
    "link": {
        "nobody": (),
        "stranger": (),
        "seer": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_GROUPS, FOR_TRAINERS, FOR_ADAPTING),
        "owner": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_GROUPS, FOR_TRAINERS, FOR_WHO_CHANGES, FOR_ADAPTING),
        "editor": (),
        "with the link": (FOR_PARTICIPANTS,),
    },
    "asking": {
        "nobody": (),
        "stranger": (),
        "seer": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_GROUPS, FOR_TRAINERS, FOR_ADAPTING),
        "owner": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_GROUPS, FOR_TRAINERS, FOR_WHO_CHANGES, FOR_ADAPTING),
        "editor": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_GROUPS, FOR_TRAINERS, FOR_WHO_CHANGES),
        "with the link": (),
    },
    "public": {
        "nobody": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_ADAPTING),
        "stranger": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_GROUPS, FOR_ADAPTING),
        "seer": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_GROUPS, FOR_TRAINERS, FOR_ADAPTING),
        "owner": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_GROUPS, FOR_TRAINERS, FOR_ADAPTING),
        "editor": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_GROUPS, FOR_TRAINERS, FOR_WHO_CHANGES, FOR_ADAPTING),
        "with the link": (FOR_PARTICIPANTS, FOR_FACILITATORS, FOR_ADAPTING),
    },
}
CASES = [(state, visitor) for state, visitors in TABLE.items() for visitor in visitors]
STATES = {
    "private": {},
    "link": {"link_key": KEY},
    "asking": {"asked_at": "2026-01-01T12:00:00Z", "summary": "It."},
    "public": {"live": True, "summary": "It.", "first_published_at": "2026-01-01T12:00:00Z"},
}


@pytest.fixture
def shared(ada, ben, course):
    """Puts Ada's course, which Ben may see, into a state."""

    def put(state):
        course.sessions.get().items.create(kind="question", text="What now?")
        course.trainers.create(user=ben, right="see")
        Course.objects.filter(pk=course.pk).update(**STATES[state])
        return Course.objects.get(pk=course.pk)

    return put


@pytest.fixture
def visitors(client, signed_in, person, ada, ben, editor):
    """A browser of each visitor."""
    found = {"stranger": person("cy"), "seer": ben, "owner": ada, "editor": editor}
    return {"nobody": client, "with the link": client, **{name: signed_in(user) for name, user in found.items()}}


def status(client, name, handle):
    """What a visitor is answered; asking somebody to sign in is a refusal."""
    address = reverse(name, args=[handle, *ARGUMENTS.get(name, ())])
    response = client.get(address)
    asked = response.status_code == 302 and "/login/" in response.get("Location", "")
    return 403 if asked else response.status_code


@pytest.mark.parametrize(("state", "visitor"), CASES)
def test_it_opens_what_the_table_says_and_nothing_else(shared, visitors, state, visitor):
    course = shared(state)
    handle = f"{course.slug}.{KEY}" if visitor == "with the link" else course.slug

    opened = {name for name in OF_A_COURSE if status(visitors[visitor], name, handle) in OPEN}

    assert opened == {name for group in TABLE[state][visitor] for name in group}


def test_it_knows_every_address_of_a_course():
    named = {name for name in get_resolver().reverse_dict if isinstance(name, str) and name.startswith("course-")}

    assert {name for name in named if takes_a_course(name)} == set(OF_A_COURSE)


def takes_a_course(name):
    """Whether the address is of one course."""
    try:
        return "/courses/trust/" in reverse(name, args=["trust", *ARGUMENTS.get(name, ())])
    except NoReverseMatch:
        return False


@pytest.mark.parametrize("state", ["private", "link", "asking"])
def test_it_lists_nowhere_what_is_not_public(shared, client, signed_in, person, state, tmp_path):
    from cases.library.dumping import dump_library

    course = shared(state)
    dump_library(tmp_path)

    assert course.title not in client.get("/courses/").content.decode()
    assert course.title not in signed_in(person("cy")).get("/courses/").content.decode()
    assert course.slug not in client.get("/sitemap.xml").content.decode()
    assert not list(tmp_path.glob("courses/*"))
    assert client.get("/stories.json", {"q": course.title}).json()["total"] == 0


def test_it_lists_what_is_public(shared, client, tmp_path):
    from cases.library.dumping import dump_library

    course = shared("public")
    dump_library(tmp_path)

    assert course.title in client.get("/courses/").content.decode()
    assert course.slug in client.get("/sitemap.xml").content.decode()
    assert [path.stem for path in tmp_path.glob("courses/*")] == [course.slug]


def test_it_tells_no_reader_of_a_story_which_private_courses_use_it(shared, client):
    story = StoryFactory()
    course = shared("private")
    course.sessions.get().items.create(kind="story", story=story, pinned={"name": "x"}, pinned_at="2026-01-01T12:00Z")

    assert course.title not in client.get(story.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("state", "robots"), [("link", "noindex"), ("public", None)])
def test_it_lets_robots_list_public_courses_only(shared, client, state, robots):
    course = shared(state)

    response = client.get(f"/courses/{course.slug}.{KEY}/")

    assert response.get("X-Robots-Tag") == robots
    assert "no-store" in response["Cache-Control"]


def test_it_keeps_the_key_on_every_link_that_participants_follow(shared, client):
    course = shared("link")

    page = client.get(f"/courses/{course.slug}.{KEY}/").content.decode()

    assert f"/courses/{course.slug}.{KEY}/handout/" in page
    assert f"/courses/{course.slug}.{KEY}/teach/1/1/" in page
    assert f'"/courses/{course.slug}/' not in page


def test_it_shows_participants_no_notes_for_the_facilitator(shared, client):
    course = shared("link")
    course.sessions.update(for_facilitator="Secret plan.")
    course.sessions.get().items.update(for_facilitator="Secret note.")

    pages = [
        client.get(f"/courses/{course.slug}.{KEY}/{rest}") for rest in ("", "handout/", "teach/1/1/", "teach/1/2/")
    ]

    assert not [page for page in pages if "Secret" in page.content.decode()]


def test_it_ends_a_link_that_was_renewed(shared, client, signed_in, ada):
    course = shared("link")

    signed_in(ada).post(f"/courses/{course.slug}/sharing/", {"do": "renew"})

    course.refresh_from_db()
    assert client.get(f"/courses/{course.slug}.{KEY}/").status_code == 404
    assert client.get(f"/courses/{course.slug}.{course.link_key}/").status_code == 200


def test_it_ends_a_link_with_the_course_private_again(shared, client):
    course = shared("link")

    share(course=course, visibility="private")

    assert client.get(f"/courses/{course.slug}.{KEY}/").status_code == 404


def test_it_asks_who_is_not_signed_in_to_sign_in_before_it_says_anything(client, course):
    there = client.get(f"/courses/{course.slug}/build/")
    nowhere = client.get("/courses/nothing-at-all/build/")

    assert there.status_code == nowhere.status_code == 302
    assert there["Location"].endswith(f"?next=/courses/{course.slug}/build/")

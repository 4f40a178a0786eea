"""A desk with an editor at it, and the few records that stories rest on."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cases.models import Citation, Leader, Organisation, Place, PolicyArea, Source, Story
from lessons.models import Element, Framework, Lesson

PARTS = (
    "participations",
    "roles",
    "milestones",
    "measures",
    "evidence",
    "illustrations",
    "adaptations",
    "citations",
    "credits",
    "pictures",
)


@pytest.fixture
def admin_user(db):
    """Somebody with full rights, who never types a password."""
    return User.objects.create_superuser("admin", password=None)


@pytest.fixture
def editor(admin_user):
    """That somebody, signed in."""
    client = Client()
    client.force_login(admin_user)
    return client


@pytest.fixture
def library(db):
    """One record of each noun that a story rests on."""
    source = Source.objects.create(title="Civic Entrepreneurship", slug="civic-entrepreneurship")
    framework = Framework.objects.create(title="The elements", slug="the-elements", summary="Nine.", source=source)
    return {
        "source": source,
        "framework": framework,
        "element": Element.objects.create(
            framework=framework, slug="create-space", name="Create space", meaning="Room."
        ),
        "lesson": Lesson.objects.create(sentence="Win consent for the scheme itself", slug="win-consent"),
        "place": Place.objects.create(name="Kirklees", slug="kirklees", country="GB", kind="borough"),
        "area": PolicyArea.objects.create(name="Health", slug="health"),
        "council": Organisation.objects.create(name="Kirklees Council", slug="kirklees-council", kind="council"),
        "leader": Leader.objects.create(name="Norma Redfearn", slug="norma-redfearn"),
        "other_story": Story.objects.create(
            title="The first scheme",
            slug="the-first-scheme",
            summary="It began.",
            result="mixed",
            depth="short",
        ),
    }


@pytest.fixture
def ground(db):
    """A place and a source: without them no story is published."""
    place = Place.objects.get_or_create(slug="anywhere", defaults={"name": "Anywhere", "country": "GB", "kind": "city"})
    source = Source.objects.get_or_create(slug="a-book", defaults={"title": "A book"})
    return {"place": place[0], "source": source[0]}


@pytest.fixture
def make_story(ground):
    """Makes a published story that may be published again; give only what the test is about."""

    def make(**fields):
        number = Story.objects.count()
        required = {
            "title": f"Story {number}",
            "slug": f"story-{number}",
            "summary": "It happened.",
            "result": "mixed",
            "depth": "full",
        }
        story = Story.objects.create(**{**required, **fields})
        story.places.through.objects.create(story=story, place=ground["place"])
        Citation.objects.create(story=story, source=ground["source"])
        return story

    return make


@pytest.fixture
def story_form(ground):
    """What the story screen sends: the least that a published story has, and what the test gives."""

    def form(**given):
        fields = {
            "title": "The bins",
            "slug": "the-bins",
            "summary": "They tried.",
            "result": "failed",
            "depth": "full",
            "places": (ground["place"].pk,),
        }
        given = {"citations": [{"source": ground["source"].pk}], **given}
        parts = {name: inline_formset(given.pop(name, []), initial=given.pop(f"{name}_before", 0)) for name in PARTS}
        return nested_form_data({**fields, "tags": "", **given, **parts})

    return form


@pytest.fixture
def messages_of():
    """Every error of the form that a response shows."""

    def messages(response):
        form = response.context["form"]
        shown = [form.errors, *(part for parts in form.formsets.values() for part in parts.errors)]
        found = [message for errors in shown for texts in errors.values() for message in texts]
        return found + [message for parts in form.formsets.values() for message in parts.non_form_errors()]

    return messages


@pytest.fixture
def found(client):
    """The slugs of the stories that readers find by some words."""

    def slugs(words):
        return [row["slug"] for row in client.get("/stories.json", {"q": words}).json()["results"]]

    return slugs

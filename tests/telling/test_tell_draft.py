"""Everything that somebody told is at the desk: as rows of a draft story where it can be, word for word beside it where not."""

import pytest

from cases.models import Contribution, Leader, Organisation, Place, Source, Story
from cases.telling import actions
from cases.telling.steps import BY_KEY, STEPS
from tests.factories import OrganisationFactory, PlaceFactory, PolicyAreaFactory, StoryFactory
from tests.reading import soup
from tests.telling.everything import EVERYTHING, words_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def full(ada):
    """Ada, who has filled in every field of every page."""
    PlaceFactory(name="Kirklees", slug="kirklees")
    OrganisationFactory(name="Kirklees Council", slug="kirklees-council")
    StoryFactory(title="The dental bus", slug="dental-bus")
    [PolicyAreaFactory(slug=slug, name=slug.capitalize()) for slug in ("health", "culture")]
    answers = [send(ada, step, page) for step, pages in EVERYTHING.items() for page in pages]
    assert [answer.status_code for answer in answers] == [302] * len(answers)
    return ada


def send(author, step, page):
    """Fill in one page."""
    return author.add(step, **page) if BY_KEY[step].many else author.write(f"{step}/", **page)


@pytest.fixture
def draft(full, editor):
    """The draft story that was made of it."""
    full.send()
    editor.post(f"/desk/contributions/look/{full.story.pk}/", {"do": "accept"})
    return Story.objects.get(contribution__key=full.key)


def test_it_fills_in_every_field_of_every_page():
    filled = {(step, name) for step, pages in EVERYTHING.items() for page in pages for name in page}

    asked = {(step.key, name) for step in STEPS for name in step.form.base_fields}
    assert asked - filled == set()


def test_it_loses_no_word_between_the_form_and_the_desk(draft, editor):
    page = soup(editor.get(f"/desk/stories/edit/{draft.pk}/"))

    shown = " ".join(page.select_one(".desk-words").get_text(" ").split())
    assert [words for words in words_in(EVERYTHING) if words not in shown] == []


def test_it_is_a_draft_that_no_reader_sees(draft, client):
    assert (draft.live, draft.first_published_at) == (False, None)
    assert client.get(f"/stories/{draft.slug}/").status_code == 404


def test_it_has_the_words_of_the_story(draft):
    assert (draft.title, draft.summary) == ("The bus", "No library came. A bus did.")
    assert (draft.problem, draft.what_went_wrong) == ("Nobody came.\n\nNobody at all.", "\\# 1 went wrong.")
    assert (draft.result, draft.depth, draft.level) == ("mixed", "full", "organisational")
    assert (draft.novelty, draft.driver, draft.years) == ("radical", "user", "2016–2019")


def test_it_has_the_rows_of_the_story(draft):
    assert [place.name for place in draft.places.all()] == ["Kirklees", "Upper Valley"]
    assert {area.slug for area in draft.policy_areas.all()} == {"health", "culture"}
    assert set(draft.tags.names()) == {"mobile library", "volunteers"}
    assert [str(row) for row in draft.participations.all()] == ["Kirklees Council (Lead)", "Bus Club (Partner)"]
    assert [str(row) for row in draft.milestones.all()] == ["April 2016: The bus came.", "2017–2018: It stood still."]
    assert [(row.name, row.kind, row.part) for row in draft.credits.all()] == [
        ("Ada Okafor", "practitioner", "Drove the bus")
    ]


def test_it_has_the_cast(draft):
    rows = [(row.name, row.realm, row.part, str(row.organisation or "")) for row in draft.roles.all()]

    assert rows == [
        ("Bob Marsh", "managerial", "led", "Kirklees Council"),
        ("The drivers", "community", "opposed", "Bus Club"),
    ]
    assert draft.roles.first().job_title == "Head of buses"


def test_it_has_the_figures_as_the_library_writes_them(draft):
    [measure] = draft.measures.all()

    assert measure.said == {"baseline": "900 books", "target": "1,500 books", "result": "about 1,300 books"}
    assert (measure.kind, measure.better, measure.period) == ("outcome", "higher", "2015 to 2018")
    assert measure.note == "Our own count."


def test_it_has_its_origins_and_grounds(draft):
    taken = [(str(row), row.kept, str(row.from_place or "")) for row in draft.adaptations.all()]
    assert taken == [("The dental bus", "The day", "Kirklees"), ("A firm’s habit", "The face", "")]
    assert [str(row) for row in draft.citations.all()] == [
        "A review, “p. 42”",
        "What Ada Okafor told this library",
    ]


def test_it_makes_drafts_of_what_the_library_has_not(draft):
    new = [Place.objects.get(name="Upper Valley"), Organisation.objects.get(name="Bus Club")]
    new += [Leader.objects.get(name="Bob Marsh"), Source.objects.get(title="A review")]

    assert [(record.live, record.has_unpublished_changes) for record in new] == [(False, True)] * 4
    assert (new[0].country.code, new[0].kind, new[1].kind) == ("GB", "district", "charity")
    assert (new[3].authors, new[3].year, new[3].url) == ("The council", 2018, "https://example.org/r")


def test_it_says_what_is_in_no_field(draft, editor):
    page = soup(editor.get(f"/desk/stories/edit/{draft.pk}/"))

    kept = " ".join(page.select_one(".desk-words__rows").get_text(" ").split())
    assert "Ask the drivers first." in kept
    assert "lena@example.org" in kept
    assert "The next valley" in kept
    assert "It is not said: Country What kind of place is it?" in kept


def test_it_can_be_published_as_it_is(draft, editor, client):
    draft.latest_revision.publish(user=editor.user)

    page = client.get(f"/stories/{draft.slug}/").content.decode()

    assert "Who wrote this" in page
    assert "Ada Okafor, practitioner" in " ".join(page.split())


def test_it_brings_in_what_changed_and_keeps_what_editors_changed(draft, full, editor):
    story = draft.get_latest_revision_as_object()
    story.title, story.problem = "The bus that came", "Edited."
    story.save_revision(user=editor.user)
    actions.ask_back(contribution=full.story, by=editor.user, remarks=[("problem", "Who?")])
    full.write("problem/", problem="No reader came.")
    full.write("what-changed/", what_changed="Lending rose.")

    full.send()

    newest = Story.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert (newest.title, newest.problem, newest.what_changed) == ("The bus that came", "Edited.", "Lending rose.")
    assert newest.measures.count() == 1
    assert Contribution.objects.get(key=full.key).handed_over["kept"] == ["problem"]


def test_it_makes_nothing_twice(draft, full, editor):
    before = [model.objects.count() for model in (Place, Organisation, Leader, Source, Story)]
    actions.ask_back(contribution=full.story, by=editor.user, reason="More, please.")

    full.send()

    assert [model.objects.count() for model in (Place, Organisation, Leader, Source, Story)] == before
    assert Story.objects.get(pk=draft.pk).roles.count() == 2


def test_it_shows_the_subject_at_the_desk(draft, editor):
    page = soup(editor.get(f"/desk/stories/edit/{draft.pk}/"))

    shown = page.select_one(".desk-words").get_text(" ")
    assert {word for word in ("Health, Culture", "mobile library, volunteers") if word in shown} == {
        "Health, Culture",
        "mobile library, volunteers",
    }

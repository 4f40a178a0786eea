"""Drafts and old versions stay usable when the library has moved on since."""

import pytest
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cases.models import Leader, Organisation, Participation, Role
from lessons.models import Element, Evidence, Lesson


@pytest.fixture
def evidenced(make_story, library):
    """A published story with evidence on two lessons."""
    story = make_story(title="The bins", slug="the-bins")
    second = Lesson.objects.create(sentence="Try the hardest round first", slug="try-hardest")
    fields = {
        "stance": "supports",
        "strength": "observed",
        "what_happened": "x",
        "source": library["source"],
        "page": "3",
    }
    for place, lesson in enumerate([library["lesson"], second]):
        Evidence.objects.create(story=story, lesson=lesson, sort_order=place, **fields)
    return story


def rows_of(evidence):
    """What the screen sends for the evidence as it stands."""
    return [
        {
            "id": row.pk,
            "lesson": row.lesson_id,
            "stance": row.stance,
            "strength": row.strength,
            "what_happened": row.what_happened,
            "source": row.source_id,
            "page": row.page,
            "ORDER": place,
        }
        for place, row in enumerate(evidence, 1)
    ]


@pytest.mark.parametrize("in_between", [False, True], ids=["at once", "with a draft in between"])
def test_it_lets_two_pieces_of_evidence_swap_their_lessons(editor, evidenced, story_form, in_between):
    address = f"/desk/stories/edit/{evidenced.pk}/"
    first, second = rows_of(evidenced.evidence.all())
    first["lesson"], second["lesson"] = second["lesson"], first["lesson"]
    first["what_happened"] = "y"
    form = story_form(evidence=[first, second], evidence_before=2)

    _draft = editor.post(address, form) if in_between else None
    response = editor.post(address, {**form, "action-publish": "1"})

    assert response.status_code == 302
    assert {(row.lesson.slug, row.what_happened) for row in Evidence.objects.all()} == {
        ("try-hardest", "y"),
        ("win-consent", "x"),
    }


def test_it_lets_new_evidence_take_the_place_of_old(editor, evidenced, story_form):
    first, second = rows_of(evidenced.evidence.all())
    new = {**first, "id": "", "what_happened": "new"}
    form = story_form(evidence=[{**first, "DELETE": "on"}, second, new], evidence_before=2)

    response = editor.post(f"/desk/stories/edit/{evidenced.pk}/", {**form, "action-publish": "1"})

    assert response.status_code == 302
    assert sorted(Evidence.objects.values_list("what_happened", flat=True)) == ["new", "x"]


@pytest.fixture
def framework_form(library):
    """What the framework's screen sends to publish it."""

    def form(elements, *new):
        framework = library["framework"]
        rows = [{"id": row.pk, "slug": row.slug, "name": row.name, "meaning": row.meaning} for row in elements]
        rows = [{**row, "relates": inline_formset([])} for row in [*rows, *new]]
        fields = {"title": framework.title, "slug": framework.slug, "summary": framework.summary, "order": 1}
        parts = inline_formset(rows, initial=len(elements))
        return nested_form_data({**fields, "elements": parts, "action-publish": "1"})

    return form


@pytest.fixture
def outlived(make_story):
    """A story, and an old version of it that names a leader and a body who have been deleted since."""
    story = make_story(slug="the-bins")
    leader = Leader.objects.create(name="Norma Redfearn", slug="norma-redfearn")
    council = Organisation.objects.create(name="Kirklees", slug="kirklees", kind="council")
    story.roles = [Role(leader=leader, realm="community", part="led", job_title="Head")]
    story.participations = [Participation(organisation=council, part="lead")]
    older = story.save_revision()
    leader.delete()
    council.delete()
    return story, older


def test_it_opens_an_old_version_that_names_somebody_who_is_gone(editor, outlived):
    story, older = outlived

    page = editor.get(f"/desk/stories/history/{story.pk}/revisions/{older.pk}/revert/").content.decode()

    assert 'value="Head"' in page
    assert 'id="inline_child_participations-0"' not in page


def test_it_keeps_what_rests_on_an_element_when_an_old_version_comes_back(editor, library, framework_form):
    framework, lesson, first = library["framework"], library["lesson"], library["element"]
    form = framework_form([first], {"slug": "embed", "name": "Embed", "meaning": "It stays."})
    editor.post(f"/desk/frameworks/edit/{framework.pk}/", form)
    older, added = framework.revisions.latest("pk"), Element.objects.get(slug="embed")
    lesson.elements = [added]
    lesson.save()

    address = f"/desk/frameworks/history/{framework.pk}/revisions/{older.pk}/revert/"
    editor.post(address, framework_form([first, added]))

    assert framework.revisions.count() == 3
    assert Lesson.objects.get(pk=lesson.pk).elements.get() == added


def test_it_saves_by_itself_and_tells_the_page_which_rows_are_which(admin_user, evidenced, story_form):
    editor = Client(headers={"accept": "application/json"})
    editor.force_login(admin_user)
    first, second = rows_of(evidenced.evidence.all())
    first["lesson"], second["lesson"] = second["lesson"], first["lesson"]

    answer = editor.post(
        f"/desk/stories/edit/{evidenced.pk}/", story_form(evidence=[first, second], evidence_before=2)
    ).json()

    assert answer["success"]
    assert answer["field_updates"]["evidence-0-id"] == str(second["id"])

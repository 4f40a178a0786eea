"""Taking an element out of a framework: not while stories or lessons rest on it."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from lessons.models import Element, Illustration


@pytest.fixture
def take_away(editor, library):
    """Sends the framework's screen with its element ticked for deletion; the answer."""
    framework, element = library["framework"], library["element"]

    def send(**more):
        row = {"id": element.pk, "slug": element.slug, "name": element.name, "meaning": element.meaning, "DELETE": "on"}
        fields = {"title": framework.title, "slug": framework.slug, "summary": "Nine.", "about": "", "order": 1}
        sent = {**fields, "source": framework.source_id, **more, "elements": inline_formset([row], initial=1)}
        return editor.post(f"/desk/frameworks/edit/{framework.pk}/", nested_form_data(sent))

    return send


@pytest.fixture
def illustrated(library, make_story):
    """A story stands under the element."""
    return Illustration.objects.create(
        story=make_story(title="The bins"), element=library["element"], source=library["source"], section="At home"
    )


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}], ids=["draft", "publish"])
def test_it_keeps_an_element_that_a_story_stands_under(take_away, illustrated, action, messages_of):
    response = take_away(**action)

    assert [message for message in messages_of(response) if "“Create space” cannot be taken away" in message]
    assert "“The bins”" in response.content.decode()
    assert Illustration.objects.filter(pk=illustrated.pk).exists()


def test_it_keeps_an_element_that_a_lesson_belongs_to(take_away, library):
    library["lesson"].elements = [library["element"]]
    library["lesson"].save()

    assert "“Win consent for the scheme itself”" in take_away(**{"action-publish": "1"}).content.decode()
    assert Element.objects.filter(pk=library["element"].pk).exists()


def test_it_names_five_and_counts_the_others(take_away, library, make_story):
    rows = [Illustration(story=make_story(), element=library["element"], source=library["source"]) for _ in range(7)]
    Illustration.objects.bulk_create(rows)

    assert "and 2 more" in take_away(**{"action-publish": "1"}).content.decode()


def test_it_takes_an_element_away_that_nobody_rests_on(take_away):
    response = take_away(**{"action-publish": "1"})

    assert response.status_code == 302
    assert not Element.objects.exists()

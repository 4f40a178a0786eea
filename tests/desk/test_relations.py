"""An editor relates elements, and sets sides beside each other."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from lessons.models import Element, Framework, Relation, Tension


@pytest.fixture
def other(library):
    """An element of another lens."""
    lens = Framework.objects.create(title="Other", slug="other", summary="Another.")
    return Element.objects.create(framework=lens, slug="embed", name="Embed", meaning="It stays.")


@pytest.fixture
def save(editor, library):
    """Publishes the framework with these relations of its element, and answers the response."""

    def post(*relations, before=0, action="action-publish"):
        lens, element = library["framework"], library["element"]
        rows = inline_formset(list(relations), initial=before)
        part = {
            "id": element.pk,
            "slug": element.slug,
            "name": element.name,
            "meaning": element.meaning,
            "relates": rows,
        }
        fields = {"title": lens.title, "slug": lens.slug, "summary": lens.summary, "order": 1}
        form = nested_form_data({**fields, "elements": inline_formset([part], initial=1), action: "1"})
        return editor.post(f"/desk/frameworks/edit/{lens.pk}/", form)

    return post


def test_it_relates_two_elements(client, save, other):
    save({"element": other.pk, "note": "Both last."})

    assert Relation.objects.values_list("origin__slug", "element__slug", "note").get() == (
        "create-space",
        "embed",
        "Both last.",
    )
    assert "Both last." in client.get("/elements/embed/").content.decode()


def test_it_keeps_a_draft_of_a_relation_from_readers(client, save, other):
    save({"element": other.pk, "note": "Both last."}, action="action-draft")

    assert not Relation.objects.exists()


def test_it_changes_and_deletes_relations(save, other):
    save({"element": other.pk, "note": "Both last."})
    row = Relation.objects.get()
    save({"id": row.pk, "element": other.pk, "note": "Both stay."}, before=1)

    assert Relation.objects.get().note == "Both stay."

    save({"id": row.pk, "element": other.pk, "note": "Both stay.", "DELETE": "on"}, before=1)

    assert not Relation.objects.exists()


def test_it_says_that_the_other_element_has_the_relation_already(library, save, other):
    Relation.objects.create(origin=other, element=library["element"], note="Both last.")

    response = save({"element": other.pk, "note": "Again."})

    assert "related already" in response.content.decode()
    assert Relation.objects.count() == 1


@pytest.mark.parametrize("target", ["itself", "twice"])
def test_it_refuses_relations_that_cannot_be(library, save, other, target):
    element = library["element"] if target == "itself" else other
    rows = [{"element": element.pk, "note": "Again."}] * (1 if target == "itself" else 2)

    response = save(*rows)

    assert ("related to itself" if target == "itself" else "related already") in response.content.decode()
    assert not Relation.objects.exists()


@pytest.fixture
def tension_form(library):
    """What the screen of a tension sends, with so many sides."""

    def form(number):
        side = {"claim": "It is so.", "source": library["source"].pk, "section": "Results"}
        sides = inline_formset([{**side, "name": f"Side {n}"} for n in range(number)])
        fields = {"title": "Copy or adapt?", "slug": "copy", "summary": "They differ.", "order": 1}
        chosen = {f"sides-{n}-lessons": [library["lesson"].pk] for n in range(number)}
        return {**nested_form_data({**fields, "sides": sides, "action-publish": "1"}), **chosen}

    return form


def test_it_saves_a_tension_with_its_sides(client, editor, library, tension_form):
    editor.post("/desk/tensions/add/", tension_form(2))

    sides = Tension.objects.get().sides.all()
    assert [side.name for side in sides] == ["Side 0", "Side 1"]
    assert [side.lessons.get() for side in sides] == [library["lesson"]] * 2
    assert library["lesson"].sentence in client.get("/tensions/copy/").content.decode()


def test_it_wants_two_sides_of_a_tension(editor, tension_form):
    editor.post("/desk/tensions/add/", tension_form(1))

    assert not Tension.objects.exists()


def test_it_previews_a_tension_that_was_never_saved(editor, tension_form):
    address = "/desk/tensions/preview/"
    editor.post(address, tension_form(2))

    page = editor.get(address, {"in_preview_panel": "true"}).content.decode()

    assert "Copy or adapt?" in page
    assert "Side 1" in page

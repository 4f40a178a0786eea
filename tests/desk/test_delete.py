"""Nothing is deleted that others rest on; the desk says what does."""

import pytest

from cases.models import Leader, Organisation, Place, Role
from lessons.models import Framework, Lesson


def test_it_says_which_story_rests_on_a_leader(editor, library, make_story):
    story = make_story(title="The bins")
    Role.objects.create(story=story, leader=library["leader"], realm="community", part="led")
    address = f"/desk/leaders/delete/{library['leader'].pk}/"

    for response in (editor.get(address), editor.post(address)):
        assert response.status_code == 409
        assert "The bins" in response.content.decode()
    assert Leader.objects.filter(pk=library["leader"].pk).exists()


def test_it_keeps_a_place_that_a_story_names(editor, library, make_story):
    story = make_story()
    story.places = [library["place"]]
    story.save()

    assert editor.post(f"/desk/places/delete/{library['place'].pk}/").status_code == 409
    assert Place.objects.filter(pk=library["place"].pk).exists()


def test_it_keeps_a_framework_whose_elements_hold_lessons(editor, library):
    library["lesson"].elements = [library["element"]]
    library["lesson"].save()

    response = editor.post(f"/desk/frameworks/delete/{library['framework'].pk}/")

    assert "Win consent for the scheme itself" in response.content.decode()
    assert Framework.objects.filter(pk=library["framework"].pk).exists()


def test_it_keeps_what_only_a_draft_names(editor, library, make_story, story_form):
    story = make_story(title="The bins", slug="the-bins")
    form = story_form(participations=[{"organisation": library["council"].pk, "part": "lead"}])
    editor.post(f"/desk/stories/edit/{story.pk}/", form)

    response = editor.post(f"/desk/organisations/delete/{library['council'].pk}/")

    assert "The bins" in response.content.decode()
    assert Organisation.objects.filter(pk=library["council"].pk).exists()


def test_it_keeps_every_record_when_one_of_many_is_used(editor, library, make_story):
    Role.objects.create(story=make_story(), leader=library["leader"], realm="community", part="led")
    other = Leader.objects.create(name="Somebody", slug="somebody")
    address = f"/desk/bulk/cases/leader/delete/?id={library['leader'].pk}&id={other.pk}&next=/desk/leaders/"

    assert editor.post(address).status_code == 409
    assert Leader.objects.count() == 2


@pytest.mark.parametrize(
    "address", ["/desk/lessons/delete/{}/", "/desk/bulk/lessons/lesson/delete/?id={}&next=/desk/lessons/"]
)
def test_it_deletes_what_nobody_rests_on(editor, library, address):
    assert editor.get(address.format(library["lesson"].pk)).status_code == 200

    editor.post(address.format(library["lesson"].pk))

    assert not Lesson.objects.exists()

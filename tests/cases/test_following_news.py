"""What is noted as new, however it came about, and what is not."""

from io import StringIO

import pytest
from django.core.management import call_command

from cases.following.noting import note_news
from cases.models import Change, Measure, News, Seen, Story, Watch
from cases.search import changes
from lessons.models import Evidence
from tests.factories import EvidenceFactory, LessonFactory, MeasureFactory, OrganisationFactory, StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(db):
    """A story that has been seen."""
    story = StoryFactory(title="The bins", problem="It was dirty.")
    note_news()
    return story


def noted():
    """What was noted since, oldest first: about what, how, which parts."""
    note_news()
    return list(News.objects.order_by("pk").values_list("about", "how", "parts"))


def test_it_notes_nothing_of_what_was_there_before(story):
    assert noted() == []
    assert Seen.objects.count() == 1


def test_it_notes_a_new_story(story):
    StoryFactory()

    assert noted() == [("story", "new", [])]


def test_it_notes_which_parts_of_a_story_changed(story):
    story.problem, story.result = "It was very dirty.", "failed"
    story.save()

    assert noted() == [("story", "changed", ["problem", "result"])]


def test_it_notes_rows_of_a_story(story):
    MeasureFactory(story=story, result="5")

    assert noted() == [("story", "changed", ["measures"])]


def test_it_notes_that_a_figure_was_corrected(story):
    MeasureFactory(story=story, result="5")
    note_news()
    Measure.objects.get().delete()
    News.objects.all().delete()
    MeasureFactory(story=story, result="6")

    assert noted() == [("story", "changed", ["measures"])]


def test_it_notes_nothing_twice(story):
    StoryFactory()

    assert noted() == noted()


def test_it_notes_nothing_where_only_a_name_beside_the_story_changed(story):
    body = OrganisationFactory()
    body.name = "Another name"
    body.save()

    assert noted() == []


def test_it_notes_no_draft(story):
    StoryFactory(draft=True)

    assert noted() == []


def test_it_notes_that_a_story_was_taken_back_and_came_again(story):
    story.live = False
    story.save()
    note_news()
    story.live = True
    story.save()

    assert noted() == [("story", "gone", []), ("story", "new", [])]


def test_it_notes_that_a_story_was_deleted(story):
    story.delete()

    assert noted() == [("story", "gone", [])]


def test_it_notes_evidence_with_its_stance_under_its_lesson(story):
    item = EvidenceFactory(story=story, stance="contradicts")

    assert noted() == [("lesson", "new", ["contradicts"])]
    assert News.objects.get().key == item.lesson_id


def test_it_notes_that_evidence_changed_and_was_taken_out(story):
    item = EvidenceFactory(story=story, stance="qualifies")
    note_news()
    item.what_happened = "It happened otherwise."
    item.save()
    note_news()
    Evidence.objects.all().delete()
    changes.mark([story.pk])

    assert [how for _about, how, _parts in noted()] == ["new", "changed", "gone"]


def test_it_notes_no_evidence_on_a_lesson_that_is_not_published(story):
    EvidenceFactory(story=story, lesson=LessonFactory(draft=True))

    assert noted() == []


def test_it_notes_what_was_changed_behind_the_desk(story):
    Story.objects.filter(pk=story.pk).update(title="The other bins")
    changes.mark(None)

    assert noted() == [("story", "changed", ["title"])]


def test_it_looks_at_everything_where_the_marks_do_not_reach_back(story):
    Story.objects.filter(pk=story.pk).update(title="The other bins")
    Change.objects.all().delete()
    changes.mark([])
    Watch.objects.update(number=0, stamp="of another database")

    assert noted() == [("story", "changed", ["title"])]


def test_it_notes_what_files_bring(story, tmp_path):
    call_command("dump_library", tmp_path, progress=False, stdout=StringIO(), stderr=StringIO())
    file = tmp_path / "stories" / f"{story.slug}.yaml"
    file.write_text(file.read_text().replace("The bins", "The other bins"))
    call_command("load_library", tmp_path, progress=False, stdout=StringIO())

    assert noted() == [("story", "changed", ["title"])]


@pytest.mark.parametrize("size", [3, 30])
def test_it_asks_no_more_of_a_large_library_than_of_a_small_one(size, django_assert_max_num_queries):
    stories = StoryFactory.create_batch(size)
    note_news()
    stories[0].title = "Another title"
    stories[0].save()

    with django_assert_max_num_queries(30):
        note_news()

"""An operator loads a folder of files."""

import shutil

from django.core.management import call_command

from cases.models import Change, Leader, Milestone, Place, Story, StoryTag
from lessons.models import Element, Evidence, Lesson


def test_it_loads_the_library(load, whole):
    said = load(whole)

    story = Story.objects.get(slug="kirklees-recycling")
    assert "stories: " in said
    assert story.live
    assert story.first_published_at
    assert Evidence.objects.filter(story=story, stance="contradicts").exists()
    assert Story.objects.count() == len(list(whole.glob("stories/*.yaml")))


def test_it_changes_nothing_the_second_time(load, whole):
    load(whole)
    before = list(Evidence.objects.order_by("pk").values()), Change.objects.count()

    said = load(whole)

    assert "Nothing changes: the library is as the folder says." in said
    assert (list(Evidence.objects.order_by("pk").values()), Change.objects.count()) == before


def test_it_says_what_a_dry_run_would_change_and_changes_nothing(load, small, story):
    load(small)
    story.write_text(story.read_text().replace("mixed", "failed"))
    (small / "stories" / "second.yaml").write_text(story.read_text())

    said = load(small, dry_run=True)

    assert "stories: 1 would be added (second), 1 would be changed (little), 0 unchanged, 0 left" in said
    assert list(Story.objects.values_list("slug", "result")) == [("little", "mixed")]


def test_it_writes_only_what_differs(load, small, story):
    load(small)
    place, evidence = Place.objects.get(slug="kirklees"), Evidence.objects.get()
    story.write_text(story.read_text().replace("mixed", "failed"))

    load(small)

    assert Story.objects.get().result == "failed"
    assert Place.objects.get(slug="kirklees").last_published_at == place.last_published_at
    assert Evidence.objects.get().pk == evidence.pk


def test_it_replaces_the_parts_that_differ(load, small, story):
    load(small)
    story.write_text(story.read_text().replace("stance: supports", "stance: qualifies"))

    said = load(small)

    assert "stories: 0 added, 1 changed (little), 0 unchanged, 0 left" in said
    assert [evidence.stance for evidence in Evidence.objects.all()] == ["qualifies"]


def test_it_leaves_alone_what_the_folder_does_not_hold(load, small):
    Leader.objects.create(slug="zoe", name="Zoe")

    said = load(small)

    assert "leaders: 67 added" in said
    assert "0 unchanged, 1 left" in said
    assert Leader.objects.filter(slug="zoe").exists()


def test_it_publishes_a_hidden_record_that_stands_in_the_folder(load, small):
    load(small)
    Place.objects.filter(slug="kirklees").update(live=False)

    said = load(small)

    assert "1 changed (kirklees)" in said
    assert Place.objects.get(slug="kirklees").live


def test_it_takes_the_days_from_the_file(load, small, story):
    story.write_text(f"{story.read_text()}published: 2024-02-29\nupdated: 2026-11-22\n")

    load(small)

    found = Story.objects.get()
    assert found.first_published_at.date().isoformat() == "2024-02-29"
    assert found.last_published_at.date().isoformat() == "2026-11-22"


def test_it_tells_the_index_which_stories_changed(load, small, story):
    load(small)
    (small / "stories" / "second.yaml").write_text(story.read_text())
    (small / "stories" / "third.yaml").write_text(story.read_text())
    load(small)
    Change.objects.all().delete()
    story.write_text(story.read_text().replace("mixed", "failed"))

    load(small)

    assert [change.story_id for change in Change.objects.all()] == [Story.objects.get(slug="little").pk]


def test_it_keeps_an_element_that_moves_to_another_framework(load, whole):
    load(whole)
    element = Element.objects.get(slug="visionary")
    losing, gaining = (whole / "frameworks" / f"{name}.yaml" for name in ("who-does-what", "risk-techniques"))
    kept, _mark, moved = losing.read_text().partition("- slug: visionary\n")
    moved, mark, rest = moved.partition("- slug: ")
    losing.write_text(kept + mark + rest)
    gaining.write_text(f"{gaining.read_text()}- slug: visionary\n{moved}")

    load(whole)

    assert Element.objects.get(pk=element.pk).framework.slug == "risk-techniques"


def test_it_keeps_what_refers_to_an_element_when_its_framework_changes(load, whole):
    load(whole)
    before = set(Lesson.elements.through.objects.values_list("pk", flat=True))
    file = whole / "frameworks" / "elements-of-civic-entrepreneurship.yaml"
    file.write_text(file.read_text().replace("name: Risk management", "name: Managing risk"))

    load(whole)

    assert Element.objects.get(slug="risk-management").name == "Managing risk"
    assert set(Lesson.elements.through.objects.values_list("pk", flat=True)) == before


def test_it_stores_milestones_figures_and_tags(load, whole):
    load(whole)
    story = Story.objects.get(slug="kirklees-recycling")

    assert [milestone.date for milestone in Milestone.objects.filter(story=story)] == ["1993"]
    assert list(story.measures.values_list("target", "result")) == [
        ("25", "3"),
        ("", "about 1600"),
        ("", "300"),
    ]
    assert story.tags.filter(name="pilots").count() == 1
    assert StoryTag.objects.filter(content_object=story).count() == 5


def test_it_takes_tags_for_the_same_in_small_and_capital_letters(load, small, story):
    story.write_text(f"{story.read_text()}tags: [Pilots]\n")
    load(small)
    story.write_text(story.read_text().replace("Pilots", "pilots"))

    assert "Nothing changes" in load(small)


def test_it_does_nothing_where_there_are_stories_and_it_was_told_so(load, small):
    load(small, if_empty=True)
    shutil.rmtree(small)

    assert load(small, if_empty=True) == "The library has stories; nothing was loaded.\n"


def test_it_loads_the_library_that_comes_with_the_software(db, settings, small, capsys):
    settings.LIBRARY_DIR = small

    call_command("load_library", "--no-progress")

    assert Story.objects.count() == 1
    assert "stories: 1 added (little)" in capsys.readouterr().out


def test_it_shows_progress_where_asked(db, small, capsys):
    call_command("load_library", small, "--progress")

    assert "checking" in capsys.readouterr().err

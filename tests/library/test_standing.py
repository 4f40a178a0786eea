"""How a record stands is told in the files: its version and changes, its names, when it was checked, whether it was retired."""

from datetime import date

from cases.models import ChangeNote, FormerSlug, Leader, Story, Version
from cases.record.retiring import retire
from tests.library.standing import KEYS, RETIRED, reword
from tests.reading import links, soup, words


def test_it_gives_back_the_same_file(load, dump, told, story, tmp_path):
    load(told)

    assert KEYS in dump(tmp_path / "out")["stories/little.yaml"].decode()
    assert "Nothing changes" in load(tmp_path / "out")


def test_it_knows_what_the_file_says(load, told):
    load(told)

    found = Story.objects.get(slug="little")

    assert (found.version, found.checked_on, found.review_by) == (3, date(2027, 2, 3), date(2029, 2, 3))
    assert sorted(found.change_notes.values_list("version", "note")) == [
        (2, "The second year."),
        (3, "What the crews said."),
    ]
    assert Version.objects.count() == 0


def test_it_leads_from_the_former_names(load, told, client):
    load(told)

    assert client.get("/stories/tiny/")["Location"] == "/stories/little/"


def test_it_makes_a_version_of_a_change_and_keeps_what_was_there(load, told, story, client):
    load(told)
    reword(story, "result: mixed", "result: failed")

    load(told)

    assert Story.objects.get(slug="little").version == 4
    assert "Mixed" in words(client.get("/stories/little/versions/3/"))
    assert "Failed" in words(client.get("/stories/little/versions/4/"))


def test_it_gives_a_new_note_the_number_of_the_change(load, told, story):
    load(told)
    reword(story, "result: mixed", "result: failed")
    reword(story, "checked: 2027-02-03", "- date: 2027-05-06\n  note: It failed after all.\nchecked: 2027-02-03")

    load(told)

    assert ChangeNote.objects.get(note="It failed after all.").version == 4
    assert "Nothing changes" in load(told)


def test_it_makes_no_version_of_how_a_record_stands(load, told, story):
    load(told)
    reword(story, "checked: 2027-02-03", "checked: 2027-06-07")

    load(told)

    found = Story.objects.get(slug="little")
    assert (found.version, found.checked_on, Version.objects.count()) == (3, date(2027, 6, 7), 0)


def test_it_never_counts_back(load, told, story):
    load(told)
    reword(story, "version: 3\nchanges", "version: 2\nchanges")

    load(told)

    assert Story.objects.get(slug="little").version == 3


def test_it_renames_what_the_folder_has_under_another_slug(load, small, story, client):
    load(small)
    before = Story.objects.get().pk
    story.write_text(f"{story.read_text()}formerly:\n- little\n")
    story.rename(story.with_name("tiny.yaml"))

    said = load(small)

    assert "“little” is “tiny” now" in said
    assert (Story.objects.get().pk, Story.objects.get().slug) == (before, "tiny")
    assert client.get("/stories/little/")["Location"] == "/stories/tiny/"


def test_it_warns_where_both_are_there(load, small, story, other):
    load(small)
    story.write_text(f"{story.read_text()}formerly:\n- old\n")
    Story.objects.filter(slug="other").update(slug="old")
    other.unlink()

    assert "“old” is in this database, and in the folder it is a former name of “little”." in load(small)


def test_it_forgets_no_name_that_a_file_leaves_out(load, dump, told, story, tmp_path):
    load(told)
    reword(story, "formerly:\n- smaller\n- tiny\n", "")

    load(told)

    assert set(FormerSlug.objects.values_list("slug", flat=True)) == {"smaller", "tiny"}
    assert "formerly:\n- smaller\n- tiny\n" in dump(tmp_path / "out")["stories/little.yaml"].decode()


def test_it_keeps_retirement_in_the_files(load, dump, small, story, other, tmp_path, client):
    story.write_text(story.read_text() + RETIRED)
    load(small)

    page = client.get("/stories/little/")

    assert (page.status_code, "was retired on 4 March 2027. Why It mixed two." in words(page)) == (410, True)
    assert links(page)["Another story with little in it"] == "/stories/other/"
    assert RETIRED in dump(tmp_path / "out")["stories/little.yaml"].decode()
    assert "Nothing changes" in load(tmp_path / "out")


def test_it_carries_what_was_retired_at_the_desk_to_another_copy(load, dump, small, tmp_path, client):
    load(small)
    retire(record=Story.objects.get(), reason="It mixed two.", on=date(2027, 3, 4))
    dump(tmp_path / "out")
    Story.objects.all().delete()

    load(tmp_path / "out")

    assert "It mixed two." in words(client.get("/stories/little/"))


def test_it_brings_back_what_a_file_no_longer_retires(load, small, story, other, client):
    plain = story.read_text()
    story.write_text(plain + RETIRED)
    load(small)
    story.write_text(plain)

    load(small)

    assert client.get("/stories/little/").status_code == 200


def test_it_keeps_evidence_of_a_retired_lesson(load, dump, small, tmp_path):
    lessons = small / "lessons.yaml"
    lessons.write_text(lessons.read_text() + "  retired: 2027-03-04\n  retired_because: Too plain.\n")

    load(small)

    written = dump(tmp_path / "out")
    assert "lesson: start-with-a-small-visible-win" in written["stories/little.yaml"].decode()
    assert "retired_because: Too plain." in written["lessons.yaml"].decode()


def test_it_writes_a_retired_person_into_the_list_of_people(load, dump, small, tmp_path):
    load(small)
    retire(record=Leader.objects.first(), reason="She asked for it.")

    assert "retired_because: She asked for it." in dump(tmp_path / "out")["leaders.yaml"].decode()


def test_it_rolls_a_dry_run_back(load, small, story):
    load(small)
    story.write_text(f"{story.read_text()}formerly:\n- little\n")
    story.rename(story.with_name("tiny.yaml"))

    load(small, dry_run=True)

    assert Story.objects.get().slug == "little"


def test_it_says_in_the_list_of_changes_what_the_files_say(load, told, client):
    load(told)

    shown = [step.get_text(" ") for step in soup(client.get("/stories/little/changes/")).select(".change")]

    assert ["What the crews said." in shown[0], "The second year." in shown[1]] == [True, True]

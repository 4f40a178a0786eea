"""An editor imports what the preview has shown: all of it, as drafts or published, with its history."""

import pytest
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision

from cases.models import Change, Measure, Place, Role, Source, Story
from tests.factories import RoleFactory
from tests.reading import found as finds
from tests.reading import words
from tests.sheets.conftest import workbook

pytestmark = pytest.mark.django_db

STORIES = ["Slug", "Title", "Summary", "Result", "Depth", "Places", "Tags"]
RAILS = ["tram", "The tram", "They tried rails.", "succeeded", "short", "kirklees", "rails; towns"]
TRAM = {"Stories": [STORIES, RAILS], "Citations": [["Story", "Source", "Section", "Page"], ["tram", "report", "", ""]]}
RENAMED = [["Slug", "Title"], ["bus", "The late bus"]]
RIDERS = [["Story", "Indicator", "Result"], ["bus", "Riders", "about 25"]]


def test_it_publishes_a_change(editor, bring_in, bus, client):
    found = bring_in(workbook(Stories=RENAMED))

    bus.refresh_from_db()
    assert (found.state, bus.title, bus.has_unpublished_changes) == ("done", "The late bus", False)
    assert "The late bus" in client.get("/stories/bus/").content.decode()


def test_it_keeps_a_draft_from_readers(editor, bring_in, bus, client):
    bring_in(workbook(Stories=RENAMED), "drafts")

    bus.refresh_from_db()
    assert (bus.title, bus.has_unpublished_changes) == ("The bus", True)
    assert bus.get_latest_revision_as_object().title == "The late bus"
    assert "The late bus" in editor.get(f"/desk/stories/edit/{bus.pk}/").content.decode()
    assert "The late bus" not in client.get("/stories/bus/").content.decode()


def test_it_lets_readers_find_what_is_published(bring_in, bus):
    assert finds({"q": "tram"}) == []

    bring_in(workbook(**TRAM))

    assert finds({"q": "tram"}) == ["tram"]
    assert finds({"tag": "rails"}) == ["tram"]
    assert finds({"place": "kirklees"}) == ["tram"]


def test_it_adds_a_draft_that_readers_do_not_see(bring_in, bus, client):
    bring_in(workbook(**TRAM), "drafts")

    tram = Story.objects.get(slug="tram")
    assert (tram.live, tram.first_published_at, tram.has_unpublished_changes) == (False, None, True)
    assert sorted(tram.get_latest_revision_as_object().tags.names()) == ["rails", "towns"]
    assert client.get("/stories/tram/").status_code == 404


def test_it_publishes_drafts_of_an_earlier_import(bring_in, bus):
    bring_in(workbook(**TRAM), "drafts")

    found = bring_in(workbook(**TRAM), "published")

    tram = Story.objects.get(slug="tram")
    assert (found.state, found.doing, tram.live, list(tram.places.values_list("slug", flat=True))) == (
        "done",
        0,
        True,
        ["kirklees"],
    )


def test_it_changes_nothing_the_second_time(upload, bring_in, bus):
    bring_in(workbook(**TRAM, Measures=RIDERS))
    before = Change.objects.count(), Revision.objects.count(), list(Measure.objects.order_by("pk").values())

    again = upload(workbook(**TRAM, Measures=RIDERS))

    assert (again.doing, again.problems, again.can_be_imported) == (0, 0, False)
    assert before == (Change.objects.count(), Revision.objects.count(), list(Measure.objects.order_by("pk").values()))


def test_it_changes_nothing_the_second_time_as_drafts(upload, bring_in, bus):
    bring_in(workbook(**TRAM, Measures=RIDERS), "drafts")

    again = upload(workbook(**TRAM, Measures=RIDERS))

    assert (again.doing, again.problems) == (0, 0)


@pytest.mark.parametrize("how", ["published", "drafts"])
def test_it_changes_one_part_and_touches_no_other(bring_in, bus, how):
    role = RoleFactory(story=bus, group="The drivers")
    before = list(bus.measures.order_by("pk").values_list("pk", flat=True))

    bring_in(workbook(Measures=RIDERS), how)

    bus.refresh_from_db()
    newest = bus.get_latest_revision_as_object()
    assert [(part.pk, part.indicator, part.result) for part in newest.measures.all()] == [
        (before[0], "Riders", "about 25"),
        (before[1], "Buses", "3"),
    ]
    assert [part.pk for part in newest.roles.all()] == [role.pk]
    assert Role.objects.get().pk == role.pk


@pytest.mark.parametrize("how", ["published", "drafts"])
def test_it_adds_and_takes_away_parts(bring_in, bus, how):
    rows = [["bus", "Riders", "", "yes"], ["bus", "Tickets", "output", ""]]

    bring_in(workbook(Measures=[["Story", "Indicator", "Kind", "Remove"], *rows]), how)

    bus.refresh_from_db()
    newest = bus.get_latest_revision_as_object()
    assert [part.indicator for part in newest.measures.all()] == ["Buses", "Tickets"]
    assert [part.indicator for part in Measure.objects.order_by("sort_order")] == (
        ["Buses", "Tickets"] if how == "published" else ["Riders", "Buses"]
    )


def test_it_takes_everything_that_a_workbook_holds_in_any_order(bring_in, bus):
    places = [["Slug", "Name", "Country", "Kind", "Lies within"], ["oslo", "Oslo", "Norway", "City", "norway"]]
    norway = ["norway", "Norway", "NO", "nation", ""]
    story = ["Slug", "Title", "Summary", "Result", "Depth", "Places", "Part of"]
    rows = [
        ["ferry", "The ferry", "Boats.", "Too early to say", "short", "oslo", "fjord"],
        ["fjord", "The fjord", "Water.", "mixed", "full", "norway", ""],
    ]
    cited = [["Story", "Source", "Section", "Page"], ["ferry", "report", "", ""], ["fjord", "report", "", ""]]

    found = bring_in(workbook(Stories=[story, *rows], Places=[*places, norway], Citations=cited))

    ferry = Story.objects.get(slug="ferry")
    assert (found.state, ferry.result, ferry.part_of.slug) == ("done", "too-early", "fjord")
    assert Place.objects.get(slug="oslo").within.slug == "norway"


def test_it_writes_who_did_it_into_the_history(bring_in, bus, admin_user):
    found = bring_in(workbook(Stories=RENAMED))

    entries = ModelLogEntry.objects.filter(object_id=str(bus.pk)).order_by("pk")
    assert [(entry.action, entry.user) for entry in entries] == [
        ("cases.before_sheet_import", None),
        ("cases.sheet_import", admin_user),
        ("wagtail.publish", admin_user),
    ]
    assert entries[1].data == {"sheet_import": found.pk, "name": "sheet.xlsx"}


def test_it_can_be_taken_back_by_the_history(editor, bring_in, bus):
    bring_in(workbook(Stories=RENAMED, Measures=RIDERS))
    before, after = Revision.objects.for_instance(bus).order_by("pk")

    history = words(editor.get(f"/desk/stories/history/{bus.pk}/"))
    page = editor.get(f"/desk/stories/history/{bus.pk}/revisions/{before.pk}/revert/").content.decode()
    before.publish()

    bus.refresh_from_db()
    assert "Imported from a spreadsheet" in history
    assert "Kept as it was before the import of a spreadsheet" in history
    assert "The bus" in page
    assert (bus.title, bus.measures.first().result, after.content["title"]) == ("The bus", "about 20", "The late bus")


def test_it_can_be_compared_part_by_part(editor, bring_in, bus):
    bring_in(workbook(Measures=RIDERS))
    before, after = Revision.objects.for_instance(bus).order_by("pk")

    page = editor.get(f"/desk/stories/history/{bus.pk}/revisions/compare/{before.pk}...{after.pk}/").content.decode()

    assert '<span class="deletion">20</span><span class="addition">25</span>' in page
    assert page.count("comparison__child-object") == 1
    assert "comparison__child-object addition" not in page


def test_it_lets_the_desk_know_what_is_used_where(bring_in, bus):
    bring_in(workbook(Citations=[["Story", "Source", "Section", "Page"], ["bus", "report", "Wheels", "4"]]))

    references = ReferenceIndex.get_references_to(Source.objects.get(slug="report"))
    assert [reference.object_id for reference in references] == [str(bus.pk)]


def test_it_tells_the_index_which_stories_show_a_record(bring_in, bus):
    bus.places.add(Place.objects.get(slug="kirklees"))
    bus.save()
    assert finds({"q": "Huddersfield"}) == []

    bring_in(workbook(Places=[["Slug", "Name"], ["kirklees", "Huddersfield"]]))

    assert finds({"q": "Huddersfield"}) == ["bus"]


def test_it_says_what_was_written(editor, bring_in, bus):
    found = bring_in(workbook(Stories=RENAMED), "drafts")

    page = words(editor.get(f"/desk/sheets/{found.pk}/"))

    assert "One record was written. They are drafts" in page
    assert "The late bus Story History" in page

"""What is said about a record, and what drafts do not hold, has no column and stays as it is; pictures stay, too."""

from datetime import date

import pytest

from cases.models import Story
from cases.sheets.registry import sheet, sheets
from tests.factories import (
    ChangeNoteFactory,
    CreditFactory,
    PictureFactory,
    RoleFactory,
    SignatureFactory,
    StoryPictureFactory,
)
from tests.sheets.conftest import doing, problems, workbook

pytestmark = pytest.mark.django_db

FAILED = {"Stories": [["Slug", "Result"], ["bus", "failed"]]}
HEADINGS = [
    "Story",
    "Leader",
    "Unnamed group",
    "Realm",
    "Part",
    "Reply offered on",
    "Reply answered on",
    "About the right of reply",
]
DAYS = {"version": 3, "checked_on": date(2026, 5, 1), "review_by": date(2027, 5, 1)}


@pytest.fixture
def bus(bus):
    """The story with everything that no sheet, or a sheet that is not uploaded, has."""
    Story.objects.filter(pk=bus.pk).update(**DAYS)
    bus.refresh_from_db()
    SignatureFactory(story=bus)
    ChangeNoteFactory(story=bus)
    CreditFactory(story=bus, name="Ada Okafor")
    StoryPictureFactory(story=bus)
    return bus


def beside(story):
    """The rows that hang on the story."""
    kinds = ("signatures", "change_notes", "credits", "pictures")
    return {kind: list(getattr(Story.objects.get(pk=story.pk), kind).values_list("pk", flat=True)) for kind in kinds}


@pytest.mark.parametrize("name", ["version", "checked", "review_by", "formerly", "retired", "signed_off", "changes"])
def test_it_has_no_column_for_what_is_about_a_record(name):
    assert sheet("stories").column(name) is None
    assert [found for found in sheets() if found.part == name] == []


@pytest.mark.parametrize("how", ["published", "drafts"])
def test_it_leaves_alone_what_it_has_no_column_for(bring_in, bus, how):
    before = beside(bus)

    found = bring_in(workbook(**FAILED), how)

    bus.refresh_from_db()
    assert (found.state, beside(bus)) == ("done", before)
    assert (bus.checked_on, bus.review_by) == (DAYS["checked_on"], DAYS["review_by"])


def test_it_publishes_the_pictures_and_credits_of_a_draft(bring_in, bus, admin_user):
    draft = Story.objects.get(pk=bus.pk)
    draft.pictures.add(StoryPictureFactory.build(story=draft, picture=PictureFactory(slug="depot"), section="problem"))
    draft.credits.add(CreditFactory.build(story=draft, name="Mel Usher", sort_order=1))
    draft.save_revision(user=admin_user)

    bring_in(workbook(**FAILED))

    live = Story.objects.get(pk=bus.pk)
    assert "depot" in [row.picture.slug for row in live.pictures.all()]
    assert [credit.name for credit in live.credits.all()] == ["Ada Okafor", "Mel Usher"]
    assert live.signatures.count() == 1


@pytest.mark.parametrize("how", ["published", "drafts"])
def test_it_reads_the_days_of_a_reply(bring_in, bus, how):
    RoleFactory(story=bus, group="Drivers", realm="community", part="led", reply_offered_on=date(2026, 3, 1))
    rows = [HEADINGS, ["bus", "", "Drivers", "community", "led", date(2026, 3, 2), "2026-04-05", "They agreed."]]

    bring_in(workbook(Roles=rows), how)

    [role] = Story.objects.get(pk=bus.pk).get_latest_revision_as_object().roles.all()
    assert (role.reply_offered_on, role.reply_answered_on) == (date(2026, 3, 2), date(2026, 4, 5))
    assert role.reply_note == "They agreed."


def test_it_says_what_a_day_is(upload, bus):
    found = upload(workbook(Roles=[HEADINGS[:6], ["bus", "", "Drivers", "community", "led", "soon"]]))

    assert problems(found) == [
        "Roles, row 2, column Reply offered on: “soon” is not a day. Write year, month and day, such as 2026-11-22."
    ]


def test_it_knows_a_credit_again(upload, bus):
    rows = [["Story", "Name", "Wrote as", "Part in the story"], ["bus", "Ada Okafor", "practitioner", "Drove it."]]

    found = upload(workbook(Credits=rows))

    assert doing(found) == [("changed", "bus · Ada Okafor · practitioner", {"Part in the story": ("", "Drove it.")})]


def test_it_does_not_bring_back_what_is_retired(upload, bus):
    Story.objects.filter(pk=bus.pk).update(live=False, retired_on=date(2026, 1, 1), retired_because="It is wrong.")

    assert problems(upload(workbook(**FAILED))) == [
        "Stories, row 2, column : The story “bus” is retired. Bring it back at the desk first."
    ]

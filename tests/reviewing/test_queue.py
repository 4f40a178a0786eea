"""What waits for me, and for whom I wait."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupApprovalTask, Workflow, WorkflowContentType, WorkflowTask

from cases.models import Leader, Review, SignOff, Story
from cases.reviewing.actions import assign, send_back, start_review
from cases.reviewing.inviting import Invited
from cases.reviewing.links import path_of
from tests.reading import soup
from tests.reviewing.conftest import LEAST, in_days, signed_in


def rows(client):
    """The rows of the two lists, without the headings."""
    page = soup(client.get("/desk/queue/"))
    lists = {head.get_text(): head.find_next_sibling() for head in page.select("main h2")}
    return [
        [" ".join(row.get_text(" ").split()) for row in found.select("tbody tr")] if found.name == "table" else []
        for found in lists.values()
    ]


@pytest.fixture
def for_rita(begin, rita):
    """A review in which a reviewer is the scholar."""
    return begin(scholar=Invited(user=rita))


def test_it_is_empty_at_first(desk):
    assert rows(desk) == [[], []]
    assert "Nothing waits for you, and you wait for nobody." in desk.get("/desk/").content.decode()


def test_it_shows_for_whom_the_editor_waits(review, desk, client, link):
    client.post(link("scholar"))

    mine, theirs = rows(desk)

    assert mine == []
    assert theirs[0].startswith("The night bus Ann Ode (Practitioner), who has not opened it yet")
    assert theirs[1].startswith("The night bus Sam Holder (Scholar), who has opened it")


def test_it_shows_a_reviewer_what_to_sign_and_leads_there(for_rita, rita):
    reviewer = signed_in(rita)

    [[row], theirs] = rows(reviewer)
    way = soup(reviewer.get("/desk/queue/")).select_one("main td a")["href"]

    assert row.startswith("The night bus Sign off as a scholar")
    assert theirs == []
    assert way == path_of(SignOff.objects.get(user=rita))


def test_it_shows_the_editor_the_last_step(sign_both, desk):
    sign_both()

    [[row], theirs] = rows(desk)

    assert row.startswith("The night bus Publish, or send back")
    assert theirs == []


def test_it_shows_the_last_step_to_the_editor_who_is_named_alone(review, sign_both, rita, desk, edith):
    sign_both()
    assign(review=Review.objects.for_desk().get(), editor=rita, by=edith)

    assert rows(desk)[0] == []
    assert rows(desk)[1][0].startswith("The night bus rita, to publish")
    assert rows(signed_in(rita))[0][0].startswith("The night bus Publish, or send back")


def test_it_shows_what_was_sent_back_with_the_number_of_remarks(answer, desk):
    answer("practitioner", "sent-back", **{"reason": "No.", "remark-title": "Why?"})

    assert rows(desk) == [["The night bus Sent back: deal with one remark, and submit it again The review"], []]


def test_it_asks_for_names_where_nobody_was_named(begin, desk):
    begin(scholar=None)

    assert rows(desk)[0][0].startswith("The night bus Name a scholar")


def test_it_puts_what_is_late_first(review, desk, edith):
    Story.objects.create(**{**LEAST, "slug": "tram", "title": "The tram"}).save_revision()
    tram = Story.objects.get(slug="tram")
    start_review(story=tram, by=edith, practitioner=Invited("Bo", "bo@x.org"), due=in_days(1))
    review.sign_offs.filter(kind="scholar").update(due=in_days(-3))

    _mine, theirs = rows(desk)

    assert "Sam Holder" in theirs[0]
    assert "3 days late" in theirs[0]
    assert "Bo" in theirs[1]


def test_it_shows_what_other_workflows_ask(desk, edith):
    workflow = Workflow.objects.create(name="People")
    task = GroupApprovalTask.objects.create(name="Look over people")
    task.groups.add(edith.groups.get())
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowContentType.objects.create(workflow=workflow, content_type=Leader.get_content_type())
    leader = Leader.objects.create(name="Ada", slug="ada")
    leader.save_revision()

    workflow.start(leader, None)

    assert rows(desk)[0] == ["Ada Look over people"]


def test_it_stands_on_the_desks_first_page_and_in_the_menu(review, desk):
    page = desk.get("/desk/").content.decode()

    assert "Ann Ode (Practitioner), who has not opened it yet" in page
    assert '"/desk/queue/"' in page
    assert "Awaiting your review" not in page


@pytest.fixture
def queries(desk, edith, rita):
    """The queries of the queue with so many more reviews, sent back and waiting in turn."""

    def count(number):
        for place in range(number):
            slug = f"more-{Story.objects.count()}"
            Story.objects.create(**{**LEAST, "slug": slug}).save_revision()
            people = {"practitioner": Invited(user=edith), "scholar": Invited(user=rita)}
            review = start_review(story=Story.objects.get(slug=slug), by=edith, **people)
            if place % 2:
                send_back(sign_off=review.sign_offs.get(kind="scholar"), reason="No.", remarks=[("title", "Why?")])
        desk.get("/desk/queue/")
        with CaptureQueriesContext(connection) as found:
            desk.get("/desk/queue/")
        return len(found)

    return count


def test_it_takes_as_many_queries_for_many_reviews_as_for_few(queries):
    assert queries(3) == queries(9)

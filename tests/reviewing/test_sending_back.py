"""A signatory, or an editor, sends the story back with a reason; it is reworked, and whoever it concerns is asked again."""

import pytest

from cases.models import Remark, Review, SignOff, Story
from cases.reviewing.actions import renew, resubmit
from cases.reviewing.sending_back import SENT_BACK
from tests.reading import soup, words

REASON = {"reason": "It is too kind.", "remark-summary": "It ran on Fridays.", "remark-measures": "Where from?"}


@pytest.fixture
def screen(desk, story):
    """The story's screen."""
    return lambda: soup(desk.get(f"/desk/stories/edit/{story.pk}/"))


@pytest.fixture
def send_again(edith):
    """The editor submits the story again."""
    return lambda: resubmit(review=Review.objects.for_desk().get(), by=edith)


def test_it_needs_a_reason(answer, asked):
    response = answer("practitioner", "sent-back", **{"remark-summary": "It ran on Fridays."})

    assert response.status_code == 400
    assert "Say why you send it back" in words(response)
    assert soup(response).select_one("#id_remark-summary").get_text().strip() == "It ran on Fridays."
    assert asked("practitioner").answer == ""


def test_it_tells_whoever_asked_what_was_said(answer, mails):
    mails()

    answer("practitioner", "sent-back", **REASON)

    [(to, subject, text)] = mails()
    assert (to, subject) == ("edith@example.org", "Sent back: “The night bus”")
    assert "Ann Ode (Practitioner) sent back" in text
    assert "It is too kind." in text
    assert "- Summary: It ran on Fridays." in text
    assert "- The figures: Where from?" in text


def test_it_quotes_remarks_beside_their_fields(answer, screen):
    answer("practitioner", "sent-back", **REASON)

    [beside] = screen().select("#panel-child-story-remarks1-section, [id*=summary] ~ * .desk-remark")[:1]
    quoted = [quote.get_text(strip=True) for quote in screen().select(".desk-remark blockquote")]
    assert quoted == ["It ran on Fridays.", "Where from?"]
    assert "Ann Ode" in beside.get_text()


def test_it_keeps_what_was_done_about_a_remark(answer, desk, story, screen):
    answer("practitioner", "sent-back", **REASON)
    remark = Remark.objects.get(field="summary")
    said = {
        f"remark-{remark.pk}-shown": 1,
        f"remark-{remark.pk}-done": "on",
        f"remark-{remark.pk}-answer": "So it does.",
    }

    desk.post(f"/desk/reviews/{story.pk}/remarks/answer/", said)

    assert [one.field for one in Remark.objects.open_for(story)] == ["measures"]
    assert "It ran on Fridays." not in screen().get_text()


def test_it_shows_what_has_changed_when_it_asks_again(answer, rewrite, send_again, subjects, client, link):
    answer("practitioner", "sent-back", **REASON)
    rewrite(summary="A bus on Fridays.")
    subjects()

    send_again()

    assert subjects() == [("ann@example.org", "Changed since you read it: “The night bus”")]
    page = soup(client.get(f"{link('practitioner')}story/"))
    assert page.select_one(".sign-changed dt").get_text() == "Summary"
    assert [gone.get_text() for gone in page.select("del")] == ["at night."]
    assert [new.get_text() for new in page.select("ins")] == ["on Fridays."]
    assert "It ran on Fridays." in page.select_one(".sign-changed").get_text()


def test_it_lets_the_other_wait_while_it_is_reworked(answer, client, link):
    answer("practitioner", "sent-back", **REASON)

    page = client.get(link("scholar"))

    assert "The story is being reworked" in words(page)
    assert client.get(f"{link('scholar')}story/").url == link("scholar")


def test_it_keeps_the_signature_of_who_signed_what_has_not_changed(answer, asked, send_again):
    answer("scholar")
    answer("practitioner", "sent-back", **REASON)

    send_again()

    assert asked("scholar").answer == "signed"
    assert asked("practitioner").answer == ""


def test_it_voids_a_signature_when_what_was_signed_changes(answer, asked, rewrite, subjects, review):
    answer("practitioner")
    rewrite(problem="Everybody could get home.")
    subjects()

    renew(review=Review.objects.for_desk().get())

    assert asked("practitioner").answer == ""
    assert subjects() == [("ann@example.org", "Changed since you read it: “The night bus”")]


@pytest.mark.parametrize(
    "change", [{"problem": "Nobody  could get home.\n"}, {"depth": "short"}, {"slug": "night-bus"}]
)
def test_it_keeps_a_signature_when_nothing_that_was_signed_changes(answer, asked, rewrite, change):
    answer("practitioner")
    rewrite(**change)

    assert renew(review=Review.objects.for_desk().get()) == []
    assert asked("practitioner").answer == "signed"


def test_it_counts_a_signature_again_when_the_change_is_taken_back(answer, rewrite):
    answer("practitioner")
    rewrite(problem="Everybody could get home.")
    rewrite(problem="Nobody could get home.")

    assert Review.objects.for_desk().get().stale == []


def test_it_refuses_a_signature_of_what_was_changed_while_it_was_read(asked, client, link, rewrite):
    client.post(link("practitioner"))
    before = asked("practitioner").review.digest
    rewrite(summary="A tram at night.")

    typed = {"answer": "signed", "digest": before, "remark-title": "A better title?"}
    response = client.post(f"{link('practitioner')}story/", typed)

    page = soup(response)
    assert "The story was changed while you read." in page.get_text()
    assert [new.get_text() for new in page.select("ins")] == ["tram"]
    assert page.select_one("#id_remark-title").get_text().strip() == "A better title?"
    assert asked("practitioner").answer == ""


def test_it_can_be_sent_back_after_it_was_signed(answer, asked):
    answer("practitioner")
    answer("scholar")

    answer("practitioner", "sent-back", **REASON)

    assert asked("practitioner").answer == "sent-back"
    assert Review.objects.get().workflow_state.status == "needs_changes"


def test_it_tells_whoever_registered(answer, monkeypatch):
    told = []
    monkeypatch.setattr("cases.reviewing.sending_back.SENT_BACK", [*SENT_BACK, lambda *given: told.append(given)])

    answer("practitioner", "sent-back", **REASON)

    [(story, reason, remarks)] = told
    assert (story, reason) == (Story.objects.get(), "It is too kind.")
    assert [remark.field for remark in remarks] == ["summary", "measures"]


def test_it_asks_nobody_again_where_nothing_was_answered(review):
    assert renew(review=Review.objects.for_desk().get()) == []
    assert SignOff.objects.open().count() == 2

"""A told story goes into co-creation review, and its authors see on its page how it fares there."""

import pytest
from post_office.models import Email

from cases.models import Remark, Review, SignOff, Story
from cases.reviewing import actions as reviewing
from cases.reviewing.inviting import Invited
from cases.telling import actions
from cases.telling.choices import State
from tests.factories import StoryFactory
from tests.reading import links, soup

pytestmark = pytest.mark.django_db

ANN, SAM = Invited("Ann Ode", "ann@example.org"), Invited("Sam Holder", "sam@example.org")
VOUCHERS = {"practitioner": "Cy", "practitioner_email": "cy@example.org", "scholar": "Di"}


@pytest.fixture
def accepted(told, editor):
    """Ada, whose story is at the desk."""
    told.send()
    actions.hand_over(contribution=told.story, by=editor.user)
    return told


@pytest.fixture
def signing(accepted, editor):
    """Ada, whose story two people are asked to sign off."""
    reviewing.start_review(story=Story.objects.get(), by=editor.user, practitioner=ANN, scholar=SAM)
    return accepted


def sign_off(kind):
    """The sign-off of that kind, as the database has it now."""
    return SignOff.objects.for_page().get(kind=kind)


def proposed(editor):
    """Whom the form of a review's beginning has filled in, and why."""
    page = soup(editor.get(f"/desk/reviews/{Story.objects.get().pk}/start/"))
    fields = [
        page.select_one(f"#id_{kind}_{part}") for kind in ("practitioner", "scholar") for part in ("name", "email")
    ]
    return [field.get("value", "") for field in fields], page.get_text()


def test_it_proposes_the_author_for_what_they_write_as(accepted, editor):
    filled, page = proposed(editor)

    assert filled == ["Ada Okafor", "ada@example.org", "", ""]
    assert "Told the story." in page


def test_it_proposes_first_whom_the_authors_named(accepted, editor):
    accepted.story.answers.create(step="vouchers", data=VOUCHERS)

    filled, page = proposed(editor)

    assert filled == ["Cy", "cy@example.org", "Di", ""]
    assert "Named by those who told the story." in page


def test_it_proposes_nobody_whose_address_is_not_known_to_be_theirs(accepted, editor):
    accepted.story.authors.create(name="Eve", email="eve@example.org", kind="scholar")

    assert proposed(editor)[0][2:] == ["", ""]


def test_it_proposes_nobody_where_nobody_told_the_story(editor):
    StoryFactory(draft=True)

    assert proposed(editor)[0] == ["", "", "", ""]


def test_it_offers_the_review_to_whoever_takes_a_story_up(told, editor):
    told.send()

    page = editor.post(f"/desk/contributions/look/{told.story.pk}/", {"do": "accept"}, follow=True)

    assert links(page)["Ask for co-creation review"].endswith("/start/")


def test_it_says_who_has_it_while_it_is_signed_off(signing):
    both = signing.see()
    reviewing.sign(sign_off=sign_off("practitioner"))
    one = signing.see()
    reviewing.sign(sign_off=sign_off("scholar"))

    assert signing.story.state == State.SIGNING
    assert "The practitioner and the scholar who sign it off have it." in both
    assert "The scholar who signs it off has it. The practitioner has answered." in one
    assert "It is signed off, and an editor has it." in signing.see()


def test_it_shows_the_reason_and_the_remarks_where_it_is_sent_back(signing):
    given = {"reason": "It is too kind.", "remarks": [("summary", "Which villages?"), ("", "Too short.")]}
    reviewing.send_back(sign_off=sign_off("scholar"), **given)

    page, at_field = signing.see(), soup(signing.get("title/")).select_one("#id_summary-remark")
    assert signing.story.state == State.SENT_BACK
    assert "Why whoever was to sign it off sends it back It is too kind." in page
    assert "2 remarks" in page
    assert "Answer the remarks as far as you can, and send it again." in page
    assert at_field.get_text(" ", strip=True) == "Remark: Which villages?"


def test_it_shows_at_once_what_signatories_remark(signing, editor):
    reviewing.sign(sign_off=sign_off("practitioner"), remarks=[("what_changed", "Since when?")])
    Remark.objects.create(story=Story.objects.get(), text="Ask the lawyer.", by=editor.user, by_name="editor")

    assert "What those who sign it off have remarked What changed: Since when?" in signing.see()
    assert "Ask the lawyer." not in signing.see()


def test_it_brings_along_what_the_other_had_remarked(signing):
    reviewing.sign(sign_off=sign_off("practitioner"), remarks=[("what_changed", "Since when?")])
    reviewing.send_back(sign_off=sign_off("scholar"), reason="It is too kind.")

    assert "Remark: Since when?" in signing.see("what-changed/")


def test_it_goes_to_the_signatories_again(signing, editor):
    reviewing.send_back(sign_off=sign_off("scholar"), reason="It is too kind.")
    signing.write("what-went-wrong/", what_went_wrong="The old could not climb in.")
    signing.send()
    at_desk = signing.story.state

    reviewing.resubmit(review=Review.objects.for_desk().get(), by=editor.user)

    assert (at_desk, signing.story.state) == (State.AT_DESK, State.SIGNING)
    assert "The practitioner and the scholar who sign it off have it." in signing.see()
    assert Story.objects.get().get_latest_revision_as_object().what_went_wrong == "The old could not climb in."


def test_it_is_at_the_desk_again_where_the_review_is_cancelled(signing, editor):
    reviewing.cancel_review(review=Review.objects.for_desk().get(), by=editor.user)

    assert signing.story.state == State.AT_DESK


def test_it_tells_signatories_where_it_is_withdrawn(signing):
    signing.press("end/", "withdraw")

    told = Email.objects.filter(to="ann@example.org").latest("pk")
    assert signing.story.state == State.WITHDRAWN
    assert told.subject == "No longer needed: your word on “The bus”"
    assert not Story.objects.exists()
    assert "at the desk" not in signing.mails()[0].subject


def test_it_leads_to_the_published_story(signing, editor):
    reviewing.sign(sign_off=sign_off("practitioner"))
    reviewing.sign(sign_off=sign_off("scholar"))
    reviewing.approve(state=Review.objects.get().workflow_state.current_task_state, by=editor.user)

    assert signing.story.state == State.PUBLISHED
    assert links(signing.get())["Read it as everybody does"] == Story.objects.get().get_absolute_url()


def test_it_leaves_a_published_story_with_the_library(signing, editor):
    actions.pass_on(contribution=signing.story, state=State.PUBLISHED, user=editor.user)

    reviewing.send_back(sign_off=sign_off("scholar"), reason="It is too kind.")

    assert signing.story.state == State.PUBLISHED

"""A reader says what is wrong with a story; an editor decides, and the reader hears of it."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from post_office.models import Email

from cases.models import Story, Suggestion
from tests.audits import opened
from tests.factories import StoryFactory, SuggestionFactory
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(db):
    """A published story."""
    return StoryFactory(slug="the-bins", title="The bins")


@pytest.fixture
def editor(db):
    """Somebody of the editors, who has an address and may change stories."""
    user = User.objects.create_user("ada", "ada@example.org")
    user.user_permissions.set(Permission.objects.filter(codename__in=["change_story", "access_admin"]))
    user.groups.add(Group.objects.get_or_create(name="Editor")[0])
    return user


@pytest.fixture
def desk(editor):
    """The editor at the desk."""
    client = Client()
    client.force_login(editor)
    return client


def suggested(**fields):
    """What sending a suggestion leads to."""
    form = {"text": "It was 4 per cent.", "moment": opened("suggest a change"), **fields}
    return Client().post("/stories/the-bins/suggest/", form)


def decided(desk, suggestion, **fields):
    """What deciding leads to."""
    return desk.post(f"/desk/suggestions/edit/{suggestion.pk}/", {"state": "taken-up", "answer": "", **fields})


def test_it_has_ways_there_on_the_page_of_a_story(story):
    found = links(Client().get("/stories/the-bins/"))

    assert found["Suggest a change"] == "/stories/the-bins/suggest/"
    assert found["This looks out of date"] == "/stories/the-bins/suggest/?outdated=1"
    assert found["Were you there? Tell us"] == "/stories/the-bins/suggest/?field=voices_missing"


@pytest.mark.parametrize(
    ("query", "part", "outdated"),
    [
        ("", "", ""),
        ("?field=problem", "problem", ""),
        ("?field=title&outdated=1", "summary", "1"),
        ("?field=nothing&outdated=x", "", "1"),
    ],
)
def test_it_opens_with_what_the_address_is_about(story, query, part, outdated):
    page = soup(Client().get(f"/stories/the-bins/suggest/{query}"))

    assert page.select_one("#id_part option[selected]")["value"] == part
    assert page.select_one("input[name=outdated][checked]")["value"] == outdated


def test_it_keeps_what_was_said_and_tells_the_editors(story, editor):
    to = suggested(outdated="1", part="measures", source="The report, p. 4", name="Bob", email="bob@example.org")

    assert "The editors of this story have it now." in words(Client().get(to.url))
    found = Suggestion.objects.get()
    assert (found.outdated, found.part, found.state, found.email) == (True, "measures", "waiting", "bob@example.org")
    mail = Email.objects.get()
    assert mail.to == ["ada@example.org"]
    assert mail.subject == "A reader says that “The bins” is out of date"
    assert "It was 4 per cent." in mail.message
    assert f"/desk/suggestions/edit/{found.pk}/" in mail.message


def test_it_tells_who_has_worked_on_the_story_and_no_other_editor(story, editor):
    other = User.objects.create_superuser("eve", "eve@example.org")
    story.save_revision(user=other)
    suggested()

    assert Email.objects.get().to == ["eve@example.org"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": " "}, "Say what is wrong."),
        ({"text": "x" * 2001}, "at most 2000 characters"),
        ({"text": "http://a " * 6}, "Give at most 5 addresses"),
        ({"part": "end"}, "end is not one of the available choices"),
        ({"email": "bob"}, "This is no e-mail address."),
        ({"website": "x"}, "Empty this field"),
        ({"moment": ""}, "The form did not come from this page."),
    ],
)
def test_it_says_what_is_wrong_and_loses_nothing(story, fields, said):
    page = suggested(source="I was there.", **fields)

    assert said in words(page)
    assert "I was there." in page.content.decode()
    assert not Suggestion.objects.exists()


def test_it_takes_no_more_than_so_many_on_one_story_an_hour(story):
    SuggestionFactory.create_batch(10, story=story)

    assert "no more are taken for an hour" in words(suggested())


def test_it_cannot_be_suggested_of_a_story_that_nobody_can_read(db):
    StoryFactory(slug="the-bins", draft=True)

    assert suggested().status_code == 404


def test_it_stands_in_a_list_at_the_desk_with_the_story(story, desk):
    found = SuggestionFactory(story=story, text="It was 4 per cent.")

    page = desk.get("/desk/suggestions/")
    assert links(page)["It was 4 per cent."] == f"/desk/suggestions/edit/{found.pk}/"
    assert "The bins" in words(page)


def test_it_is_named_on_the_screen_of_the_story(story, admin_client):
    SuggestionFactory.create_batch(2, story=story)
    SuggestionFactory(story=story, state="taken-up")

    page = admin_client.get(f"/desk/stories/edit/{story.pk}/").content.decode()
    assert "2 suggestions wait" in page


def test_it_thanks_and_tells_who_left_an_address_and_forgets_it(story, desk, editor):
    found = SuggestionFactory(story=story, text="It was 4 per cent.", email="bob@example.org")
    decided(desk, found, answer="We found the report.")

    found.refresh_from_db()
    assert (found.state, found.email, found.decided_by) == ("taken-up", "", editor)
    mail = Email.objects.get()
    assert mail.to == ["bob@example.org"]
    assert mail.subject == "Your suggestion on “The bins” was taken up"
    assert "Thank you" in mail.message
    assert "We found the report." in mail.message


def test_it_declines_only_with_a_reason(story, desk):
    found = SuggestionFactory(story=story, email="bob@example.org")
    page = decided(desk, found, state="declined")

    assert "To decline a suggestion, say why." in page.content.decode()
    assert not Email.objects.exists()


def test_it_says_why_it_was_declined(story, desk):
    found = SuggestionFactory(story=story, email="bob@example.org")
    decided(desk, found, state="declined", answer="The report says 3.")

    assert "It was not taken up, for this reason:\n\nThe report says 3." in Email.objects.get().message


def test_it_sends_no_answer_without_a_decision(story, desk):
    page = decided(desk, SuggestionFactory(story=story), state="waiting", answer="Soon.")

    assert "Take it up or decline it" in page.content.decode()


@pytest.mark.parametrize("address", ["", "edit/{pk}/"])
def test_it_shows_suggestions_to_nobody_who_may_not_change_stories(story, address):
    found = SuggestionFactory(story=story, text="It was 4 per cent.")
    user = User.objects.create_user("eve", "eve@example.org")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)

    answer = client.get(f"/desk/suggestions/{address.format(pk=found.pk)}")
    assert answer.status_code == 403
    assert "4 per cent" not in answer.content.decode()


def test_it_is_made_by_readers_and_not_at_the_desk(admin_client):
    assert admin_client.get("/desk/suggestions/new/").status_code == 403


def test_it_does_not_keep_a_story_from_being_deleted(db, admin_client):
    story = StoryFactory(draft=True)
    SuggestionFactory(story=story)
    admin_client.post(f"/desk/stories/delete/{story.pk}/")

    assert not Story.objects.exists()
    assert Suggestion.objects.get().story is None
    assert admin_client.get("/desk/suggestions/").status_code == 200


def test_it_says_who_paid_and_whose_voice_is_missing(db):
    StoryFactory(slug="the-bins", voices_missing="The crews who emptied the bins.")

    page = words(Client().get("/stories/the-bins/"))
    assert "The sources name nobody who paid for it." in page
    assert "The crews who emptied the bins. Were you there? Tell us" in page

"""An editor looks at what people tell: takes it up, asks them something, or says why not."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from cases.models import Story
from cases.telling import actions
from cases.telling.choices import State
from tests.reading import soup, words

pytestmark = pytest.mark.django_db


def look(author):
    """The screen of the contribution."""
    return f"/desk/contributions/look/{author.story.pk}/"


@pytest.fixture
def sent(told):
    """Ada, who has sent her story."""
    told.send()
    return told


def test_it_lists_what_was_sent(sent, editor, ada):
    page = editor.get("/desk/contributions/").content.decode()

    assert "The bus" in page
    assert "Ada Okafor" in page
    assert "Held for a first look" in page


def test_it_finds_a_story_once_by_its_authors(sent, editor):
    sent.story.authors.create(name="Ada Other", email="other@example.org")

    page = soup(editor.get("/desk/contributions/", {"q": "ada"}))

    assert [link.get_text(strip=True) for link in page.select(".title-wrapper a")] == ["The bus"]


def test_it_says_on_the_first_page_what_waits(sent, editor):
    before = soup(editor.get("/desk/")).select("[id^=first-look] .title a")
    editor.post(look(sent), {"do": "accept"})

    assert [link.get_text() for link in before] == ["The bus"]
    assert "wait for a first look" not in editor.get("/desk/").content.decode()


def test_it_lists_nothing_that_is_still_being_written(ada, editor):
    assert "The bus" not in editor.get("/desk/contributions/").content.decode()
    assert editor.get(look(ada)).status_code == 404


def test_it_asks_as_few_queries_for_many(sent, editor, django_assert_max_num_queries):
    from tests.factories import CoAuthorFactory, ContributionFactory

    [CoAuthorFactory(contribution=ContributionFactory(state=State.HELD)) for _number in range(30)]

    with django_assert_max_num_queries(25):
        editor.get("/desk/contributions/")


def test_it_shows_every_word_and_why_it_may_be_spam(sent, editor):
    sent.story.suspicions.append("It holds 20 web addresses.")

    page = editor.get(look(sent)).content.decode()

    shown = ["They bought a bus.", "Upper Valley", "ada@example.org", "It was written in less than a minute."]
    assert [said for said in shown if said not in page] == []


def test_it_takes_a_story_to_the_desk(sent, editor):
    response = editor.post(look(sent), {"do": "accept"})

    story = Story.objects.get()
    assert response.url == f"/desk/stories/edit/{story.pk}/"
    assert not story.live
    assert sent.story.state == State.AT_DESK
    assert sent.mails()[0].subject == "Your story “The bus” is at the desk"
    assert "What the contributors wrote" in editor.get(response.url).content.decode()


def test_it_shows_no_tab_of_contributors_where_there_are_none(editor):
    from tests.factories import StoryFactory

    page = editor.get(f"/desk/stories/edit/{StoryFactory().pk}/").content.decode()

    assert "What the contributors wrote" not in page


@pytest.mark.parametrize("do", ["decline", "ask-back", "", "nonsense"])
def test_it_needs_a_word_to_send_somebody_away(sent, editor, do):
    response = editor.post(look(sent), {"do": do, "remark-problem": ""})

    assert response.status_code == 422
    assert sent.story.state == State.HELD


def test_it_declines_with_a_reason(sent, editor):
    editor.post(look(sent), {"do": "decline", "reason": "It is an advertisement."})

    assert sent.story.state == State.DECLINED
    assert "It is an advertisement." in sent.mails()[0].message


def test_it_asks_back_with_remarks_at_the_questions(sent, editor):
    editor.post(look(sent), {"do": "ask-back", "reason": "Thank you.", "remark-problem": "Who stayed away?"})

    assert sent.story.state == State.SENT_BACK
    assert "Remark: Who stayed away?" in sent.see("problem/")
    assert "1 remark" in sent.see()
    assert "Thank you." in sent.see()
    assert "Who stayed away?" in sent.mails()[0].message


def test_it_shows_a_remark_at_the_field(sent, editor):
    actions.hand_over(contribution=sent.story, by=editor.user)
    remarks = [("summary", "Which villages?"), ("roles", "Who led?")]
    actions.ask_back(contribution=sent.story, by=editor.user, remarks=remarks)

    page = soup(sent.get("title/"))
    assert page.select_one("#id_summary-remark").get_text(" ", strip=True) == "Remark: Which villages?"
    assert "id_summary-remark" in page.select_one("#id_summary")["aria-describedby"]
    assert "Who led?" in sent.see("people/")


def test_it_takes_an_answered_remark_off_the_overview(sent, editor):
    editor.post(look(sent), {"do": "ask-back", "remark-problem": "Who stayed away?"})

    sent.write("problem/", problem="The old.")

    tasks = [task.get_text(" ", strip=True) for task in soup(sent.get()).select(".tell-tasks li")]
    assert "The problem Written ✓" in tasks
    assert sent.send().status_code == 302


def test_it_keeps_the_remarks_typed_beside_an_error(sent, editor):
    response = editor.post(look(sent), {"do": "decline", "remark-problem": "Who stayed away?"})

    assert "Who stayed away?" in response.content.decode()


@pytest.mark.parametrize("address", ["/desk/contributions/", "look"])
@pytest.mark.parametrize(("right", "status"), [("change_story", 403), ("change_contribution", 200)])
def test_it_opens_to_who_may_change_contributions(sent, address, right, status):
    user = User.objects.create_user("bob", email="bob@example.org")
    rights = Permission.objects.filter(codename__in=["access_admin", right])
    user.user_permissions.set(rights)
    client = Client()
    client.force_login(user)

    assert client.get(look(sent) if address == "look" else address).status_code == status


def test_it_lets_no_other_decide(sent):
    user = User.objects.create_user("bob")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", "change_story"]))
    client = Client()
    client.force_login(user)

    client.post(look(sent), {"do": "accept"})

    assert sent.story.state == State.HELD


def test_it_takes_up_again_what_an_editor_deleted(sent, editor):
    editor.post(look(sent), {"do": "accept"})
    Story.objects.all().delete()

    editor.post(look(sent), {"do": "accept"})

    assert words(sent.get("check/"))
    assert Story.objects.count() == 1

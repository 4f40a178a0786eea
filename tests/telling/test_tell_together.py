"""Two people tell one story: each by a link of their own, and nobody writes over the other unseen."""

import pytest

from cases.models import Answer
from tests.reading import soup, words
from tests.telling.people import Author, earlier

pytestmark = pytest.mark.django_db


@pytest.fixture
def lena(ada):
    """Lena, whom Ada has invited, and who has opened her link."""
    ada.client.post(ada.address("authors/"), {"name": "Lena Ruiz", "email": "Lena@Example.org", "kind": "scholar"})
    return Author("lena@example.org", "Lena Ruiz").joins(ada.key)


def test_it_invites_by_name_and_address(ada, lena):
    [mail] = lena.mails()

    assert mail.subject == "Ada Okafor asks you to write a story together: “The bus”"
    assert "as a scholar" in mail.message
    assert soup(lena.get()).h1.get_text() == "The bus"
    assert "You and 1 other who writes it with you" in ada.see()


def test_it_shows_both_the_same_story(ada, lena):
    ada.write("problem/", problem="Nobody came.")
    lena.write("what-changed/", what_changed="Three villages lend more.")

    assert "Nobody came." in lena.see("check/")
    assert "Three villages lend more." in ada.see("check/")


def test_it_keeps_who_wrote_what_and_when(ada, lena):
    ada.write("problem/", problem="Nobody came.")
    lena.write("problem/", problem="Hardly anybody came.")

    page = soup(ada.get("problem/0/history/"))

    heads = [head.get_text(" ", strip=True) for head in page.select(".tell-versions h2")]
    assert [head.split(" ")[0] for head in heads] == ["Lena", "Ada"]
    assert "holds now" in heads[0]
    assert [dd.get_text(strip=True) for dd in page.select(".tell-versions dd")] == [
        "Hardly anybody came.",
        "Nobody came.",
    ]


def test_it_tells_who_else_has_the_page_open(ada, lena):
    ada.get("problem/")

    assert "Ada Okafor has had this page open since" in lena.see("problem/")
    assert "has had this page open" not in lena.see("title/")


def test_it_does_not_tell_who_had_it_open_long_ago(ada, lena):
    with earlier(2000):
        ada.get("problem/")

    assert "has had this page open" not in lena.see("problem/")


def test_it_shows_the_second_both_texts_and_overwrites_nothing(ada, lena):
    seen = ada.seen("problem/")
    lena.write("problem/", problem="Hardly anybody came.")

    response = ada.write("problem/", seen=seen, problem="Nobody came.")

    assert response.status_code == 409
    assert "Lena Ruiz saved this page at" in words(response)
    assert "Lena Ruiz wrote Hardly anybody came. You wrote Nobody came." in words(response)
    assert soup(response).select_one("#id_problem").get_text().strip() == "Nobody came."
    assert Answer.objects.get(step="problem", newest=True).data == {"problem": "Hardly anybody came."}


def test_it_saves_what_the_second_makes_of_both(ada, lena):
    seen = ada.seen("problem/")
    lena.write("problem/", problem="Hardly anybody came.")
    page = soup(ada.write("problem/", seen=seen, problem="Nobody came."))

    ada.write(
        "problem/", seen=page.select_one("input[name=seen]")["value"], problem="Hardly anybody came, Ada says nobody."
    )

    assert [row.data["problem"] for row in Answer.objects.filter(step="problem")] == [
        "Hardly anybody came.",
        "Hardly anybody came, Ada says nobody.",
    ]


def test_it_takes_the_fields_that_only_the_other_changed(ada, lena):
    ada.write("title/", title="The bus", summary="It came.")
    seen = ada.seen("title/")
    lena.write("title/", title="The bus", summary="A bus came.")

    response = ada.write("title/", seen=seen, title="The big bus", summary="It came.")

    page = soup(response)
    assert page.select_one("#id_title")["value"] == "The big bus"
    assert page.select_one("#id_summary").get_text().strip() == "A bus came."


@pytest.mark.parametrize("mine", ["Nobody came.", "Hardly anybody came."], ids=["as it was", "the same as theirs"])
def test_it_disturbs_nobody_who_changed_nothing(ada, lena, mine):
    ada.write("problem/", problem="Nobody came.")
    seen = ada.seen("problem/")
    lena.write("problem/", problem="Hardly anybody came.")

    response = ada.write("problem/", seen=seen, problem=mine)

    assert response.status_code == 302
    assert "Hardly anybody came." in ada.see("problem/")


def test_it_tells_who_changes_what_the_other_took_away(ada, lena):
    ada.add("dates", text="The bus came.", year="2016")
    seen = ada.seen("dates/1/")
    lena.press("dates/", "remove", item=1)

    response = ada.write("dates/1/", seen=seen, text="The bus came late.", year="2016")

    assert "Lena Ruiz took this away" in words(response)


def test_it_gives_two_who_add_at_once_two_items(ada, lena):
    ada.add("dates", text="The bus came.")
    lena.add("dates", text="It stopped.")

    assert list(Answer.objects.filter(step="dates").values_list("item", flat=True)) == [1, 2]


def test_it_lets_each_answer_for_themselves(ada, lena):
    ada.write("you/", name="Ada Okafor", kind="practitioner", named="yes")
    lena.write("you/", name="Dr Lena Ruiz", kind="scholar", named="no")

    assert soup(ada.get("you/")).select_one("#id_name")["value"] == "Ada Okafor"
    assert [author.named for author in ada.story.authors.all()] == [True, False]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"name": ""}, "Write their name."),
        ({"email": "lena"}, "“lena” is not an e-mail address."),
        ({"email": "ADA@example.org"}, "Somebody with the address “ada@example.org” writes this story already."),
        ({"name": "Buy at https://evil.example"}, "Leave the web address out"),
    ],
)
def test_it_says_what_is_wrong_with_an_invitation(ada, given, sentence):
    response = ada.client.post(ada.address("authors/"), {"name": "Lena", "email": "lena@example.org", **given})

    assert response.status_code == 422
    assert sentence in words(response)


def test_it_lets_nobody_invite_whose_address_is_not_known():
    ada = Author()
    ada.begin()

    response = ada.client.post(ada.address("authors/"), {"name": "Lena", "email": "lena@example.org"})

    assert "Open the link in the mail that we sent to ada@example.org first" in words(response)
    assert ada.story.authors.count() == 1


def test_it_takes_somebody_away_and_keeps_their_words(ada, lena):
    lena.write("problem/", problem="Hardly anybody came.")

    ada.press("authors/", "leave", item=ada.story.authors.last().pk)

    assert lena.get().status_code == 403
    assert "Hardly anybody came." in ada.see("problem/")
    assert "Somebody who has left" in ada.see("problem/0/history/")


def test_it_lets_only_who_began_it_take_others_away(ada, lena):
    lena.press("authors/", "leave", item=ada.story.authors.first().pk)

    assert ada.get().status_code == 200
    assert "Take away" not in lena.see("authors/")


def test_it_lets_somebody_leave(ada, lena):
    response = lena.press("authors/", "leave", item=ada.story.authors.last().pk)

    assert response.url == "/tell/"
    assert lena.get().status_code == 403
    assert ada.get().status_code == 200


def test_it_forgets_who_was_invited_by_mistake(ada):
    ada.client.post(ada.address("authors/"), {"name": "Bob", "email": "bob@example.org", "kind": ""})

    response = Author("bob@example.org").open_newest_link("forget")

    assert "Your address is deleted" in words(response)
    assert [author.email for author in ada.story.authors.all()] == ["ada@example.org"]

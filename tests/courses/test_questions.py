"""Questions with answers in a course: built, asked in the teaching view, checked without an account, and printed."""

from io import BytesIO

import pytest
from docx import Document

from lessons.models import Item
from lessons.options import Option
from tests.factories import CourseFactory
from tests.reading import words

pytestmark = pytest.mark.django_db

DRIVERS, READERS, MAYOR = (Option(text) for text in ("The drivers", "The readers", "The mayor"))
OPTIONS = [
    {"text": "The drivers", "right": True, "feedback": "They know the streets."},
    {"text": "The readers", "right": False, "feedback": "They know the books."},
    {"text": "The mayor", "right": False},
]
WRITTEN = {
    "new-choice-text": "Whom first?",
    "new-choice-options-0-text": "The drivers",
    "new-choice-options-0-right": "right",
    "new-choice-options-0-feedback": "They know the streets.",
    "new-choice-options-1-text": "The readers",
    "new-choice-options-1-right": "wrong",
    "new-choice-answer": "Ask before you buy.",
}


@pytest.fixture
def session(course):
    """Its one session."""
    return course.sessions.get()


@pytest.fixture
def public():
    """A public course that asks a multiple choice and an open question."""
    choice = {"kind": "choice", "text": "Whom first?", "options": OPTIONS, "answer": "Ask before you buy."}
    opened = {"kind": "open", "text": "And then?", "answer": "Whoever says what they would do on Monday."}
    return CourseFactory(slug="on-buses", items=[choice, opened])


def test_it_adds_a_multiple_choice_with_its_answers(act, ada, course, session):
    act(ada, course, "add:choice", session=session.pk, **WRITTEN)

    item = session.items.get()
    assert (item.kind, item.text, item.answer) == ("choice", "Whom first?", "Ask before you buy.")
    assert item.options == [OPTIONS[0], {"text": "The readers", "right": False}]


def test_it_adds_an_open_question_with_a_model_answer(act, ada, course, session):
    act(ada, course, "add:open", session=session.pk, **{"new-open-text": "And then?", "new-open-answer": "Monday."})

    assert (session.items.get().kind, session.items.get().answer) == ("open", "Monday.")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"new-choice-options-0-right": "wrong"}, "Mark at least one answer as right."),
        ({"new-choice-options-1-text": ""}, "Give from 2 to 8 answers to choose from; there are 1."),
        ({"new-choice-options-1-text": "The drivers"}, "2. “The drivers” stands there twice. Leave one out."),
        ({"new-choice-options-1-text": "", "new-choice-options-1-feedback": "Hm."}, "2. Write the answer"),
        ({"new-choice-options-1-text": "x" * 301}, "has 301 characters; 300 are the most."),
        ({"new-choice-options-1-text": "a\x07b"}, "There is a character in it that cannot be shown."),
        ({"new-choice-text": ""}, "Write the question."),
    ],
)
def test_it_says_what_is_wrong_with_answers_and_keeps_them(act, ada, course, session, change, sentence):
    page = act(ada, course, "add:choice", session=session.pk, **WRITTEN | change)

    assert page.status_code == 422
    assert sentence in words(page)
    assert "They know the streets." in page.content.decode()
    assert not session.items.exists()


def test_it_keeps_answers_that_were_typed_without_a_question(act, ada, course, session):
    page = act(ada, course, "save", session=session.pk, **{"new-choice-options-0-text": "The drivers"})

    assert page.status_code == 422
    assert 'value="The drivers"' in page.content.decode()


def test_it_undoes_a_change_of_answers_as_one_step(act, ada, course, session):
    item = session.items.create(kind="choice", text="Whom first?", options=OPTIONS)
    fields = {"rows": f"item-{item.pk}", f"item-{item.pk}-text": "Whom first?"}
    fields |= {f"item-{item.pk}-options-{n}-text": text for n, text in enumerate(["The drivers", "Nobody"])}

    act(ada, course, "save", **fields, **{f"item-{item.pk}-options-0-right": "right"})
    changed = Item.objects.get(pk=item.pk).options
    act(ada, course, "undo")

    assert [row["text"] for row in changed] == ["The drivers", "Nobody"]
    assert Item.objects.get(pk=item.pk).options == OPTIONS


def test_it_saves_nothing_over_answers_that_somebody_else_has_changed(told, ada, course, session):
    item = session.items.create(kind="choice", text="Whom first?", options=OPTIONS)
    name = f"item-{item.pk}"
    fields = {"rows": name, f"{name}-text": "Whom first?", f"{name}-seen": "options=0123456789"}
    fields |= {f"{name}-options-0-text": "A", f"{name}-options-0-right": "right", f"{name}-options-1-text": "B"}

    answer = told(ada, course, "save", **fields)

    assert "The drivers / True / They know the streets." in answer["failed"][name]
    assert Item.objects.get(pk=item.pk).options == OPTIONS


def test_it_asks_without_giving_the_answer_away(client, public):
    page = client.get("/courses/on-buses/teach/1/2/").content.decode()

    assert all(text in page for text in ("Whom first?", "The drivers", "The readers", "The mayor"))
    assert "They know" not in page
    assert "Ask before you buy." not in page


@pytest.mark.parametrize(
    ("chosen", "there", "missing"),
    [
        ([DRIVERS.key], "That is right.", "They know the books."),
        ([READERS.key], "That is not it yet. Choose again.", "Ask before you buy."),
        (["o0000000000", "<b>"], "Choose one.", "Not right."),
        (["\x00"], "Choose one.", "Not right."),
    ],
)
def test_it_checks_what_somebody_chose(client, public, chosen, there, missing):
    page = words(client.get("/courses/on-buses/teach/1/2/", {"chosen": chosen}))

    assert there in page
    assert missing not in page


def test_it_wants_all_that_are_right(client):
    options = [{"text": text, "right": right} for text, right in (("A", True), ("B", True), ("C", False))]
    CourseFactory(slug="of-two", items=[{"kind": "choice", "text": "Which?", "options": options}])
    keys = [Option(text).key for text in "AB"]

    one = words(client.get("/courses/of-two/teach/1/2/", {"chosen": keys[:1]}))
    both = words(client.get("/courses/of-two/teach/1/2/", {"chosen": keys}))

    assert "Choose all that are right." in one
    assert "That is not all of it yet." in one
    assert "That is right." in both


def test_it_shows_what_is_right_on_the_next_screen(client, public):
    page = words(client.get("/courses/on-buses/teach/1/3/"))

    assert "The drivers Ask before you buy." in page
    assert "The readers" not in page


def test_it_gives_facilitators_the_answers_and_participants_none(client, public):
    pack, handout = (words(client.get(f"/courses/on-buses/{name}/")) for name in ("pack", "handout"))

    assert "Right: The drivers They know the streets." in pack
    assert "Whoever says what they would do on Monday." in pack
    assert "The drivers" in handout
    assert "Monday" not in handout
    assert "Right:" not in handout


def test_it_prints_the_answers_in_the_pack_for_word(client, public):
    file = BytesIO(client.get("/courses/on-buses/pack.docx").content)

    lines = [paragraph.text for paragraph in Document(file).paragraphs]
    assert "Right: The drivers" in lines
    assert "Whoever says what they would do on Monday." in lines


def test_it_shows_no_model_answer_to_whom_has_the_link_only(client, course, session):
    session.items.create(kind="open", text="And then?", answer="Secret.")
    type(course).objects.filter(pk=course.pk).update(link_key="k" * 22)

    pages = [client.get(f"/courses/{course.slug}.{'k' * 22}/{rest}") for rest in ("", "teach/1/2/", "handout/")]

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert not [page for page in pages if "Secret" in page.content.decode()]

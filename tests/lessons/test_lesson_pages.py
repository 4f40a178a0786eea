"""Reading lessons: the balance in words first, what speaks for it, what speaks against it."""

import pytest

from tests.factories import (
    ElementFactory,
    EvidenceFactory,
    LessonFactory,
    QuestionFactory,
    SourceFactory,
    StoryFactory,
)
from tests.reading import links, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson():
    """The lesson that each test adds its one fact to."""
    return LessonFactory(sentence="Ask drivers first", slug="ask", explanation="They *know*.")


@pytest.fixture
def read(client, lesson):
    """Opens the lesson."""
    return lambda: client.get("/lessons/ask/")


@pytest.mark.parametrize(
    ("stances", "sentence"),
    [
        ([], "No evidence is held yet."),
        (["supports"], "Seen in 1 story."),
        (["supports", "supports"], "Seen in 2 stories."),
        (["supports", "qualifies"], "1 story sets a condition; seen in 1 story."),
        (["supports", "contradicts"], "1 story points the other way; seen in 1 story."),
        (
            ["qualifies", "qualifies", "contradicts"],
            "1 story points the other way; 2 set conditions; no story supports it yet.",
        ),
        (["contradicts", "contradicts"], "2 stories point the other way; no story supports it yet."),
    ],
)
def test_it_says_the_balance_in_words_first(read, lesson, stances, sentence):
    [EvidenceFactory(lesson=lesson, stance=stance) for stance in stances]

    page = soup(read())

    assert page.h1.find_next("p").strong.get_text() == sentence
    assert page.find("meta", attrs={"name": "description"})["content"] == sentence


def test_it_counts_stories_rather_than_pieces_of_evidence(read, lesson):
    story = StoryFactory()
    EvidenceFactory(lesson=lesson, story=story)
    EvidenceFactory(lesson=lesson, story=story, stance="contradicts")

    assert "1 story points the other way; seen in 1 story." in words(read())


def test_it_leaves_drafts_out_of_the_balance(read, lesson):
    EvidenceFactory(lesson=lesson, story__draft=True)
    EvidenceFactory(lesson=lesson, story__retired=True)

    assert "No evidence is held yet." in words(read())


def test_it_puts_what_speaks_for_it_beside_what_speaks_against_it(read, lesson):
    EvidenceFactory(lesson=lesson, story__title="For", stance="supports")
    EvidenceFactory(lesson=lesson, story__title="But", stance="qualifies")
    EvidenceFactory(lesson=lesson, story__title="Against", stance="contradicts")

    sides = soup(read()).select(".sides > section")

    titles = [[title.get_text() for title in side.select(".evidence-story")] for side in sides]
    assert titles == [["For"], ["Against", "But"]]


def test_it_cites_each_piece_of_evidence(read, lesson):
    source = SourceFactory(title="Buses", year=1998)
    EvidenceFactory(lesson=lesson, source=source, section="At night", page="42", strength="measured")

    text = words(read())

    assert "Supports measured" in text
    assert "It happened so. Buses , 1998, “At night”, p. 42" in text


def test_it_quotes_where_there_is_a_quotation(read, lesson):
    EvidenceFactory(lesson=lesson, quotation="Word for word.", source__quotable=True)

    assert soup(read()).blockquote.get_text() == "Word for word."


def test_it_says_that_nothing_against_it_is_no_proof(read, lesson):
    EvidenceFactory(lesson=lesson)

    assert "Nothing held here points the other way yet. That is not the same as proof." in words(read())
    assert links(read())["Look among the failures"] == "/stories/?result=failed"


def test_it_names_its_elements_and_lessons_near_it(read, lesson):
    element = ElementFactory(name="Taking risks", slug="risks")
    lesson.elements.set([element])
    lesson.save()
    LessonFactory(sentence="Ask riders too", elements=[element])
    LessonFactory(sentence="Ask nobody", elements=[element], draft=True)

    text = words(read())

    assert "Belongs to Taking risks" in text
    assert "Lessons near it Ask riders too" in text
    assert "Ask nobody" not in text


def test_it_leads_to_its_stories_in_the_finder(read):
    assert "/stories/?lesson=ask" in links(read()).values()


def test_it_is_not_there_for_a_draft(client):
    LessonFactory(slug="one", draft=True)

    assert client.get("/lessons/one/").status_code == 404


def test_it_is_gone_where_it_was_taken_back(client):
    LessonFactory(slug="one", retired=True)

    assert client.get("/lessons/one/").status_code == 410


def test_it_escapes_sentences_and_sanitises_explanations(client):
    LessonFactory(slug="one", sentence="<script>alert(1)</script>", explanation="<script>alert(2)</script>")

    assert b"<script>alert" not in client.get("/lessons/one/").content + client.get("/lessons/").content


@pytest.fixture
def four_lessons():
    """One supported, one contested, one of two stories, one without evidence."""
    risks = ElementFactory(slug="risks", name="Risks")
    EvidenceFactory(lesson__sentence="Ask drivers", lesson__explanation="They know the routes.")
    EvidenceFactory(lesson=LessonFactory(sentence="Take risks", elements=[risks]), stance="contradicts")
    two = LessonFactory(sentence="Begin small")
    EvidenceFactory(lesson=two)
    EvidenceFactory(lesson=two, stance="qualifies")
    LessonFactory(sentence="Nothing holds this")


@pytest.mark.parametrize(
    ("query", "sentences"),
    [
        ("", ["Ask drivers", "Begin small", "Nothing holds this", "Take risks"]),
        ("q=ask", ["Ask drivers"]),
        ("q=routes", ["Ask drivers"]),
        ("q=ROUTES+ask", ["Ask drivers"]),
        ("q=ask+risks", []),
        ("element=risks", ["Take risks"]),
        ("element=unknown", ["Ask drivers", "Begin small", "Nothing holds this", "Take risks"]),
        ("weight=contested", ["Begin small", "Take risks"]),
        ("weight=uncontested", ["Ask drivers", "Begin small"]),
        ("weight=single", ["Ask drivers", "Take risks"]),
        ("weight=wonderful", ["Ask drivers", "Begin small", "Nothing holds this", "Take risks"]),
        ("weight=single&element=risks&q=take", ["Take risks"]),
        ("q=%00", ["Ask drivers", "Begin small", "Nothing holds this", "Take risks"]),
    ],
)
def test_it_filters_the_list(client, four_lessons, query, sentences):
    page = soup(client.get(f"/lessons/?{query}"))

    assert [title.get_text() for title in page.select(".lesson-row-title")] == sentences


def test_it_suggests_what_to_do_when_nothing_matches(client, four_lessons):
    response = client.get("/lessons/?q=unicorn")

    assert "No lesson is all of this at once" in words(response)
    assert links(response)["See every lesson"] == "/lessons/"
    assert links(response)["Start from a question instead"] == "/questions/"


def test_it_leads_from_a_question_to_the_stories_behind_its_lessons(client, lesson):
    EvidenceFactory(lesson=lesson, story__slug="bins", story__title="Bins")
    EvidenceFactory(lesson=lesson, story__slug="stadium", story__title="Stadium")
    StoryFactory(title="Elsewhere")
    QuestionFactory(slug="how", question="How do I begin?", lessons=[lesson])

    shown = links(client.get("/questions/how/"))

    assert shown["Bins"] == "/stories/bins/"
    assert shown["These 2 stories in the finder"] == f"/stories/?lesson={lesson.slug}"
    assert "Elsewhere" not in shown


def test_it_lists_the_lessons_that_bear_on_a_question(client, lesson):
    draft = LessonFactory(draft=True, sentence="A draft")
    QuestionFactory(slug="how", question="How do I begin?", lessons=[lesson, draft])

    text = words(client.get("/questions/how/"))

    assert "How do I begin? Ask drivers first" in text
    assert "A draft" not in text
    assert "How do I begin? 1 lesson" in words(client.get("/questions/"))

"""The handout and the facilitator's pack as Word documents, opened again as a person would see them."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from lessons.courses.documents.handout import Detail, _handout, handout_of
from lessons.courses.documents.words import blocks_of
from lessons.models import Course
from tests.factories import CourseFactory, EvidenceFactory, MeasureFactory, StoryFactory
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    """A public course with a story that has figures and evidence, a question, an activity and a reading."""
    story = StoryFactory(slug="bus", title="The bus", summary="They bought a bus.", problem="Nobody *came*.")
    MeasureFactory(story=story, indicator="Readers", baseline="3", target="5", result="about 9", unit="readers")
    EvidenceFactory(story=story, what_happened="They came.")
    items = [
        {"story": story, "minutes": 20, "for_facilitator": "- Wait.\n- Then [look](https://example.org/look)."},
        {"text": "What now?", "minutes": 10},
        {"kind": "activity", "title": "Four chairs", "text": "1. Sit.\n2. Stand.", "material": "Chairs"},
        {"kind": "reading", "title": "A report", "address": "https://example.org/r", "text": ""},
    ]
    return CourseFactory(slug="trust", title="On trust", aims="- weigh a figure", items=items)


@pytest.fixture
def opened(client, course):
    """The document of that name, opened."""
    return lambda name: Document(BytesIO(client.get(f"/courses/trust/{name}.docx").content))


def styled(document, style):
    """The paragraphs of a style."""
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def targets(document):
    """Where the links of a document lead, in order."""
    found = document.element.body.iter(qn("w:hyperlink"))
    return [document.part.rels[link.get(qn("r:id"))].target_ref for link in found]


def test_it_is_a_word_document_to_keep(client, course):
    response = client.get("/courses/trust/handout.docx")

    assert response["Content-Type"].endswith("wordprocessingml.document")
    assert response["Content-Disposition"] == 'attachment; filename="trust-handout.docx"'


@pytest.mark.parametrize("name", ["handout", "pack"])
def test_it_has_real_styles_on_a4_with_page_numbers(opened, name):
    document = opened(name)
    fields = [text.text for text in document.sections[0].footer._element.iter(qn("w:instrText"))]

    assert styled(document, "Title") == ["On trust"]
    assert "Session" in " ".join(styled(document, "Heading 1"))
    assert round(document.sections[0].page_width.mm) == 210
    assert fields == ["PAGE", "NUMPAGES"]
    assert (document.core_properties.title, document.core_properties.author) == ("On trust", "Ada Okafor")


def test_it_hands_out_what_participants_need(opened):
    document = opened("handout")
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)

    assert "What now?" in styled(document, "List Bullet")
    assert "They bought a bus." in text
    assert "Four chairs" in text
    assert "Wait." not in text
    assert targets(document) == [
        "http://127.0.0.1:8000/stories/bus/",
        "https://example.org/r",
        "http://127.0.0.1:8000/courses/trust/",
    ]


def test_it_gives_the_facilitator_the_plan_as_a_table(opened):
    plan = opened("pack").tables[0]

    assert [cell.text for cell in plan.rows[0].cells] == ["From", "Minutes", "Kind", "What"]
    assert [cell.text for cell in plan.rows[2].cells] == ["0:20", "10", "Question", "What now?"]
    assert plan.rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None


def test_it_gives_the_facilitator_notes_with_working_links(opened):
    document = opened("pack")

    assert "Wait." in styled(document, "List Bullet")
    assert "Sit." in styled(document, "List Number")
    assert "https://example.org/look" in targets(document)


def test_it_gives_the_facilitator_the_stories_with_figures_as_a_table(opened):
    document = opened("pack")

    assert "The stories" in styled(document, "Heading 1")
    assert [cell.text for cell in document.tables[1].rows[1].cells][:4] == [
        "Readers (outcome)",
        "3 readers",
        "5 readers",
        "about 9 readers",
    ]
    assert "Nobody came." in [paragraph.text for paragraph in document.paragraphs]
    assert "What speaks for lessons" in styled(document, "Heading 3")


def test_it_keeps_emphasis_lists_quotations_and_links():
    blocks = blocks_of("A *b* **c** [d](https://example.org)\n\n- e\n  - f\n\n> g\n\n1. h")

    assert [(block.text, block.level, block.numbered, block.quoted) for block in blocks] == [
        ("A b c d", 0, False, False),
        ("e", 1, False, False),
        ("f", 2, False, False),
        ("g", 0, False, True),
        ("h", 1, True, False),
    ]
    assert [(run.italic, run.bold, run.link) for run in blocks[0].runs if run.text in "bcd"] == [
        (True, False, ""),
        (False, True, ""),
        (False, False, "https://example.org"),
    ]


def test_it_says_less_the_longer_the_course_is():
    course = CourseFactory(items=[{"text": f"What {n} " + "long " * 60} for n in range(60)])
    course = Course.objects.for_page().get(pk=course.pk)

    lengths = [_handout(course, detail).lines for detail in Detail]

    assert lengths == sorted(lengths, reverse=True)
    assert handout_of(course).lines <= 250


def test_it_prints_a_handout_and_a_pack_as_pages(client, course):
    assert "On trust 30 minutes · Ada Okafor" in words(client.get("/courses/trust/handout/"))
    pack = words(client.get("/courses/trust/pack/"))
    assert "0:20 10 Question What now?" in pack
    assert "Needed: Chairs" in pack
    assert "http://127.0.0.1:8000/stories/bus/" in pack


def test_it_bears_a_course_with_nothing_in_it(client):
    CourseFactory(slug="empty")

    found = [
        client.get(f"/courses/empty/{name}").status_code
        for name in ("handout/", "pack/", "handout.docx", "pack.docx", "slides.pptx")
    ]
    assert found == [200] * 5

"""The slides, opened again: real layouts, one thought each, nothing overfull, notes and alternative texts."""

from io import BytesIO

import pytest
from pptx import Presentation

from lessons.courses.documents.deck import MOST, ROOM
from lessons.courses.documents.measuring import height_of, lines_of, split
from lessons.courses.documents.words import Block, Run
from tests.factories import CourseFactory, MeasureFactory, StoryFactory

pytestmark = pytest.mark.django_db

LONG = "The partnership of councils and charities of the whole upper valley met again in the spring. " * 30


@pytest.fixture
def shown(client):
    """The slides of a course with these items, opened."""

    def open_slides(*items, **fields):
        CourseFactory(slug="trust", title="On trust", items=list(items), **fields)
        return Presentation(BytesIO(client.get("/courses/trust/slides.pptx").content))

    return open_slides


def titles(slides):
    """The titles of the slides."""
    return [slide.shapes.title.text_frame.text for slide in slides.slides]


def test_it_shows_the_screens_of_a_course(shown):
    story = StoryFactory(title="The bus", problem="Nobody came.", what_they_did="They bought a bus.")

    slides = shown({"story": story}, {"text": "What now?"})

    assert titles(slides)[0] == "On trust"
    assert titles(slides)[2:] == ["The bus", "What would you do?", "What they did", "What now?"]


def test_it_puts_every_word_into_a_placeholder_of_a_real_layout(shown):
    slides = shown({"text": "What now?"})

    loose = [shape for slide in slides.slides for shape in slide.shapes if not shape.is_placeholder]
    assert loose == []
    assert {slide.slide_layout.name for slide in slides.slides} == {"Title Slide", "Section Header"}
    assert slides.slide_width > slides.slide_height * 1.7


def test_it_gives_the_facilitators_notes_under_the_slide(shown):
    slides = shown({"text": "What now?", "minutes": 10, "for_facilitator": "- Wait.\n- Listen."})

    notes = slides.slides[2].notes_slide.notes_text_frame.text
    assert notes == "Planned to begin at 0:00. Takes 10 minutes.\n\n– Wait.\n– Listen."


def test_it_splits_a_long_text_over_several_slides_and_loses_no_word(shown):
    slides = shown({"kind": "activity", "title": "Read", "text": LONG})

    parts = [slide for slide in slides.slides if slide.shapes.title.text_frame.text.startswith("Read")]
    assert len(parts) > 2
    assert " ".join(" ".join(part.placeholders[1].text_frame.text for part in parts).split()) == LONG.strip()


def test_it_fills_no_slide_beyond_its_placeholder(shown):
    story = StoryFactory(problem=LONG, what_they_did=LONG, what_changed="- " + "\n- ".join(["word " * 30] * 20))

    slides = shown({"story": story}, {"kind": "activity", "title": "Read", "text": LONG})

    texts = [
        slide.placeholders[1].text_frame for slide in slides.slides if slide.slide_layout.name == "Title and Content"
    ]
    assert len(texts) > 10
    assert [text.text for text in texts if height(text) > MOST] == []


def height(frame):
    """How high the text of a slide is, by our own measure."""
    blocks = [Block([Run(paragraph.text)]) for paragraph in frame.paragraphs]
    return height_of(blocks, frame.paragraphs[0].runs[0].font.size.pt, ROOM)


def test_it_draws_figures_as_a_chart_with_words_for_who_cannot_see_it(shown):
    story = StoryFactory(title="The bus")
    MeasureFactory(story=story, indicator="Readers", baseline="3", target="5", result="about 9", unit="readers")

    slides = shown({"story": story})

    [chart] = [shape for slide in slides.slides for shape in slide.shapes if shape.has_chart]
    assert chart._element.nvGraphicFramePr.cNvPr.get("descr").startswith(
        "Readers. Before: 3 readers; Aimed at: 5 readers; Reached: about 9 readers."
    )
    points = chart.chart.plots[0].series[0].points
    assert [points[n].data_label.text_frame.text for n in range(3)] == ["3", "5", "about 9"]


def test_it_says_a_single_figure_in_words(shown):
    story = StoryFactory(title="The bus")
    MeasureFactory(story=story, indicator="Letters", result="about 1600", unit="letters")

    assert "Reached: about 1,600 letters" in titles(shown({"story": story}))


def test_it_names_the_language_of_the_words(shown):
    slides = shown({"text": "Et alors?"}, language="fr")

    run = slides.slides[2].shapes.title.text_frame.paragraphs[0].runs[0]
    assert run._r.rPr.get("lang") == "fr"


def test_it_breaks_a_word_that_is_longer_than_a_line():
    assert lines_of("x" * 400, 28, ROOM) > 4
    assert lines_of("", 28, ROOM) == 1


def test_it_keeps_emphasis_and_links_when_it_splits():
    block = Block([Run("One two. " * 200), Run("bold", bold=True), Run(" link", link="https://example.org")])

    groups = split([block], 28, ROOM, MOST)

    assert len(groups) > 1
    assert groups[-1][-1].runs[-1].link == "https://example.org"
    assert "".join(piece.text for group in groups for piece in group) == block.text

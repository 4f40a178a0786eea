"""Meeting the cast: beside the story on a wide screen, before it on a phone and on paper, first for who listens."""

import pytest

STORY = "/stories/kirklees-recycling/"

BOXES = """names => names.map(name => {
  const box = document.querySelector(name).getBoundingClientRect();
  return {top: box.top, left: box.left, right: box.right};
})"""


def boxes(page):
    """Where the glance, the cast and the first section stand."""
    return page.evaluate(BOXES, [".glance", "#cast", "#problem"])


@pytest.mark.parametrize("media", ["screen", "print"])
def test_it_comes_between_the_glance_and_the_story(visit, media):
    page = visit(STORY, width=390 if media == "screen" else 720)
    page.emulate_media(media=media)

    glance, cast, problem = boxes(page)

    assert glance["top"] < cast["top"] < problem["top"]


def test_it_stands_in_the_margin_of_a_wide_screen(visit):
    page = visit(STORY)
    title = page.locator("h1").bounding_box()

    glance, cast, problem = boxes(page)

    assert cast["left"] > max(glance["right"], problem["right"])
    assert cast["top"] < title["y"] + 900
    assert problem["top"] - glance["top"] < 900


def test_it_is_heard_before_the_story(visit):
    headings = visit(STORY).locator("main h2").all_inner_texts()

    assert headings.index("The cast") < headings.index("The problem")

"""A real Chromium looks at a story with pictures: which file it takes, when, and whether anything jumps."""

import subprocess

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import manage
from tests.browser.test_accessibility import violations
from tests.drawing import as_bytes, drawing

STORY = "/stories/with-pictures/"
TOLD = "  credit: Ada Okafor\n  licence: cc-by-sa-4\n"
FILE = f"""\
title: A story with pictures
summary: Somebody took pictures of what happened, and gave them to the library.
result: mixed
depth: short
problem: |
  Nobody had seen it.
what_they_did: |
  They took pictures.
pictures:
- file: wide.jpg
  alt: A bus.
{TOLD}  caption: The first stop.
  section: lead
- file: tall.png
  alt: A tower.
{TOLD}  section: what_they_did
"""
SHIFTS = """() => { window.shifted = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifted += entry.value))
  .observe({ type: "layout-shift", buffered: true }); }"""


@pytest.fixture(scope="module")
def pictured(library, loaded_library, tmp_path_factory):
    """The library that is served, with one story more for as long as this module needs it."""
    folder = tmp_path_factory.mktemp("pictured")
    for name in ("stories", "pictures"):
        (folder / name).mkdir()
    (folder / "stories/with-pictures.yaml").write_text(FILE)
    (folder / "pictures/wide.jpg").write_bytes(as_bytes(drawing(1600, 1000)))
    (folder / "pictures/tall.png").write_bytes(as_bytes(drawing(500, 1500), "PNG"))
    subprocess.run(**manage(loaded_library, "load_library", str(folder)), check=True, stdout=subprocess.DEVNULL)
    subprocess.run(**manage(loaded_library, "keep_house"), check=True, stdout=subprocess.DEVNULL)
    yield
    gone = "from cases.models import Story; Story.objects.get(slug='with-pictures').delete()"
    subprocess.run(**manage(loaded_library, "shell", "-c", gone), check=True, stdout=subprocess.DEVNULL)


def taken(page):
    """The files that the browser took, picture by picture; nothing where it has not asked yet."""
    return page.locator(".story-picture img").evaluate_all("images => images.map(image => image.currentSrc)")


def loaded(page, number=0):
    """Wait until the picture is there."""
    page.locator(".story-picture").nth(number).scroll_into_view_if_needed()
    page.wait_for_function(
        "number => { const image = document.querySelectorAll('.story-picture img')[number]; return image.complete && image.naturalWidth }",
        arg=number,
    )


@pytest.mark.parametrize("scripts", [True, False])
def test_it_takes_the_format_that_it_likes_best(pictured, visit, scripts):
    page = visit(STORY, scripts=scripts)
    expect(page.get_by_role("img", name="A bus.")).to_be_visible()

    sources = page.locator("picture source").evaluate_all("sources => sources.map(source => source.type)")
    answer = page.request.get(page.locator("picture source").first.get_attribute("srcset").split()[0])

    assert sources == ["image/avif", "image/webp"] * 2
    assert answer.headers["content-type"] == "image/avif"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(("width", "size"), [(1280, "width-800.avif"), (390, "width-400.avif")])
def test_it_takes_no_larger_a_file_than_the_page_needs(pictured, visit, width, size):
    page = visit(STORY, width=width)
    loaded(page)

    assert taken(page)[0].endswith(size)


def test_it_waits_until_a_picture_comes_near(pictured, browser, library):
    with browser.new_context(base_url=library, viewport={"width": 390, "height": 300}) as context:
        page = context.new_page()
        page.goto(STORY)
        loading = page.locator(".story-picture img").evaluate_all("images => images.map(image => image.loading)")
        loaded(page, 1)

        assert loading == ["eager", "lazy"]
        assert "width-400" in taken(page)[1]


@pytest.mark.parametrize("width", [390, 1280])
def test_it_moves_nothing_when_pictures_come(pictured, visit, width):
    page = visit(STORY, width=width)
    page.evaluate(SHIFTS)
    loaded(page, 0)
    loaded(page, 1)

    assert page.evaluate("window.shifted") == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_it_has_nothing_that_axe_objects_to(pictured, visit, width):
    page = visit(STORY, width=width)

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints_a_picture_in_one_piece(pictured, visit):
    page = visit(STORY)
    page.emulate_media(media="print")
    figure = page.locator(".story-picture").first

    assert figure.evaluate("element => getComputedStyle(element).breakInside") == "avoid"
    expect(page.get_by_text("Picture: Ada Okafor.").first).to_be_visible()

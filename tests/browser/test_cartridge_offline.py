"""The pages of a cartridge, opened from a folder without a server and without a connection."""

from urllib.request import urlopen
from zipfile import ZipFile

import pytest


@pytest.fixture
def folder(library, tmp_path):
    """A cartridge of the library, unpacked."""
    with urlopen(f"{library}/courses/an-hour-on-restorative-justice/cartridge.imscc") as response:
        (tmp_path / "course.imscc").write_bytes(response.read())
    ZipFile(tmp_path / "course.imscc").extractall(tmp_path)
    return tmp_path / "web_resources"


@pytest.fixture
def page(browser):
    """A window of its own, without a connection."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, offline=True)
    yield context.new_page()
    context.close()


def test_it_is_read_without_a_connection_and_without_a_complaint(page, folder):
    complaints, asked = [], []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("request", lambda request: asked.append(request.url.partition(":")[0]))

    pages = sorted(folder.glob("*.html"))
    for path in pages:
        page.goto(path.as_uri())
        assert page.locator("h1").count() == 1
        assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0 && image.alt)")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    assert len(pages) == 7
    assert page.evaluate("getComputedStyle(document.querySelector('main')).color") == "rgb(31, 28, 24)"
    assert set(asked) <= {"file", "data"}
    assert complaints == []

"""The first view of every kind of page: how much comes, and from where."""

import pytest

from tests.browser.kinds import PAGES
from tests.browser.watching import Watch


@pytest.mark.parametrize("kind", PAGES)
def test_it_is_light(browser, library, kind):
    with browser.new_context(base_url=library) as context:
        page = context.new_page()
        watch = Watch(page, library)
        page.goto(PAGES[kind], wait_until="networkidle")

        assert watch.weight() <= 60_000
        assert len(watch.responses) <= 6
        assert watch.troubles == []


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("civic.css", "finder"),
        ("civic.js", "finder"),
        ("audit.css", "audit"),
        ("courses.css", "course"),
        ("explore.css", "compare"),
        ("tell.css", "tell"),
        ("passkey.js", "webauthnJSON"),
    ],
)
def test_it_brings_its_style_and_its_scripts(visit, name, word):
    page = visit("/stories/")

    answer = page.request.get(f"/static/{name}")

    assert answer.status == 200
    assert word in answer.text()

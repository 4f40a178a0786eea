"""The habits of the house in templates. Each test fails with the sentence that a reviewer would have written."""

import re
from pathlib import Path

from civic.gallery import EXAMPLES
from tests.test_conventions import COMPONENTS, PAGES, TEMPLATES, body, lines, matching, short

BASES = ("base.html", "cases/explore/base.html", "cases/telling/base.html")
"""What a page may stand on: the frame of every page, and those of the explore views and of told stories, which stand on that."""


def test_it_documents_each_component():
    silent = [
        p.name for p in COMPONENTS if "{% comment %}" not in p.read_text()[:160] or "Example:" not in p.read_text()
    ]

    assert not silent, f"Start with the arguments and an example: {silent}"
    assert not [path.name for path in COMPONENTS if lines(path) > 60]


def test_it_shows_each_component_in_the_gallery():
    shown = {Path(example.template).name for example in EXAMPLES}

    assert not [path.name for path in COMPONENTS if path.name not in shown], "Give it an example in civic/gallery.py."


def test_it_gives_components_their_arguments_only():
    calls = [c for path in TEMPLATES for c in re.findall(r'{% (?:include|kept) "_components/[^%]*%}', body(path))]

    assert not [call for call in calls if not call.endswith("only %}")], "End includes of components in `only`."


def test_it_trusts_no_text():
    found = matching(TEMPLATES, r"\|safe\b|autoescape off")

    assert not found, f"Sanitise once, in a filter: {found}"


def test_it_has_no_script_or_style_inside_pages():
    found = matching(TEMPLATES, r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=")

    assert not found, f"The policy refuses inline code: {found}"


def test_it_builds_addresses_in_one_place():
    found = [short(path) for path in TEMPLATES if re.search(r"\?[a-z]+=", body(path))]

    assert not found, f"Use finder_url or querystring: {found}"


def test_it_builds_every_page_on_the_base():
    bases = tuple(f'{{% extends "{path}" %}}' for path in BASES)
    bare = [short(path) for path in PAGES if not path.read_text().startswith(bases)]

    assert not bare, f"A page extends base.html, or the base of pages of its kind: {bare}"
    assert not [short(path) for path in PAGES if lines(path) > 120]

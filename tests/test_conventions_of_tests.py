"""The habits of the house in tests, and what the other conventions leave. Each fails with a reviewer's sentence."""

import ast
import re

import pytest
from django.urls import URLPattern, get_resolver

from tests.test_conventions import COMPONENTS, MODELS, PYTHON, ROOT, TEMPLATES, TESTS, body, lines, short

BRANCHES = (ast.For, ast.While, ast.If, ast.Try, ast.Match)
DRIVEN = {"tests/browser", "tests/browser/telling", "tests/kill", "tests/bench"}
"""Tests that drive a browser or several processes take more than fifteen lines to say what happens."""
BENT = {
    "test_it_keeps_newcomers_from_what_they_may_not_do",
    "test_it_reports_everything_at_once_in_order",
    "test_it_says_which_story_rests_on_a_leader",
    "test_it_takes_as_many_queries_for_a_page_of_places",
    "test_it_takes_as_many_queries_for_three_stories_as_for_thirty",
}
"""Tests that loop or run long; their number may only fall."""

STRAIGHT = [path for path in TESTS if short(path.parent) not in DRIVEN]


def found_in(path):
    """The test functions of a file."""
    found = ast.walk(ast.parse(path.read_text()))
    return [node for node in found if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


def length(test):
    """The lines of a test, without its decorators and its docstring."""
    said = test.body[0].end_lineno if ast.get_docstring(test) else test.lineno
    return test.end_lineno - said


@pytest.mark.parametrize("path", STRAIGHT, ids=short)
def test_it_has_tests_that_run_straight_through(path):
    bent = {test.name for test in found_in(path) if any(isinstance(node, BRANCHES) for node in ast.walk(test))} - BENT

    assert not bent, f"{short(path)}: no loop and no condition in a test; parametrise {bent}."


@pytest.mark.parametrize("path", STRAIGHT, ids=short)
def test_it_has_short_tests(path):
    long = {test.name for test in found_in(path) if length(test) > 15} - BENT

    assert not long, f"{short(path)}: say one thing in 15 lines: {long}."


@pytest.mark.parametrize("path", sorted((ROOT / "tests/factories").glob("*.py")), ids=short)
def test_it_has_small_factories(path):
    assert lines(path) <= 40 or path.name in {"__init__.py", "test_factories.py", "story.py"}, (
        f"{path.name} fills more than the database requires."
    )


@pytest.mark.parametrize("constraint", [constraint.name for model in MODELS for constraint in model._meta.constraints])
def test_it_tries_to_break_each_constraint(constraint):
    mentioned = [path for path in TESTS if re.search(rf"\b{constraint}\b", path.read_text())]

    assert mentioned, f"Nobody has tried to break {constraint}. Add a case to test_constraints.py."


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_it_says_in_a_sentence_what_breaks_a_constraint(model):
    silent = [c.name for c in model._meta.constraints if c.violation_error_message == c.default_violation_error_message]

    assert not silent, f"Give {silent} a violation_error_message."


def test_it_lists_every_setting():
    read = re.findall(r'\benv(?:_\w+)?\(\s*"([A-Z_]+)"', (ROOT / "civic/settings.py").read_text())
    listed = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "docs/settings.md").read_text(), re.M)

    assert sorted(listed) == sorted(read), "docs/settings.md has a row for each variable that settings.py reads."


def test_it_reads_the_environment_in_one_place():
    reading = [short(path) for path in PYTHON if re.search(r"os\.(environ|getenv)(?!\.setdefault)", path.read_text())]

    assert reading == ["civic/settings.py"], "Read settings through django.conf."


def test_it_has_one_short_settings_file():
    assert lines(ROOT / "civic/settings.py") <= 250
    assert sorted(path.name for path in ROOT.glob("*/*settings*.py")) == ["settings.py"]


@pytest.mark.parametrize("path", [p for p in PYTHON if p.parent.name == "commands" and p.stem != "__init__"], ids=short)
def test_it_has_commands_that_are_thin_doors(path):
    handles = [node for node in ast.walk(ast.parse(path.read_text())) if getattr(node, "name", "") == "handle"]

    assert [node for node in handles if node.end_lineno - node.lineno > 20] == [], "A command parses, calls, reports."


@pytest.mark.parametrize("path", COMPONENTS, ids=short)
def test_it_styles_a_component_in_a_file_of_its_name(path):
    own = re.search(rf'class="{path.stem.replace("_", "-")}[ "{{]', body(path))

    assert not own or (ROOT / f"static/css/{path.stem}.css").exists(), (
        f"Put its styles into static/css/{path.stem}.css."
    )


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path.name.startswith("_")], ids=short)
def test_it_never_makes_a_page_of_a_piece(path):
    assert "{% extends" not in path.read_text(), f"{path.name} is a piece: its name starts with an underscore."


def pages():
    """The addresses that lead to a page of their own name."""
    named = [p for p in get_resolver().url_patterns if isinstance(p, URLPattern) and p.name]
    return [p for p in named if p.name.endswith(("-list", "-page"))]


@pytest.mark.parametrize("pattern", pages(), ids=lambda pattern: pattern.name)
def test_it_gives_one_name_to_address_view_and_page(pattern):
    name, app = pattern.name.replace("-", "_"), pattern.callback.__module__.partition(".")[0]

    assert pattern.callback.__name__ == name, f"Call the view of {pattern.name} {name}."
    assert (ROOT / f"templates/{app}/{name}.html").exists(), f"Call the template of {pattern.name} {name}.html."

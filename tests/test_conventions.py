"""The habits of the house. Each test fails with the sentence that a reviewer would have written."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import QuerySet
from django.template.loader import get_template
from django.urls import URLPattern, get_resolver

ROOT = Path(settings.BASE_DIR)
OURS = ("cases", "lessons", "civic")
PYTHON = [path for app in OURS for path in sorted((ROOT / app).rglob("*.py")) if "migrations" not in path.parts]
TEMPLATES = [path for path in sorted((ROOT / "templates").rglob("*.html")) if "wagtailadmin" not in path.parts]
COMPONENTS = sorted((ROOT / "templates/_components").glob("*.html"))
PAGES = [p for p in TEMPLATES if p.name[0] != "_" and p.name != "base.html" and p.parent.name[0] != "_"]
MODELS = [
    model
    for app in ("cases", "lessons")
    for model in apps.get_app_config(app).get_models()
    if not model._meta.auto_created
]
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SUPPRESSIONS = 4
"""How many `noqa` there are; the number may only fall."""


def short(path):
    """The path as a name of a test."""
    return str(path.relative_to(ROOT))


def lines(path):
    """How long the file is."""
    return len(path.read_text().splitlines())


def body(path):
    """The template without what its head says about it."""
    return path.read_text().partition("{% endcomment %}")[2] or path.read_text()


def matching(paths, pattern):
    """The files in which the pattern is found."""
    return [short(path) for path in paths if re.search(pattern, path.read_text())]


def functions(path):
    """The functions of a module that stand at its top."""
    return [node for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef)]


VIEWS = [
    pytest.param(function, id=f"{app}.{function.name}")
    for app in OURS
    for function in functions(ROOT / app / "views.py")
]


@pytest.mark.parametrize("function", VIEWS)
def test_it_keeps_views_short(function):
    assert function.end_lineno - function.lineno < 25, f"The view {function.name} is long. Gather less in it."


@pytest.mark.parametrize("app", ["cases", "lessons"])
def test_it_has_only_functions_as_views(app):
    body = ast.parse((ROOT / app / "views.py").read_text()).body

    assert not [node.name for node in body if isinstance(node, ast.ClassDef)], "A view is a function."


@pytest.mark.parametrize("app", ["cases", "lessons"])
def test_it_says_with_which_methods_a_view_is_asked(app):
    bare = [view.name for view in functions(ROOT / app / "views.py") if not view.decorator_list]

    assert not bare, f"Decorate {bare} with require_safe or require_POST."


@pytest.mark.parametrize("name", ["cases/views.py", "lessons/views.py", "lessons/forms.py", "civic/views.py"])
def test_it_leaves_queries_to_querysets(name):
    calls = re.findall(
        r"\.(?:filter|exclude|annotate|aggregate|order_by|select_related|prefetch_related)\(|\bQ\(",
        (ROOT / name).read_text(),
    )

    assert not calls, f"{name} builds a query: {calls}. Give the queryset a method with a name."


@pytest.mark.parametrize("name", ["cases/views.py", "lessons/views.py"])
def test_it_hands_what_people_send_to_a_form_or_a_facet(name):
    assert not re.findall(r"request\.(?:GET|POST)[\[.]", (ROOT / name).read_text()), f"{name} reads the request itself."


def test_it_keeps_modules_small():
    long = [short(path) for path in PYTHON if lines(path) > (200 if path.parent.name == "models" else 300)]

    assert not long, f"{long}: would they be clearer as two?"


def test_it_says_what_each_module_is():
    silent = [short(p) for p in PYTHON if p.name != "__init__.py" and not ast.get_docstring(ast.parse(p.read_text()))]

    assert not silent, f"Say at the top what it is: {silent}"


def test_it_names_modules_by_what_they_know():
    vague = [short(path) for path in PYTHON if path.stem in {"utils", "helpers", "common", "misc"}]

    assert not vague, f"Name them by what they know: {vague}"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_it_says_what_each_noun_means(model):
    assert not model.__doc__.startswith(f"{model.__name__}("), f"Say what a {model.__name__} is in the world."


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_it_has_one_noun_in_a_module(model):
    nouns = [other.__name__ for other in MODELS if other.__module__ == model.__module__]

    assert nouns == [model.__name__], f"{model.__module__} holds {nouns}. Give each its own module."


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_it_says_what_each_list_is(model):
    own = type(model._default_manager.all()) if isinstance(model._default_manager.all(), QuerySet) else QuerySet
    methods = {
        name: value
        for name, value in vars(own).items()
        if callable(value) and not name.startswith("_") and own is not QuerySet
    }

    assert all(method.__doc__ for method in methods.values()), f"Say what each method of {own.__name__} answers."


def test_it_attaches_querysets_and_no_managers():
    found = [short(path) for path in PYTHON if "models.Manager" in path.read_text()]

    assert not found, f"{found}: use QuerySet.as_manager()."


def test_it_compares_no_choice_with_a_text():
    found = matching(PYTHON + TEMPLATES, r"\b(?:result|stance|realm|part|depth) == ['\"]")

    assert not [name for name in found if "_components/" not in name], (
        f"Compare with the choice, not with a text: {found}"
    )


def test_it_gives_one_name_to_address_view_and_template():
    views = {
        p.name: p.callback
        for p in get_resolver().url_patterns
        if isinstance(p, URLPattern) and p.name and "-" in p.name
    }
    ours = {name: view for name, view in views.items() if view.__module__ in {"cases.views", "lessons.views"}}

    assert [name for name, view in ours.items() if view.__name__ != name.replace("-", "_")] == []


@pytest.mark.parametrize(
    "name", ["story_list", "story_page", "organisation_list", "leader_page", "place_list", "source_page"]
)
def test_it_has_the_template_of_a_page_under_its_name(name):
    assert get_template(f"cases/{name}.html")


def test_it_says_why_each_dependency_is_there():
    text = (ROOT / "pyproject.toml").read_text().partition("[tool.")[0]
    needs = re.findall(r'(?m)^(.*)\n    "([a-z][^"]+)"', text)

    assert not [need for before, need in needs if not before.startswith("    # ")], "Say above it why it is there."


def test_it_needs_nothing_that_is_not_written_down():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    locked = (ROOT / "requirements.lock").read_text().lower().replace("_", "-")

    assert all(re.split(r"[\[~><=]", need)[0].replace("_", "-") + "==" in locked for need in project["dependencies"])


def test_it_passes_over_fewer_and_fewer_complaints():
    found = [
        f"{short(path)}: {line.strip()}"
        for path in [*PYTHON, *TESTS]
        for line in path.read_text().splitlines()
        if "# noqa" in line and path != Path(__file__)
    ]

    assert all(re.search(r"# noqa: [A-Z0-9]+ \w", line) for line in found), f"Give the reason on the line: {found}"
    assert len(found) <= SUPPRESSIONS, found


def test_it_keeps_test_files_small():
    long = [short(path) for path in TESTS if lines(path) > 250]

    assert not long, f"One file per thing that a person does: {long}"


def test_it_names_tests_as_sentences():
    names = [name for path in TESTS for name in re.findall(r"^def (test_\w+)", path.read_text(), re.M)]

    assert not [name for name in names if not name.startswith(("test_it_", "test_its_"))]


@pytest.mark.parametrize("path", DOCUMENTS, ids=short)
def test_it_points_to_files_that_are_there(path):
    named = set(
        re.findall(r"`((?:cases|lessons|civic|templates|static|docs|tests|fixtures)/[\w./-]+)`", path.read_text())
    )
    linked = {link for link in re.findall(r"\]\(([^)#]+)\)", path.read_text()) if not link.startswith("http")}

    assert [name for name in named if not (ROOT / name).exists()] == []
    assert [link for link in linked if not (path.parent / link).exists()] == []


def test_it_keeps_the_floors_apart():
    done = subprocess.run([str(Path(sys.executable).parent / "lint-imports")], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout


@pytest.mark.django_db
def test_it_has_a_migration_for_every_change(capsys):
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_it_says_in_each_check_what_to_do(settings):
    from civic import checks

    settings.VAR_DIR, settings.SITE_URL = Path("/nowhere"), "nowhere"
    found = [*checks.var_can_be_written(None), *checks.site_url_is_whole(None)]

    assert [error.id for error in found] == ["civic.E001", "civic.E002"]
    assert all(error.hint for error in found)

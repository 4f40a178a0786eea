"""The published schemas describe the files as they are."""

import json

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from jsonschema import Draft202012Validator

from cases.library.nouns import nouns
from cases.library.reading import read
from cases.library.schemas import Validator, accepts, write_schemas
from cases.library.texts import markdown_problems
from cases.markdown import problems_in

FOLDER = settings.BASE_DIR / "docs" / "schemas"
NAMES = [noun.name for noun in nouns()]
STORY = next(noun for noun in nouns() if noun.name == "stories").schema()
BROKEN = [
    None,
    5,
    "",
    " ",
    [],
    {},
    [1],
    [None],
    {"x": 1},
    True,
    "x" * 5_000,
    ["a", "a"],
    [{"part": "lead"}],
    10**9,
    "a\n",
]


def test_it_is_up_to_date():
    call_command("library_schemas", check=True)


@pytest.mark.parametrize("name", NAMES)
def test_it_publishes_valid_schemas_with_titles(name):
    schema = json.loads((FOLDER / f"{name}.schema.json").read_text())

    Draft202012Validator.check_schema(schema)
    keys = schema.get("properties") or schema["items"]["properties"]
    assert schema["title"] == name
    assert [key for key, described in keys.items() if not described.get("title")] == []


def test_it_says_what_is_out_of_date(tmp_path, settings):
    settings.BASE_DIR = tmp_path

    with pytest.raises(
        CommandError, match=r"Out of date: policy-areas\.schema\.json, .*Run “manage.py library_schemas”"
    ):
        call_command("library_schemas", check=True)

    assert not (tmp_path / "docs").exists()


def test_it_writes_the_schemas(tmp_path):
    assert len(write_schemas(tmp_path)) == len(NAMES)
    assert write_schemas(tmp_path) == []


@pytest.mark.parametrize("file", sorted(settings.LIBRARY_DIR.rglob("*.yaml")), ids=lambda file: file.stem)
def test_it_accepts_the_library_with_any_validator(file):
    name = file.stem if file.parent == settings.LIBRARY_DIR else file.parent.name
    schema = json.loads((FOLDER / f"{name}.schema.json").read_text())
    value = read(file.read_bytes()).value

    assert [error.message for error in Draft202012Validator(schema).iter_errors(value)] == []


@pytest.mark.parametrize("key", STORY["properties"])
@pytest.mark.parametrize("broken", BROKEN, ids=lambda value: str(value)[:9])
def test_it_answers_fast_as_the_validator_does(key, broken):
    value = {"title": "A", "summary": "B", "result": "mixed", "depth": "full", key: broken}

    assert accepts(STORY)(value) == Validator(STORY).is_valid(value) == Draft202012Validator(STORY).is_valid(value)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "plain",
            "# head",
            "text\n===",
            "text\n-",
            "> text\n> ---",
            "* * *",
            "- - -",
            "    code",
            "- a\n\n      code",
        ),
        *(
            "```\nx\n```",
            "~~~\nx",
            "<b>",
            "[x](javascript:y)",
            "![x](y)",
            "[x]: data:y",
            "<x:y>",
            "\tcode",
            "- item\n- two",
        ),
        *(
            "**bold** and *soft*",
            "1. one\n2. two",
            "> quoted",
            "a - b",
            "a\u202eb",
            "---",
            "a\n--",
            "1.     code",
            "___",
        ),
    ],
)
def test_it_refuses_the_same_markdown_as_the_parser(text):
    assert markdown_problems(text) == problems_in(text)

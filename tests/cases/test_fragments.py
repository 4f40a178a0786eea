"""Pieces that are kept are what their components draw."""

import json

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from cases import fragments
from cases.shown import Option
from civic.gallery import EXAMPLES
from civic.specimens import LONG, UNBROKEN, card

PLAIN = ("result", "venn", "balance", "realm", "stance", "list_add")
HOSTILE = '<script>alert("1")</script> & “quotes”'


def contexts():
    """Every set of arguments of the gallery, of the components that are kept."""
    return [(e.name, dict(context)) for e in EXAMPLES if e.name in PLAIN for context in e.contexts]


@pytest.mark.parametrize(("name", "context"), contexts(), ids=str)
def test_it_draws_what_the_component_draws(name, context):
    template = f"_components/{name}.html"
    first, second = fragments.piece(template, context), fragments.piece(template, context)

    assert first == second == render_to_string(template, context)


def test_it_tells_a_safe_text_from_one_that_is_not():
    arguments = [{"slug": "a", "title": title} for title in ("<b>", mark_safe("<b>"))]

    pieces = [fragments.piece("_components/list_add.html", given) for given in arguments]

    assert [("&lt;b&gt;" in piece) for piece in pieces] == [True, False]


def test_it_tells_one_from_true():
    drawn = [str(fragments.piece("_components/balance.html", {"supports": 1, "wide": wide})) for wide in (0, False, 1)]

    assert (drawn[0] == drawn[1], drawn[1] == drawn[2]) == (True, False)


def an_option(label, count, selected=False):
    """A value of a facet."""
    return Option("a-value", label, count, selected, "/stories/")


@pytest.mark.parametrize("label", ["Failed", LONG, UNBROKEN, HOSTILE, "\ue000", ""])
@pytest.mark.parametrize("selected", [True, False])
@pytest.mark.parametrize("count", [0, 1, 2, 12345])
def test_it_draws_options_as_the_component_does(label, selected, count):
    option = an_option(label, count, selected)
    drawn = render_to_string("_components/option.html", {"option": option, "key": "result"})

    assert fragments.options([option, option], "result") == drawn + drawn


@pytest.mark.parametrize("marked", [None, mark_safe("a <mark>bus</mark>")])
@pytest.mark.parametrize("passage", [None, mark_safe("the <mark>night</mark> bus")])
@pytest.mark.parametrize("change", [{}, {"title": HOSTILE, "summary": HOSTILE}, {"summary": "\ue000"}, {"where": []}])
@pytest.mark.parametrize("note", [None, HOSTILE])
def test_it_draws_rows_as_the_component_does(marked, passage, change, note):
    shown = card(**change)
    raw = json.dumps(shown).encode()
    shown = {**json.loads(raw), "raw": raw, "marked": marked, "passage": passage}
    more = {"level": "2", "note": note, "listable": True}

    drawn = render_to_string("_components/story_row.html", {"card": shown, **more})

    assert fragments.story_row(shown, **more) == fragments.story_row(shown, **more) == drawn


def test_it_is_an_include_in_a_template():
    given = '{% kept "_components/result.html" with value=value only %}'

    shown = [Template(given).render(Context({"value": value})) for value in ("failed", "mixed", "failed")]

    assert shown[0] == shown[2] == render_to_string("_components/result.html", {"value": "failed"})
    assert shown[0] != shown[1]

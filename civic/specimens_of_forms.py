"""What the gallery shows the pieces of forms and of the learning audit with."""

from types import SimpleNamespace

from django import forms

from cases.spam import OpenForm
from civic.specimens import LONG, UNBROKEN, card, evidence, lesson
from lessons.audit.forms import StepForm
from lessons.audit.groups import Group
from lessons.audit.questionnaire import Asked, Section
from lessons.audit.tallies import Tally


class ABusForm(OpenForm):
    """A form that anybody may send."""

    purpose = "a bus"

    name = forms.CharField(label="What shall it be called?", help_text="Such as: The Tuesday bus.")
    why = forms.CharField(label=LONG, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    day = forms.ChoiceField(
        label="On which day?", choices=[("tue", "Tuesday"), ("wed", LONG)], widget=forms.RadioSelect
    )
    often = forms.BooleanField(label="Come every week", required=False)


def a_form(prefix: str, **sent) -> ABusForm:
    """The form, as it was sent where anything was."""
    return ABusForm({f"{prefix}-{name}": value for name, value in sent.items()} if sent else None, prefix=prefix)


def a_statement(slug: str, text: str, example: str | None = None, **sent) -> dict:
    """A row of a step of the audit."""
    section = Section("buses", "Buses", "Do the buses come?", (Asked(slug, text, False, "When did it last come?"),))
    data = {slug: sent["often"]} if "often" in sent else None
    return StepForm(section, {slug: ("often", example or "")}, data, examples=example is not None).rows[0]


def a_pick(why: str, alike=(), told=True, **changes):
    """A story that is recommended."""
    found = evidence("contradicts") if told else None
    if found:
        found.lesson = lesson("Ask drivers before you draw the routes.", 3)
    return SimpleNamespace(why=SimpleNamespace(label=why), card=card(**changes), alike=list(alike), evidence=found)


def a_group(mark: str, name: str = "Drivers") -> Group:
    """A group of three."""
    return Group(name, frozenset({1, 2, 3}), mark)


STRIPS = (
    {"tally": Tally((1, 2, 2.5)), "parts": []},
    {
        "tally": Tally((0.2, 1, 3.6)),
        "parts": [(a_group("a"), Tally((0.2,))), (a_group("b"), Tally((1.5,))), (a_group("c"), Tally((3.9,)))],
    },
    {"tally": Tally((3,)), "before": Tally((1,))},
    {"tally": Tally()},
)
STATEMENTS = (
    {"row": a_statement("bus-comes", "The bus comes on the day on which it is promised.")},
    {"row": a_statement("bus-full", f"{LONG}.", "Last winter."), "notes": False},
    {"row": a_statement("bus-noted", "Drivers are asked first."), "notes": True},
    {"row": a_statement("bus-wrong", UNBROKEN, often="daily")},
)
PICKS = (
    {"pick": a_pick("It failed", ["A council led it, too"])},
    {"pick": a_pick("It was done here", [LONG, LONG], title=LONG, where=[LONG])},
    {"pick": a_pick("It bears on the same element", told=False, where=[], years="")},
)
FIELDS = tuple(
    {"field": a_form(prefix, **sent)[name]}
    for prefix, sent in (("one", {}), ("two", {"why": "x"}))
    for name in ("name", "why", "day", "often")
)
FORMS = ({"form": a_form("three", why="x")}, {"form": a_form("four")})
GUARDS = ({"form": a_form("five")}, {"form": a_form("six", website="http://example.org")})

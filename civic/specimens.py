"""What the gallery shows components with: made-up records that stand on no row of the database."""

from datetime import UTC, datetime
from itertools import count
from types import SimpleNamespace

from django import forms
from django.templatetags.static import static
from django.test import RequestFactory
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cases.charts import measure_chart
from cases.choices import Result
from cases.facets import FACETS
from cases.models import Leader, Measure, Organisation, Source
from cases.pictures.showing import Figure
from cases.shown import FacetView, Option
from cases.telling.asked import Asked
from cases.telling.forms import TitleForm
from cases.telling.standing import Standing
from lessons.choices import RECORD_KINDS, ItemKind, Stance
from lessons.courses.asking import Asked as Choosing
from lessons.courses.pinning import blank
from lessons.models import Course, Item, Lesson
from lessons.options import options_of

NUMBERS = count(1)
MARK = lazy(static, str)("img/mark.svg")
IMAGE = lazy(format_html, SafeString)(
    '<picture><img src="{}" alt="Three circles that overlap." width="300" height="300"></picture>', MARK
)
LONG = "The partnership of councils, police forces, schools, charities and businesses of the whole upper valley"
UNBROKEN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

SOURCE = Source(pk=1, slug="a-source", title="How one town learned", year=1998)
LEADER = Leader(pk=1, slug="a-leader", name="Ada Okafor")
BODY = Organisation(pk=1, slug="a-body", name="Upper Valley Council")


def story(
    title="The library that moved into the bus", places=("Leeds",), years="1993–1998", result=Result.MIXED, **changes
):
    """What a row needs of a story."""
    where = [SimpleNamespace(name=name) for name in places]
    return SimpleNamespace(
        title=title,
        slug="a-story",
        years=years,
        result=result,
        places=SimpleNamespace(all=where),
        get_absolute_url="/stories/a-story/",
        **changes,
    )


def card(**changes):
    """A card as the index holds it."""
    usual = {
        "slug": "a-story",
        "title": "The library that moved into the bus",
        "where": ["Leeds, Yorkshire"],
        "years": "1993–1998",
        "kinds": ["council"],
        "depth": "full",
        "result": Result.SUCCEEDED,
        "zone": "political-managerial",
        "summary": "Readers in nine villages had no library. A bus came weekly; two villages now lend more.",
        "balance": {"supports": 3, "qualifies": 1, "contradicts": 0},
    }
    return usual | changes


def picture(**changes):
    """A picture as a page shows it."""
    usual = {
        "section": "lead",
        "image": IMAGE,
        "caption": "The sign of the library, on the side of the bus.",
        "credit": "Ada Okafor",
        "licence": "CC BY-SA 4.0",
        "licence_address": "https://creativecommons.org/licenses/by-sa/4.0/",
    }
    return Figure(**usual | changes)


def evidence(stance, strength="observed", **changes):
    """A piece of evidence."""
    usual = {
        "stance": stance,
        "get_stance_display": Stance(stance).label,
        "get_strength_display": strength.capitalize(),
        "what_happened": "Drivers were asked after the routes had been drawn, and two of them left.",
        "quotation": "",
        "story": story(),
        "source_id": 1,
        "source": SOURCE,
        "pinpoint": "“The second winter”, p. 42",
        "lesson": Lesson(slug="a-lesson", sentence="Ask drivers before you draw the routes."),
        "key": f"a-story/a-lesson/{stance}",
    }
    return SimpleNamespace(**usual | changes)


def lesson(sentence, supports, qualifies=0, contradicts=0):
    """A lesson with its balance."""
    found = Lesson(slug="a-lesson", sentence=sentence)
    found.supports, found.qualifies, found.contradicts = supports, qualifies, contradicts
    return found


def meeting(name="Ask first", lens="Four ways to listen", note="Both ask before they draw; one asks only drivers."):
    """An element that another meets."""
    element = SimpleNamespace(name=name, framework=SimpleNamespace(title=lens), get_absolute_url="/elements/ask-first/")
    return SimpleNamespace(element=element, note=note)


def measure(**changes):
    """A measure and its chart."""
    usual = {
        "indicator": "Books lent in a year",
        "kind": "outcome",
        "unit": "books",
        "better": "higher",
        "source": SOURCE,
    }
    shown = Measure(**usual | changes)
    return {"measure": shown, "chart": measure_chart(shown)}


def facet(key, labels, selected=()):
    """A facet with its values, the first the most frequent."""
    kind = next(facet for facet in FACETS if facet.key == key)
    options = [
        Option(f"{key}-{n}", label, len(labels) - n, label in selected, "/stories/", group="")
        for n, label in enumerate(labels)
    ]
    return {
        "view": FacetView(kind, options, [option for option in options if option.selected]),
        "more_url": "/stories/-/options/place/",
    }


def option(value, label, count, selected=False):
    """A value of a facet."""
    return {"option": Option(value, label, count, selected, "/stories/"), "key": "gallery"}


class SpecimenForm(forms.Form):
    """A form with a field of each shape."""

    email = forms.EmailField(label="E-mail address", help_text="We send a link there.")
    sure = forms.BooleanField(label="Keep me signed in on this device", help_text="For two weeks.")
    long = forms.CharField(label=LONG, required=False, help_text=LONG)


def form(name, data=None):
    """The form, empty or as somebody filled it in."""
    return SpecimenForm(data, auto_id=f"{name}-%s")


def page(number, pages):
    """A page of a plain list, and the request that asked for it."""
    shown = SimpleNamespace(
        number=number,
        paginator=SimpleNamespace(num_pages=pages),
        has_previous=number > 1,
        has_next=number < pages,
        previous_page_number=number - 1,
        next_page_number=number + 1,
    )
    return {"page": shown, "request": RequestFactory().get("/lessons/", {"q": "buses"})}


def asked(name="summary", typed="", form=TitleForm, **more):
    """A question of the form at /tell/, with what somebody typed."""
    sent = form({name: typed} if typed else None, auto_id=f"asked-{next(NUMBERS)}-%s")
    return Asked(sent[name], **more)


def standing(title="Held for a first look", takes="About a week."):
    """Where a told story stands."""
    return Standing(
        title,
        "You and 2 others who write it with you, and the editors of the library",
        "An editor has it, for a first look.",
        "The editor takes it to the desk, asks you something, or tells you why not. You get a mail.",
        takes,
    )


def course(title="Half a day with a bus", waiting=0):
    """A course with what its row shows."""
    found = Course(slug="a-course", title=title, summary="What people do in it, and why.", by="Ada Okafor", live=False)
    found.planned, found.session_count, found.waiting = 210, 3, waiting
    return found


ANSWERS = [
    {"text": "The drivers", "right": True, "feedback": "They know which streets flood."},
    {"text": UNBROKEN, "right": False, "feedback": "Not yet."},
    {"text": "The readers", "right": False},
]
"""Of a multiple choice."""


def choosing(*places):
    """A multiple choice of which somebody chose the answers at those places."""
    options = options_of(ANSWERS)
    return Choosing(options, frozenset(options[place].key for place in places), "Ask them before you buy the bus.")


def course_item(kind, **fields):
    """An item of a session."""
    pinned = blank(kind, "The library that moved into the bus") if kind in RECORD_KINDS else {}
    told = {"summary": "Readers had no library.", "what": "Drivers were asked.", "sentence": "Ask drivers first."}
    pinned = {**pinned, **{name: text for name, text in told.items() if name in pinned}}
    place = ItemKind.values.index(kind)
    return Item(pk=place, kind=kind, pinned=pinned, pinned_at=datetime(2026, 11, 22, tzinfo=UTC), **fields)

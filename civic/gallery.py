"""
The gallery: every component of templates/_components/ with the arguments that show what it can look like.

One, many, too long, with something missing. The browser checks what stands here for contrast, names and room.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from cases.choices import Realm, Result
from cases.models import Measure, Role
from cases.telling.forms import YearsForm, YouForm
from cases.telling.item_forms import BodyForm
from cases.telling.people_forms import SendForm
from cases.telling.picture_form import StoryPictureForm
from civic.specimens import (
    ANSWERS,
    BODY,
    LEADER,
    LONG,
    SOURCE,
    UNBROKEN,
    asked,
    card,
    choosing,
    course,
    course_item,
    evidence,
    facet,
    form,
    lesson,
    measure,
    meeting,
    option,
    page,
    picture,
    standing,
    story,
)
from civic.specimens_of_forms import FIELDS, FORMS, GUARDS, PICKS, STATEMENTS, STRIPS
from lessons.choices import Stance


@dataclass(frozen=True)
class Example:
    """A component with the sets of arguments that it is shown with."""

    name: str
    contexts: tuple[Mapping[str, Any], ...]
    within: str = "div"
    """What it stands in on a page: items of a list stand in a list."""

    @property
    def template(self) -> str:
        """The component's file."""
        return f"_components/{self.name}.html"

    def shown(self) -> list[SafeString]:
        """The component with each set of arguments, and nothing else in its context."""
        return [render_to_string(self.template, dict(context), context.get("request")) for context in self.contexts]


EXAMPLES = [
    Example("all_stories", ({"shown": 20, "total": 1204, "url": "#"}, {"shown": 3, "total": 3, "url": "#"})),
    Example("audit_mark", ({"mark": ""}, *({"mark": mark} for mark in "abcd")), within="svg"),
    Example("audit_statement", STATEMENTS),
    Example("audit_strip", STRIPS),
    Example(
        "balance",
        (
            {"supports": 1},
            {"supports": 6, "qualifies": 1, "contradicts": 2},
            {"contradicts": 1},
            {"supports": 140, "qualifies": 2},
            {"supports": 6, "qualifies": 2, "contradicts": 2, "wide": True},
            {},
        ),
    ),
    Example(
        "cast_member",
        (
            {
                "role": Role(
                    leader=LEADER,
                    job_title="Driver",
                    organisation=BODY,
                    realm="managerial",
                    part="piloted",
                    note="Drew the second set of routes with the readers.",
                )
            },
            {"role": Role(group="The readers", realm="community", part="took-part")},
            {
                "role": Role(
                    group=LONG,
                    job_title=LONG,
                    organisation=BODY,
                    realm="political",
                    part="made-room",
                    note=LONG,
                )
            },
        ),
        within="ul",
    ),
    Example("answers", ({"item": course_item("choice", options=ANSWERS, answer=LONG)},)),
    Example(
        "choice",
        tuple(
            {"asked": choosing(*places), "question": "Whom first?", "prefix": f"g{number}"}
            for number, places in enumerate([(), (0,), (1,)])
        ),
    ),
    Example("chip", ({"label": "Failed", "url": "/stories/"}, {"label": LONG, "url": "/stories/"})),
    Example(
        "citation",
        (
            {"cited": measure()["measure"]},
            {"cited": Measure(source=SOURCE, section="The second winter", page="42–44")},
            {"cited": Measure(source=SOURCE, section="The second winter", page="42–44"), "short": True},
            {"cited": Measure()},
        ),
    ),
    Example("error_summary", FORMS),
    Example(
        "course_add",
        (
            {"kind": "story", "names": "a-story", "title": "The library that moved into the bus"},
            {"kind": "evidence", "names": "a-story/a-lesson/supports", "title": LONG, "short": True},
        ),
    ),
    Example(
        "course_item",
        (
            {"item": course_item("story", minutes=20, for_participants="You drive the bus."), "begins": 0},
            {"item": course_item("evidence", minutes=5, for_facilitator="Wait."), "begins": 20, "teaching": True},
            {"item": course_item("question", text=f"{LONG}?", minutes=10), "begins": 25},
            {"item": course_item("activity", title="Four chairs", text="Sit.", material="Chairs"), "begins": 35},
            {"item": course_item("choice", text="Whom first?", options=ANSWERS), "begins": 45, "teaching": True},
            {"item": course_item("open", text="And then?", answer=LONG, minutes=5), "begins": 50, "teaching": True},
            {"item": course_item("reading", title=UNBROKEN, address="https://example.org/report"), "begins": 95},
        ),
        within="ol",
    ),
    Example("course_row", ({"course": course()}, {"course": course(LONG, 3), "own": True, "level": 3})),
    Example(
        "evidence",
        (
            {"item": evidence("supports")},
            {"item": evidence("qualifies", "measured", quotation="It came on Tuesdays, and then it came on no day.")},
            {"item": evidence("supports"), "lesson": lesson("Ask drivers before you draw the routes.", 3)},
            {
                "item": evidence(
                    "supports", story=story(retired_on=date(2028, 5, 9), retired_because="It was a rumour.")
                )
            },
            {
                "item": evidence(
                    "contradicts",
                    "claimed",
                    story=story(LONG, (), "", Result.NOT_STATED),
                    what_happened=f"{LONG}. " * 4,
                )
            },
        ),
    ),
    Example(
        "facet",
        (
            facet("level", ["Individual", "Organisational", "Systemic"]),
            facet("driver", ["Policy", "The profession"], selected=["Policy"]),
            facet("place", [f"{LONG} {n}" if n == 2 else f"Place {n}" for n in range(40)], selected=["Place 1"]),
            facet("tag", []),
        ),
    ),
    Example("form_errors", ({"form": form("nothing")}, {"form": form("errors", {"email": "ada"})})),
    Example("form_field", FIELDS),
    Example("guard", GUARDS),
    Example(
        "lesson_row",
        (
            {"lesson": lesson("Ask drivers before you draw the routes.", 3, 1, 2)},
            {"lesson": lesson(LONG, 0)},
        ),
    ),
    Example(
        "list_add",
        ({"slug": "a-story", "title": "The library that moved into the bus"}, {"slug": "another", "title": LONG}),
    ),
    Example("list_pages", (page(1, 3), page(2, 3), page(1, 1))),
    Example("mark", ({},)),
    Example(
        "meeting",
        (
            {"meeting": meeting(), "lens": True},
            {"meeting": meeting()},
            {"meeting": meeting(name=LONG, lens=LONG, note=f"{LONG}. " * 3), "lens": True},
        ),
    ),
    Example(
        "measure",
        (
            measure(
                baseline="900",
                target="1500",
                result="about 1300",
                period="1993 to 1998",
                note="The bus only.",
            ),
            measure(result="more than 95", unit="per cent", target="80"),
            measure(indicator=LONG, result="30 to 40", comparator=LONG, comparator_figure="35", better=""),
            measure(kind="output", result="3.8", unit="£ million"),
            measure(indicator="Readers who came back", unit=""),
        ),
    ),
    Example(
        "notice",
        (
            {"text": "The address asks for something that this library does not know: colour=green."},
            {"text": "This is a preview of a draft. Readers do not see it.", "tone": "warning"},
            {"text": UNBROKEN},
        ),
    ),
    Example(
        "offer",
        (
            {
                "offer": {"name": "story/one", "title": "One", "meta": "Kirklees"},
                "chosen": (),
                "several": True,
                "prefix": "a",
            },
            {
                "offer": {"name": "story/two", "title": LONG, "kind": "Story"},
                "chosen": ("story/two",),
                "several": True,
                "prefix": "b",
            },
            {
                "offer": {"name": "story/three", "title": UNBROKEN},
                "chosen": (),
                "several": False,
                "prefix": "c",
                "inner": True,
            },
        ),
        within="ul",
    ),
    Example(
        "option",
        (
            option("one", "Failed", 2),
            option("chosen", "Mixed", 0, selected=True),
            option("long", LONG, 1234),
            option("word", UNBROKEN, 1),
        ),
        within="ul",
    ),
    Example(
        "pagination",
        (
            {"number": 1, "pages": 5, "next": "?page=2"},
            {"number": 3, "pages": 5, "previous": "?page=2", "next": "?page=4"},
            {"number": 5, "pages": 5, "previous": "?page=4"},
            {"number": 1, "pages": 1},
        ),
    ),
    Example("realm", tuple({"value": realm.value} for realm in Realm)),
    Example("recommended", PICKS),
    Example("result", tuple({"value": result.value} for result in Result)),
    Example("stance", tuple({"value": stance.value, "label": stance.label} for stance in Stance)),
    Example(
        "story_line",
        (
            {"story": story()},
            {"story": story(LONG, ("Leeds", "York"), "1993", Result.FAILED), "note": "Lead"},
            {"story": story(places=(), years="", result=Result.TOO_EARLY)},
        ),
    ),
    Example(
        "story_picture",
        (
            {"figure": picture()},
            {"figure": picture(caption="", credit=LONG, licence="With permission", licence_address="", words=LONG)},
            {"figure": picture(caption=f"{LONG}. " * 3)},
        ),
    ),
    Example(
        "story_row",
        (
            {"card": card()},
            {
                "card": card(
                    title=LONG,
                    where=["Leeds", "York"],
                    result=Result.FAILED,
                    zone="political-managerial-community",
                ),
                "level": 3,
                "why": "Shares 3 lessons with this story",
            },
            {"card": card(slug="noted"), "note": "It shows what a second winter asks of drivers.", "listable": True},
            {
                "card": card(
                    where=[],
                    years="",
                    kinds=[],
                    depth="mention",
                    zone="",
                    result=Result.NOT_STATED,
                    balance={},
                )
            },
            {"card": card(summary=UNBROKEN, passage="a passage that holds the searched words", result=Result.MIXED)},
        ),
    ),
    Example(
        "tell_errors",
        (
            {"fields": [asked(typed="x" * 301)], "whole": ["This page was open for more than two days."]},
            {"fields": [asked("title", UNBROKEN)], "whole": []},
        ),
    ),
    Example(
        "tell_field",
        (
            {"asked": asked(example="Nine villages had no library. A bus came weekly; two lend more.")},
            {"asked": asked("title", LONG * 2, remark=LONG, example=LONG)},
            {"asked": asked("kind", form=YouForm)},
            {"asked": asked("year_from", "199", form=YearsForm)},
            {"asked": asked("agreed", form=SendForm)},
            {"asked": asked("file", form=StoryPictureForm)},
        ),
    ),
    Example("tell_record", ({"asked": asked("organisation", form=BodyForm)},)),
    Example("tell_standing", ({"standing": standing()}, {"standing": standing(LONG, LONG * 3), "whole": True})),
    Example(
        "venn",
        (
            {"zone": ""},
            {"zone": "political"},
            {"zone": "managerial-community"},
            {"zone": "political-managerial-community", "big": True},
        ),
    ),
]

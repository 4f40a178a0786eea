"""The part of the gallery that shows what people do something with: forms, told stories, courses, the learning audit."""

from cases.telling.forms import YearsForm, YouForm
from cases.telling.item_forms import BodyForm
from cases.telling.people_forms import SendForm
from cases.telling.picture_form import StoryPictureForm
from civic.example import Example
from civic.specimens import (
    ANSWERS,
    LONG,
    UNBROKEN,
    asked,
    choosing,
    course,
    course_item,
    form,
    standing,
)
from civic.specimens_of_forms import FIELDS, FORMS, GUARDS, PICKS, STATEMENTS, STRIPS

DOING = [
    Example("audit_mark", ({"mark": ""}, *({"mark": mark} for mark in "abcd")), within="svg"),
    Example("audit_statement", STATEMENTS),
    Example("audit_strip", STRIPS),
    Example("answers", ({"item": course_item("choice", options=ANSWERS, answer=LONG)},)),
    Example(
        "choice",
        tuple(
            {"asked": choosing(*places), "question": "Whom first?", "prefix": f"g{number}"}
            for number, places in enumerate([(), (0,), (1,)])
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
    Example("form_errors", ({"form": form("nothing")}, {"form": form("errors", {"email": "ada"})})),
    Example("form_field", FIELDS),
    Example("guard", GUARDS),
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
    Example("recommended", PICKS),
    Example(
        "tell_errors",
        ({"fields": [asked(typed="x" * 301)], "whole": ["This page was open for more than two days."]},),
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
]

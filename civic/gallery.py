"""
The gallery: every component of templates/_components/ with the arguments that show what it can look like.

One, many, too long, with something missing. The browser checks what stands here for contrast, names and room.
"""

from datetime import date

from cases.choices import Realm, Result
from cases.models import Measure, Role
from civic.example import Example
from civic.gallery_of_doing import DOING
from civic.specimens import (
    BODY,
    LEADER,
    LONG,
    SOURCE,
    UNBROKEN,
    card,
    evidence,
    facet,
    lesson,
    measure,
    meeting,
    option,
    page,
    picture,
    story,
)
from lessons.choices import Stance

LOOKING = [
    Example("all_stories", ({"shown": 20, "total": 1204, "url": "#"}, {"shown": 3, "total": 3, "url": "#"})),
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
    Example(
        "evidence",
        (
            {"item": evidence("supports")},
            {"item": evidence("qualifies", "measured", quotation="It came on Tuesdays, and then it came on no day.")},
            {"item": evidence("supports"), "lesson": lesson("Ask drivers before you draw the routes.", 3)},
            {
                "item": evidence(
                    "supports", story=story(retired_on=date(2028, 5, 9), retired_because="It was a rumour.")
                ),
                "lesson": lesson("Ask whoever drives the bus.", 3),
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
        "venn",
        (
            {"zone": ""},
            {"zone": "political"},
            {"zone": "managerial-community"},
            {"zone": "political-managerial-community", "big": True},
        ),
    ),
]

EXAMPLES = sorted([*LOOKING, *DOING], key=lambda example: example.name)

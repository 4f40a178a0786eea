"""
Would it work here? Each story answers with what is alike and what differs between its place and the reader's, and what is not told.

The two lists are never added up: which difference matters is for the reader to judge. Only what the reader has set is compared, and the
stories stand in the finder's order. All of it is read from the cards of the index.
"""

from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.addresses import finder_url
from cases.choices import Level, PlaceKind
from cases.explore.exploration import Exploration
from cases.explore.mandate import of_mandate
from cases.explore.reader import BODIES, BOUNDS, PLACES, PREFIX, SETTINGS, Reader
from cases.facets import joined

EXAMPLE = {"body": "council", "place": "borough", "setting": "urban", "level": "organisational", "mandate": "elected"}
WIDE = (PlaceKind.REGION, PlaceKind.NATION)
"""A place inside one of these is not like it for that."""


@dataclass
class Answer:
    """A story (its card) beside the reader's place."""

    card: dict
    alike: list[str] = field(default_factory=list)
    differs: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)


def would_it_work(exploration: Exploration) -> dict:
    """The form, and the stories of this page with their answers; where nothing is set, an example."""
    reader = Reader(exploration.state.view)
    said = reader.said
    example = next(exploration.cards(most=1), None) if not said else None
    return {
        "reader": reader,
        "said": said,
        "answers": [answer(card, said) for card in exploration.results] if said else [],
        "example": answer(example, EXAMPLE) if example else None,
        "example_url": finder_url({f"{PREFIX}-{name}": value for name, value in EXAMPLE.items()}, exploration.address),
    }


def answer(card: dict, said: dict[str, str]) -> Answer:
    """What the story says to each thing that is set."""
    found = Answer(card)
    for name, value in said.items():
        COMPARED[name](found, value)
    return found


def of_body(found: Answer, mine: str) -> None:
    """The kinds of body that led; a body that only took part is said, and does not make the two alike."""
    led = found.card["kinds"]
    took_part = mine in dict(found.card["values"]["orgkind"])
    words = {"mine": BODIES[mine], "led": joined([BODIES[kind] for kind in led], _("and"))}
    if mine in led:
        found.alike.append(capfirst(_("%(mine)s led it, too") % words))
    elif led and took_part:
        found.differs.append(capfirst(_("%(led)s led it; %(mine)s took part") % words))
    elif led:
        found.differs.append(capfirst(_("%(led)s led it, not %(mine)s") % words))
    else:
        found.untold.append(
            _("which body led it (%(mine)s took part)") % words if took_part else _("which body led it")
        )


def of_place(found: Answer, mine: str) -> None:
    """The kinds of its places, and of the places around them."""
    own = [(name, kind) for name, kind, *_rest in found.card["here"]]
    inside = [(name, kind) for name, kind in found.card["around"] if kind not in WIDE]
    words = {"mine": PLACES[mine]}
    if same := [name for name, kind in own if kind == mine]:
        found.alike.append(_("It happened in %(mine)s, too: %(names)s") % {**words, "names": joined(same, _("and"))})
    elif same := [name for name, kind in inside if kind == mine]:
        found.alike.append(_("It happened inside %(mine)s: %(names)s") % {**words, "names": same[0]})
    elif own:
        named = {PLACES[kind]: [name for name, other in own if other == kind] for _name, kind in own}
        others = joined([f"{kind} ({', '.join(names)})" for kind, names in named.items()], _("and"))
        found.differs.append(_("It happened in %(others)s, not in %(mine)s") % {**words, "others": others})
    else:
        found.untold.append(_("where it happened"))


def of_setting(found: Answer, mine: str) -> None:
    """Town or country, where that is known of any of its places."""
    known = list(dict.fromkeys(setting for _name, _kind, setting, *_rest in found.card["here"] if setting))
    words = {"mine": SETTINGS[mine], "others": joined([SETTINGS[setting] for setting in known], _("and"))}
    if mine in known:
        found.alike.append(_("The place is %(mine)s, too") % words)
    elif known:
        found.differs.append(_("The place is %(others)s, not %(mine)s") % words)
    else:
        found.untold.append(_("whether the place is urban or rural"))


def of_country(found: Answer, mine: str) -> None:
    """The countries of its places."""
    known = dict(found.card["values"]["country"])
    if mine in known:
        found.alike.append(_("The same country: %s") % known[mine])
    elif known:
        found.differs.append(_("Another country: %s") % joined(list(known.values()), _("and")))
    else:
        found.untold.append(_("the country"))


def of_size(found: Answer, mine: str) -> None:
    """How many people live in its places, as far as sources say."""
    least, most = BOUNDS[mine]
    known = [(name, people, year) for name, _kind, _setting, people, year in found.card["here"] if people]
    for name, people, year in known:
        words = {"name": name, "people": f"{people:,}", "when": f" ({year})" if year else ""}
        if people < least:
            found.differs.append(_("%(name)s was smaller: %(people)s people%(when)s") % words)
        elif people >= most:
            found.differs.append(_("%(name)s was larger: %(people)s people%(when)s") % words)
        else:
            found.alike.append(_("%(name)s had about as many people: %(people)s%(when)s") % words)
    if not known:
        found.untold.append(_("how many people live there"))


def of_level(found: Answer, mine: str) -> None:
    """How far the change reached."""
    known = [Level(value) for value, _label in found.card["values"]["level"]]
    words = {"mine": str(Level(mine).label).lower(), "theirs": "".join(str(level.label).lower() for level in known)}
    if mine in known:
        found.alike.append(_("The change was %(mine)s, too") % words)
    elif known:
        found.differs.append(_("The change was %(theirs)s, not %(mine)s") % words)
    else:
        found.untold.append(_("how far the change reached"))


COMPARED = {
    "body": of_body,
    "place": of_place,
    "setting": of_setting,
    "country": of_country,
    "size": of_size,
    "level": of_level,
    "mandate": of_mandate,
}

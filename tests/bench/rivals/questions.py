"""The questions that everybody is asked: the first twenty stories of a state, how many there are, and the counts beside the filters."""

from dataclasses import asdict, dataclass

from cases.finder import Finder


@dataclass(frozen=True)
class Question:
    """A state of the finder."""

    name: str
    address: str
    words: str = ""
    policy: str = ""
    result: str = ""
    depth: str = ""


def questions(addresses: dict[str, str], finder: Finder, rare: str, common: str) -> list[Question]:
    """The questions, in values of this library."""
    card = next(card for card in finder.cards(most=500) if card["values"]["policy"])
    policy, result, depth = (card["values"][key][0][0] for key in ("policy", "result", "depth"))
    frequent = max((counts := finder.counted("policy").as_dict()), key=counts.get)
    return [
        Question("no filter", addresses["finder"]),
        Question("1 filter", addresses["finder, 1 filter"], policy=frequent),
        Question("3 filters", addresses["finder, 3 filters"], policy=policy, result=result, depth=depth),
        Question("a rare word", addresses["finder, a rare word"], words=rare),
        Question("a common word", addresses["finder, a common word"], words=common),
    ]


def as_dicts(asked: list[Question]) -> list[dict]:
    """The questions, to be handed to another process."""
    return [asdict(question) for question in asked]

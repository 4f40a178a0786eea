"""How much room words take, so that no slide is overfull: measured with the letters of a real typeface."""

import re
from functools import cache, lru_cache

from PIL import ImageFont

from lessons.courses.documents.words import Block, Run

TALL = 1.22
"""Height of a line, of the size of the type."""
SAFE = 1.06
"""Other typefaces are a little wider than the one that is measured with."""
INDENT = 24
"""Points by which a point of a list stands in."""


@cache
def letters():
    """The typeface, which Pillow brings along."""
    return ImageFont.load_default(size=100)


@lru_cache(maxsize=20_000)
def share_of(word: str) -> float:
    """The width of a word, of the size of the type."""
    return letters().getlength(word) / 100 * SAFE


def width_of(word: str, size: float) -> float:
    """The width of a word in points."""
    return share_of(word) * size


def lines_of(text: str, size: float, room: float) -> int:
    """Into how many lines the text breaks where there is so much room, in points."""
    lines, used, blank = 1, 0.0, width_of(" ", size)
    for word in text.split():
        width = width_of(word, size)
        if used and used + blank + width > room:
            lines, used = lines + 1, 0.0
        # A word that is longer than a line is broken.
        lines += int((used + width) // room) if width > room else 0
        used = width % room if width > room else used + (blank if used else 0) + width
    return lines


def height_of(blocks: list[Block], size: float, room: float) -> float:
    """The height of the blocks in points, with half a line between them."""
    lines = sum(lines_of(block.text, size, room - INDENT * block.level) for block in blocks)
    return (lines + 0.5 * max(len(blocks) - 1, 0)) * size * TALL


def split(blocks: list[Block], size: float, room: float, most: float) -> list[list[Block]]:
    """The blocks in groups that each take no more height than `most`; a block that takes more by itself is cut between sentences."""
    groups: list[list[Block]] = []
    for block in (piece for whole in blocks for piece in _pieces(whole, size, room, most)):
        if groups and height_of([*groups[-1], block], size, room) <= most:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _pieces(block: Block, size: float, room: float, most: float) -> list[Block]:
    if height_of([block], size, room) <= most:
        return [block]
    found: list[list[Run]] = [[]]
    for run in block.runs:
        for text in re.findall(r"\S+\s*|\s+", run.text):
            grown = [*found[-1], Run(text, run.bold, run.italic, run.link)]
            if found[-1] and height_of([Block(grown, block.level)], size, room) > most:
                kept, over = _at_sentence(found[-1])
                found[-1:] = [kept, [*over, grown[-1]]]
            else:
                found[-1] = grown
    return [Block(_joined(runs), block.level, block.numbered, block.quoted) for runs in found]


def _at_sentence(runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """The words up to the end of the last whole sentence, and those after it; all of them where there is no such end."""
    ends = [place for place, run in enumerate(runs) if re.search(r"[.!?]”?\s*$", run.text)]
    at = ends[-1] + 1 if ends and ends[-1] >= len(runs) // 3 else len(runs)
    return runs[:at], runs[at:]


def _joined(runs: list[Run]) -> list[Run]:
    """Neighbours that look the same as one run."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and (last.bold, last.italic, last.link) == (run.bold, run.italic, run.link):
            found[-1] = Run(last.text + run.text, run.bold, run.italic, run.link)
        else:
            found.append(run)
    return found

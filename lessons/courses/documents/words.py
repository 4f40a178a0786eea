"""Narrative for documents: the paragraphs, points and quotations of a Markdown text, each as runs of words."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cases.markdown import PARSER, SAFE_TARGET


@dataclass(frozen=True)
class Run:
    """Words that look the same."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass
class Block:
    """A paragraph, a point of a list (from level 1) or a quotation."""

    runs: list[Run] = field(default_factory=list)
    level: int = 0
    numbered: bool = False
    quoted: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


def blocks_of(text: str) -> list[Block]:
    """The blocks of a Markdown text."""
    found, lists, quotes = [], [], 0
    for token in PARSER.parse(text or ""):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append(token.type == "ordered_list_open")
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif token.type in {"blockquote_open", "blockquote_close"}:
            quotes += 1 if token.type == "blockquote_open" else -1
        elif token.type == "inline":
            runs = list(_runs(token.children or []))
            found.append(Block(runs, len(lists), bool(lists and lists[-1]), bool(quotes)))
    return found


def _runs(tokens) -> Iterator[Run]:
    bold = italic = 0
    link = ""
    for token in tokens:
        if token.type in {"strong_open", "strong_close"}:
            bold += 1 if token.type == "strong_open" else -1
        elif token.type in {"em_open", "em_close"}:
            italic += 1 if token.type == "em_open" else -1
        elif token.type == "link_open":
            target = str(token.attrs.get("href", ""))
            link = target if SAFE_TARGET.match(target) else ""
        elif token.type == "link_close":
            link = ""
        elif token.type in {"softbreak", "hardbreak"}:
            yield Run(" ")
        elif token.content:
            yield Run(token.content, bold > 0, italic > 0, link)

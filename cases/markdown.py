"""
Narrative is CommonMark without HTML: paragraphs, lists, emphasis, links and quotations.

Two locks: `validate_markdown` refuses a hostile text when it comes in, and `render` sanitises what goes out.
"""

import re
from bisect import bisect_left

import nh3
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

ALLOWED_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "br"}
ALLOWED_BLOCKS = "paragraphs, lists, emphasis, links and quotations"
PARSER = MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline", "image"])
SANITISER = nh3.Cleaner(
    tags=ALLOWED_TAGS,
    attributes={"a": {"href"}, "ol": {"start"}},
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener",
)
REFUSED_TOKENS = {"heading_open": "a heading", "fence": "a code block", "code_block": "a code block", "hr": "a rule"}
LINK_TARGET = re.compile(
    r"\]\(\s*<?\s*([^)\s>]+)|<([a-zA-Z][a-zA-Z0-9+.-]*:[^>\s]*)>|^ {0,3}\[[^\]]+\]:\s*<?(\S+)", re.M
)
SAFE_TARGET = re.compile(r"(https?://|mailto:|/(?!/)|#)", re.I)
HTML_TAG = re.compile(r"<\s*[/!?a-zA-Z][^<]*>?")
BLANK_LINES = re.compile(r"\n[ \t]*\n")
SIGNS = re.compile(r"[\\`*_\[\]<>&]|^(?: {4}|[ \t]*(?:\t|[-+#=~>]|\d+[.)]))", re.M)
"""What may be Markdown; a text without it is words alone."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def problems_in(text: str) -> list[tuple[int, str]]:
    """What would keep `text` out of the library: pairs of a line (from 1) and what is wrong and what would be right."""
    found = []
    ends = [match.start() for match in re.finditer("\n", text)]

    def add(position: int, message: str) -> None:
        found.append((bisect_left(ends, position) + 1, message))

    for match in CONTROL.finditer(text):
        add(match.start(), f"The control character U+{ord(match.group()):04X} does not belong in a text. Delete it.")
    for match in LINK_TARGET.finditer(text):
        target = next(part for part in match.groups() if part)
        if not SAFE_TARGET.match(target):
            add(
                match.start(),
                f"The link target “{target}” is refused. Link to https://…, mailto:… or an address that starts with /.",
            )
    for match in HTML_TAG.finditer(text):
        if not re.match(r"<(https?://|mailto:)", match.group(), re.I):
            add(match.start(), f"HTML such as “{match.group()[:40]}” is refused. Use Markdown: {ALLOWED_BLOCKS}.")
    for token in PARSER.parse(text):
        if token.type in REFUSED_TOKENS:
            line = token.map[0] + 1 if token.map else 1
            found.append((line, f"This is {REFUSED_TOKENS[token.type]}. A section holds {ALLOWED_BLOCKS}."))
    return sorted(set(found))


def validate_markdown(text: str) -> None:
    """Refuse text that is not plain CommonMark or that hides a script."""
    if found := problems_in(text):
        raise ValidationError([f"Line {line}: {message}" for line, message in found], code="markdown")


def render(text: str) -> SafeString:
    """The narrative as safe HTML."""
    return mark_safe(SANITISER.clean(PARSER.render(text)))


def readable(text: str) -> str:
    """The text without what no feed may hold (control characters) and without what would turn a sentence around."""
    return CONTROL.sub("", text).strip()


def plain(text: str) -> str:
    """The narrative as one line of words, for search and feeds."""
    if "]:" in text:
        return _words_of(text)
    # A paragraph without any sign of Markdown reads as it stands; parsing it would say the same, a hundred times as slowly.
    blocks = BLANK_LINES.split(text)
    return " ".join(
        words for block in blocks if (words := _words_of(block) if SIGNS.search(block) else " ".join(block.split()))
    )


def _words_of(text: str) -> str:
    """The words of Markdown that has signs in it."""
    pieces = []
    for block in PARSER.parse(text):
        for token in block.children or [block]:
            pieces.append(" " if token.type in {"softbreak", "hardbreak"} else token.content)
        pieces.append(" ")
    return " ".join("".join(pieces).split())

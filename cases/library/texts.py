"""Texts of the library: how they are tidied, and what keeps them out."""

import re
from collections.abc import Iterator

from cases.markdown import CONTROL, problems_in

REFUSED = re.compile(f"{CONTROL.pattern}|[\ud800-\udfff]")
MAY_BE_REFUSED = re.compile(r"[<\[#`~=\t]|    |[-*_] *[-*_] *[-*_]|^[ >]*-+ *$", re.M)
"""What every link, every piece of HTML and every refused block of Markdown has at least one of."""


def tidied(text: str) -> str:
    """The text with Unix line ends and without blanks and empty lines at its end."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.rstrip()


def control_characters(text: str) -> Iterator[tuple[int, str]]:
    """The line of each control character in `text`, and what to do about it."""
    line, counted = 1, 0
    for match in REFUSED.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        yield line, f"The control character U+{ord(match.group()):04X} does not belong in a text. Delete it."


def markdown_problems(text: str) -> list[tuple[int, str]]:
    """
    The same as `cases.markdown.problems_in`, without parsing a text that can hold nothing refused (ten
    times faster).
    """
    if MAY_BE_REFUSED.search(text):
        return problems_in(text)
    return list(control_characters(text))

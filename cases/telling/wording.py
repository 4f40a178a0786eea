"""From words as people type them to words as the library keeps them: narrative without headings or code, figures without signs."""

import re

LONG_INDENT = re.compile(r"^(?: {4,}|[ ]*\t[ \t]*)", re.M)
HEADING = re.compile(r"^( {0,3})(#{1,6})(?=\s|$)", re.M)
UNDERLINE = re.compile(r"^( {0,3})(=+|-+|(?:[-*_][ \t]*){3,})[ \t]*$", re.M)
LESS_THAN = re.compile(r"<(?=\s)")
FENCE = re.compile(r"^( {0,3})(`{3,}|~{3,})", re.M)

SIGNS = {"£": "£", "$": "$", "€": "€"}
THOUSANDS = re.compile(r"(?<=\d)[,\u202f\u00a0 '’](?=\d{3}(?!\d))")
BETWEEN = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")
SPELT = {
    "approximately": "about",
    "approx.": "about",
    "approx": "about",
    "around": "about",
    "circa": "about",
    "ca.": "about",
    "c.": "about",
    "roughly": "about",
    "some": "about",
    "fewer than": "less than",
    "below": "under",
    "above": "over",
    "at most": "up to",
}
MULTIPLES = ("million", "billion", "thousand")


def as_markdown(text: str) -> str:
    """The text so that it reads as it was typed: nothing in it turns into a heading, a rule or a block of code by accident."""
    text = LONG_INDENT.sub("", text)
    text = HEADING.sub(r"\1\\\2", text)
    text = UNDERLINE.sub(r"\1\\\2", text)
    text = FENCE.sub(r"\1\\\2", text)
    return LESS_THAN.sub("&lt;", text)


def as_figure(text: str) -> tuple[str, str]:
    """
    The figure in what somebody typed, and what it says of the unit: (“about 80”, “per cent”) of “around 80 %”.

    It is not checked; a text without any number comes back as it is.
    """
    text, unit = " ".join(text.split()), ""
    for sign in SIGNS:
        if sign in text:
            text, unit = text.replace(sign, ""), sign
    text = BETWEEN.sub(" to ", THOUSANDS.sub("", text))
    lowered = text.casefold()
    for typed, hedge in SPELT.items():
        if lowered.startswith(f"{typed} "):
            text = f"{hedge} {text[len(typed) + 1 :]}"
            break
    if match := re.fullmatch(rf"(.*\d)\s*(%|per ?cent|{'|'.join(MULTIPLES)})", text, re.I):
        text, word = match[1], match[2].casefold()
        unit = f"{unit} {word}".strip() if word in MULTIPLES else "per cent"
    return _with_small_hedge(text.strip()), unit


def _with_small_hedge(text: str) -> str:
    """“About 80” as “about 80”."""
    return text[:1].lower() + text[1:] if text[:1].isalpha() else text

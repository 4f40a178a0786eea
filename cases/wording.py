"""How lists, labels and names read inside a sentence."""

import re
from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext

WITH_ARTICLE = re.compile(
    r"""^(United\ |Isle\ of\ |Democratic\ Republic\ )
      | ^(Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines)\b
      | \ (Islands|Republic|Territory|Territories)$""",
    re.VERBOSE,
)
"""English names of countries, as the list of countries has them, and of places: in the United Kingdom, but in Portugal."""

REMARK = re.compile(r" \((The|Malvinas)\)$")
"""What the list of countries says behind a name."""


def in_sentence(name: str) -> str:
    """The name as it stands behind “in”; a larger place behind a comma does not count."""
    name = REMARK.sub("", name)
    return gettext("the %s") % name if WITH_ARTICLE.search(name.partition(",")[0]) else name


def either(parts: Sequence[str]) -> str:
    """The parts as a choice: a, b or c."""
    return joined(parts, gettext("or"))


def joined(parts: Sequence[str], word: str) -> str:
    """The parts as a list with `word` before the last."""
    parts = [str(part) for part in parts]
    return " ".join([", ".join(parts[:-1]), word, parts[-1]]) if len(parts) > 1 else "".join(parts)


def uncapitalised(text: str) -> str:
    """The label as it stands inside a sentence; an acronym or a name of two capitals stays."""
    text = str(text)
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def alike(text: str | Promise) -> tuple[str | Promise, str | Promise]:
    """A phrase that reads the same after one story and after several."""
    return text, text

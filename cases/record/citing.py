"""
How to cite a story: in words, as BibTeX, as RIS and as CSL-JSON. Each names the version, whose address stays.

Who wrote it is known where somebody is named in its credits; otherwise the library answers for it.
"""

import re
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from cases.addresses import absolute
from cases.extensions import extensions
from cases.markdown import readable
from cases.models import Story

LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
"""The signs that BibTeX would take for something else."""


@dataclass(frozen=True)
class Cited:
    """A version of a story as others cite it."""

    slug: str
    title: str
    authors: tuple[str, ...]
    number: int
    day: date | None
    """When the version was published."""
    summary: str = ""

    @property
    def library(self) -> str:
        """What publishes it."""
        return settings.WAGTAIL_SITE_NAME

    @property
    def url(self) -> str:
        """The address of the version, which stays."""
        return absolute(reverse("story-version", args=[self.slug, self.number]))

    @property
    def key(self) -> str:
        """A name for lists of references."""
        return f"{self.slug}-v{self.number}"

    @property
    def text(self) -> str:
        """The reference in a line of words."""
        by = f"{joined(self.authors)}. " if self.authors else ""
        end = "" if self.title[-1:] in "?!." else "."
        facts = [self.library, gettext("version %d") % self.number]
        if self.day:
            facts.append(date_format(self.day, "j F Y"))
        return f"{by}“{self.title}{end}” {', '.join(facts)}. {self.url}"


def cited_as(story: Story, number: int = 0, day: date | None = None) -> Cited:
    """The story's version of that number, or the one that readers see."""
    shown = timezone.localdate(story.last_published_at) if story.last_published_at else None
    authors = [readable(name) for more in extensions.authors for name in more(story)]
    return Cited(
        slug=story.slug,
        title=readable(story.title),
        authors=tuple(authors),
        number=number or story.version,
        day=day or shown,
        summary=readable(story.summary),
    )


def joined(names: tuple[str, ...]) -> str:
    """Ada Okafor, Mel Usher and Norma Redfearn."""
    return gettext(" and ").join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def by_surname(name: str) -> tuple[str, str]:
    """The last word of a name, and what stands before it."""
    before, _blank, last = name.rpartition(" ")
    return last, before


def as_bibtex(cited: Cited) -> str:
    """An entry for BibTeX."""
    authors = " and ".join(f"{{{_latex(last)}}}, {_latex(first)}" if first else f"{{{_latex(last)}}}"
                           for last, first in map(by_surname, cited.authors))  # fmt: skip
    fields = {
        "author": authors or f"{{{_latex(cited.library)}}}",
        "title": f"{{{_latex(cited.title)}}}",
        "howpublished": _latex(cited.library),
        "version": str(cited.number),
        **(
            {"year": str(cited.day.year), "month": str(cited.day.month), "date": cited.day.isoformat()}
            if cited.day
            else {}
        ),
        "url": cited.url,
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{cited.key},\n{lines}\n}}\n"


def _latex(text: str) -> str:
    return re.sub(r"[\\~^&%$#_{}]", lambda sign: LATEX[sign.group()], " ".join(text.split()))


def as_ris(cited: Cited) -> str:
    """A record for programs that read RIS."""
    names = [", ".join(part for part in by_surname(name) if part) for name in cited.authors] or [cited.library]
    lines = [
        ("TY", "ELEC"),
        *(("AU", name) for name in names),
        ("TI", cited.title),
        ("T2", cited.library),
        ("ET", str(cited.number)),
        *([("PY", str(cited.day.year)), ("DA", cited.day.strftime("%Y/%m/%d/"))] if cited.day else []),
        ("AB", cited.summary),
        ("UR", cited.url),
        ("ID", cited.key),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines)


def as_csl(cited: Cited) -> list[dict]:
    """The item as CSL-JSON, which most programs read."""
    names = [
        {"family": last, "given": first} if first else {"literal": last}
        for last, first in map(by_surname, cited.authors)
    ]
    item = {
        "id": cited.key,
        "type": "webpage",
        "title": cited.title,
        "author": names or [{"literal": cited.library}],
        "container-title": cited.library,
        "publisher": cited.library,
        "version": str(cited.number),
        "abstract": cited.summary,
        "URL": cited.url,
    }
    if cited.day:
        item["issued"] = {"date-parts": [[cited.day.year, cited.day.month, cited.day.day]]}
    return [item]

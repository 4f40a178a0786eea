"""
The answers of somebody who answers alone: in a cookie of their browser, until they keep them under a private link.

The library keeps none of it. Whatever stands in the cookie is read forgivingly; examples never leave the browser
(static/js/audit/audit.js).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from lessons.audit.forms import Where
from lessons.audit.questionnaire import Questionnaire, Section
from lessons.choices import Often

COOKIE = "casebook-audit"
YEAR = 365 * 24 * 60 * 60
"""Seconds that a browser keeps it after the last answer."""

LONGEST = 3900
"""Letters that a browser keeps for certain."""

WHERE = "my-"
"""In front of what is said of where the person is."""


@dataclass(frozen=True)
class Alone:
    """What somebody has answered so far, by statement, and what they said of where they are."""

    answers: Mapping[str, str] = field(default_factory=dict)
    where: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, request: HttpRequest, asked: Questionnaire) -> "Alone":
        """What the cookie holds of the questionnaire."""
        pairs = [part.partition(":")[::2] for part in request.COOKIES.get(COOKIE, "")[:LONGEST].split(".")]
        answers = {name: value for name, value in pairs if name in asked.statements and value in Often}
        said = Where({name.removeprefix(WHERE): value for name, value in pairs if name.startswith(WHERE)})
        return cls(answers, said.known)

    def answered(self, section: Section) -> int:
        """How many statements of the section are answered."""
        return sum(statement.slug in self.answers for statement in section.statements)

    def with_answers(self, answers: Mapping[str, str]) -> "Alone":
        """With these answers instead of earlier ones to the same statements."""
        return replace(self, answers={**self.answers, **answers})

    def at(self, where: Mapping[str, str]) -> "Alone":
        """Answered where this is said of."""
        return replace(self, where=where)

    def kept(self, response: HttpResponse) -> HttpResponse:
        """The answer that lets the browser keep it."""
        pairs = {**{f"{WHERE}{name}": value for name, value in self.where.items()}, **self.answers}
        text = ".".join(f"{name}:{value}" for name, value in pairs.items())
        secure = settings.SITE_URL.startswith("https://")
        response.set_cookie(
            COOKIE, text[:LONGEST], max_age=YEAR, path=path(), samesite="Lax", secure=secure, httponly=True
        )
        return response


def forgotten(response: HttpResponse) -> HttpResponse:
    """The answer that lets the browser forget it."""
    response.delete_cookie(COOKIE, path=path(), samesite="Lax")
    return response


def path() -> str:
    """The pages to which the browser sends the cookie; no other learns that there is one."""
    return reverse("audit")

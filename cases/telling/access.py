"""
Who may open a story that is being told: whoever has opened one of its private links in this browser, and the account that belongs to it.

A session remembers which links were opened; a link that has been ended opens nothing any more, whatever a session remembers.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from cases.models import CoAuthor, Contribution, PrivateLink
from cases.private import private
from cases.telling.asked import asked
from cases.telling.people_forms import LinkForm
from cases.telling.telling import Telling

SESSION = "telling"
"""The key of the session that holds the links opened in this browser, by the story's key."""

NOT_TYPED = {"csrfmiddlewaretoken", "seen", "do"}
"""What a form sends and nobody has typed."""


def for_authors(view: Callable) -> Callable:
    """A page for the authors of a story: the view is given the `Telling`; everybody else is told how to come in."""

    @private
    @wraps(view)
    def answer(request, key, *args, **kwargs):
        author = author_in(request, key)
        return view(request, Telling(author.contribution, author), *args, **kwargs) if author else closed(request)

    return answer


def author_in(request: HttpRequest, key: str) -> CoAuthor | None:
    """The author of the story who sits before this browser, or None."""
    authors = CoAuthor.objects.filter(contribution__key=key).select_related("contribution")
    link = opened_in(request).get(key)
    found = authors.filter(links=link, links__ended_at=None).first() if link else None
    if found is None and request.user.is_authenticated:
        found = authors.filter(user=request.user).first()
    return found


def opened_in(request: HttpRequest) -> dict[str, int]:
    """The links opened in this browser, by the story's key."""
    return request.session.get(SESSION, {})


def stories_in(request: HttpRequest) -> list[Contribution]:
    """What the person before this browser tells."""
    links = list(opened_in(request).values())
    found = list(Contribution.objects.open_by(links)) if links else []
    if request.user.is_authenticated:
        found += [story for story in Contribution.objects.of_user(request.user) if story not in found]
    return sorted(found, key=lambda story: story.changed_at, reverse=True)


def is_known(request: HttpRequest, email: str) -> bool:
    """Whether the person before this browser has shown before that the address is theirs."""
    links = opened_in(request).values()
    return CoAuthor.objects.confirmed().filter(email=email, links__in=links, links__ended_at=None).exists()


def remember(request: HttpRequest, link: PrivateLink) -> None:
    """Let this browser open the story of the link from now on."""
    request.session.cycle_key()
    request.session[SESSION] = {**opened_in(request), link.author.contribution.key: link.pk}


def forget(request: HttpRequest, key: str) -> None:
    """Let this browser open the story no more."""
    request.session[SESSION] = {other: link for other, link in opened_in(request).items() if other != key}


def closed(request: HttpRequest) -> HttpResponse:
    """403: how to come in. What was typed is shown, so that it is not lost."""
    typed = [text for name, texts in request.POST.lists() if name not in NOT_TYPED for text in texts if text.strip()]
    context = {"fields": asked(LinkForm()), "typed": "\n\n".join(typed)}
    context["title"] = _("This story is open to those who write it")
    return render(request, "cases/telling/closed.html", context, status=403)

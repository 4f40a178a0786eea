"""What changes suggestions: each in one transaction, together with the mail that goes with it."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cases.choices import SuggestionState
from cases.mail import queue
from cases.models import Story, Suggestion
from cases.people import Group, addresses_of, members

TOLD = ("outdated", "part", "text", "source", "name", "email")


@transaction.atomic
def suggest(*, story: Story, said: Mapping[str, Any]) -> Suggestion:
    """Keep what a reader says of a story, and tell its editors."""
    found = Suggestion.objects.create(story=story, **{name: said[name] for name in TOLD})
    desk = reverse("suggestions:edit", args=[found.pk])
    queue("suggestion_arrived", addresses_of(editors_of(story=story)), {"suggestion": found, "desk": desk})
    return found


@transaction.atomic
def decide(*, suggestion: Suggestion, user) -> None:
    """Note who decided and when; thank whoever suggested it, tell them what became of it, and forget their address."""
    suggestion.decided_by, suggestion.decided_at = user, timezone.now()
    if suggestion.state != SuggestionState.WAITING:
        queue("suggestion_decided", suggestion.email, {"suggestion": suggestion})
        suggestion.email = ""
    suggestion.save()


def editors_of(*, story: Story) -> list:
    """Who has worked on the story at the desk and still may; where nobody has, all editors, or else who has full rights."""
    people = get_user_model().objects.filter(is_active=True).exclude(email="")
    worked = people.filter(pk__in=story.revisions.exclude(user=None).values("user"))
    found = [person for person in worked if person.has_perm("cases.change_story")]
    return found or list(members(Group.EDITOR, Group.ADMINISTRATOR)) or list(people.filter(is_superuser=True))

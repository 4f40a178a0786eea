"""
What the house does by itself from time to time: `manage.py keep_house` does whatever is due.

A chore finds out from the database what is due, does it, and says what it did; done twice, the second time does nothing. Upper floors
register theirs when they start.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.core.management import call_command
from post_office.mail import send_queued_mail_until_done

from cases.checking_stories.schedule import hold_back_unready
from cases.models import Errand

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Chore:
    """Something that is done when it is due; `do` answers in a few words what it did, or nothing."""

    name: str
    do: Callable[[], str]
    every: timedelta | None = None
    """How long it rests after it was done; without, it is asked each round what is due."""


def publish_scheduled() -> str:
    """Publish and take back what editors have set a time for; a story that lacks something by now holds up no other."""
    held = hold_back_unready()
    call_command("publish_scheduled", verbosity=0)
    return f"held back {held}" if held else ""


def send_mail() -> str:
    """Send what waits, one process at a time; what no server takes is tried again later."""
    send_queued_mail_until_done()
    return ""


CHORES: list[Chore] = [Chore("publish what is scheduled", publish_scheduled)]
LAST = [Chore("send e-mail", send_mail)]


def register_chore(chore: Chore) -> None:
    """Add a chore; registering it again changes nothing. E-mail is sent after all of them."""
    if chore.name not in {known.name for known in CHORES}:
        CHORES.append(chore)


def keep_house() -> Iterator[str]:
    """Do every chore; one that fails is logged and keeps no other from being done."""
    for chore in [*CHORES, *LAST]:
        try:
            if chore.every and not Errand.objects.claim(chore.name, chore.every):
                continue
            said = chore.do()
        except Exception:
            if chore.every:
                Errand.objects.give_back(chore.name)
            logger.exception("The chore “%s” failed; it is tried again next time.", chore.name)
            yield f"{chore.name}: failed; see the log"
        else:
            if said:
                yield f"{chore.name}: {said}"

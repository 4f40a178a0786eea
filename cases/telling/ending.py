"""What authors may do with a story that is not simply being written: take it back, withdraw it, delete it."""

from cases.telling import actions
from cases.telling.choices import MAY_BE_WITHDRAWN, MAY_COME_BACK
from cases.telling.doing import Doing
from cases.telling.telling import Telling
from cases.telling.together import began

ENDINGS = {
    Doing.TAKE_BACK: actions.take_back,
    Doing.WITHDRAW: actions.withdraw,
    Doing.DELETE: lambda *, contribution, author: actions.delete(contribution=contribution),
}


def endings_of(telling: Telling) -> list[Doing]:
    """Those that are possible where the story stands; only who began it may withdraw or delete it."""
    state = telling.contribution.state
    found = [Doing.TAKE_BACK] if state in MAY_COME_BACK else []
    if began(telling):
        found += [Doing.WITHDRAW] if state in MAY_BE_WITHDRAWN else []
        found.append(Doing.DELETE)
    return found

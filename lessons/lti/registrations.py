"""What the LTI tool adds to the house."""

from cases.chores import Chore, register_chore
from lessons.lti.scoring import clear_away, send_scores


def register() -> None:
    """Register what is done from time to time; called once, when the upper floor starts."""
    register_chore(Chore("tell learning platforms what was completed", send_scores))
    register_chore(Chore("forget launches that are over", clear_away))

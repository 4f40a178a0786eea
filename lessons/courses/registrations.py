"""What courses add to the ground floor."""

from cases.chores import Chore, register_chore
from cases.library.nouns import register_noun
from lessons.courses import handing_over, noticing
from lessons.courses.library import COURSES
from lessons.courses.noticing import look_again
from lessons.courses.participants.groups import delete_ended
from lessons.courses.telling import tell_trainers


def register() -> None:
    """Register the noun of the files, what is noticed, and what is done from time to time; called once, when the upper floor starts."""
    register_noun(COURSES)
    noticing.listen()
    handing_over.listen()
    register_chore(Chore("look for changes in courses", look_again))
    register_chore(Chore("delete groups that have ended", delete_ended))
    register_chore(Chore("tell trainers what has changed", tell_trainers))

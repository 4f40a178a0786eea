"""What courses add to the ground floor."""

from django.utils.translation import gettext_lazy as _

from cases.account_panels import AccountPanel, register_account_panel
from cases.chores import Chore, register_chore
from cases.library.nouns import register_noun
from lessons.courses import handing_over, noticing
from lessons.courses.library import COURSES
from lessons.courses.noticing import look_again
from lessons.courses.pages import my_courses
from lessons.courses.participants.groups import delete_ended
from lessons.courses.telling import tell_trainers


def register() -> None:
    """Register the noun of the files, what is noticed, and what is done from time to time; called once, when the upper floor starts."""
    register_noun(COURSES)
    register_account_panel(AccountPanel("courses", _("My courses"), "lessons/courses/_account.html", my_courses))
    noticing.listen()
    handing_over.listen()
    register_chore(Chore("look for changes in courses", look_again))
    register_chore(Chore("delete groups that have ended", delete_ended))
    register_chore(Chore("tell trainers what has changed", tell_trainers))

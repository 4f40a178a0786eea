"""The sheets of the upper floor: evidence and elements of stories, lessons, questions, and what can only be taken out."""

from django.utils.translation import gettext_lazy as _

from cases.sheets import ground
from cases.sheets.columns import OWNER
from cases.sheets.registry import Sheet, register_sheet

EVIDENCE = Sheet(
    "evidence",
    _("Evidence"),
    "stories",
    "evidence",
    {
        OWNER: "riverside-market",
        "lesson": "start-with-a-small-visible-win",
        "stance": "supports",
        "strength": "observed",
        "what_happened": "The traders asked for one winter, and the council agreed within a month.",
        "source": "riverside-review-2006",
        "section": "Trading",
    },
)
ILLUSTRATES = Sheet(
    "illustrates",
    _("Elements in stories"),
    "stories",
    "illustrates",
    {OWNER: "riverside-market", "element": "create-space", "source": "riverside-review-2006", "page": "12"},
)
LESSONS = Sheet(
    "lessons",
    _("Lessons"),
    "lessons",
    example={
        OWNER: "ask-for-one-winter",
        "sentence": "Ask for one winter, not for ever.",
        "explanation": "A trial with an end is easier to allow.",
        "elements": ["create-space"],
    },
)
QUESTIONS = Sheet(
    "questions",
    _("Questions"),
    "questions",
    example={
        OWNER: "how-do-i-get-a-trial",
        "question": "How do I get leave for a trial?",
        "lessons": ["ask-for-one-winter"],
    },
)
FRAMEWORKS = Sheet("frameworks", _("Frameworks"), "frameworks", read=False)
ELEMENTS = Sheet("elements", _("Elements"), "frameworks", "elements", read=False)
TENSIONS = Sheet("tensions", _("Tensions"), "tensions", read=False)
SIDES = Sheet("sides", _("Sides of tensions"), "tensions", "sides", read=False)


def register() -> None:
    """Register the upper floor's sheets; adding them again changes nothing."""
    ground.register()
    for found in (EVIDENCE, ILLUSTRATES):
        register_sheet(found, before="adaptations")
    for found in (LESSONS, QUESTIONS, FRAMEWORKS, ELEMENTS, TENSIONS, SIDES):
        register_sheet(found)

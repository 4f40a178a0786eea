"""The nouns of the upper floor."""

from lessons.models.audit import Audit
from lessons.models.element import Element
from lessons.models.evidence import Evidence
from lessons.models.framework import Framework
from lessons.models.illustration import Illustration
from lessons.models.lesson import Lesson
from lessons.models.question import Question
from lessons.models.relation import Relation
from lessons.models.reply import Reply
from lessons.models.round import Round
from lessons.models.sheet import Sheet
from lessons.models.side import Side
from lessons.models.statement import Statement
from lessons.models.tension import Tension

__all__ = [
    "Audit",
    "Element",
    "Evidence",
    "Framework",
    "Illustration",
    "Lesson",
    "Question",
    "Relation",
    "Reply",
    "Round",
    "Sheet",
    "Side",
    "Statement",
    "Tension",
]

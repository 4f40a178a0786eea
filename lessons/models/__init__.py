"""The nouns of the upper floor."""

from lessons.models.course import Course
from lessons.models.course_group import CourseGroup
from lessons.models.element import Element
from lessons.models.evidence import Evidence
from lessons.models.framework import Framework
from lessons.models.group_answer import GroupAnswer
from lessons.models.illustration import Illustration
from lessons.models.item import Item
from lessons.models.lesson import Lesson
from lessons.models.member import Member
from lessons.models.progress import Progress
from lessons.models.question import Question
from lessons.models.relation import Relation
from lessons.models.session import Session
from lessons.models.side import Side
from lessons.models.step import Step
from lessons.models.tension import Tension
from lessons.models.trainer import Trainer

__all__ = [
    "Course",
    "CourseGroup",
    "Element",
    "Evidence",
    "Framework",
    "GroupAnswer",
    "Illustration",
    "Item",
    "Lesson",
    "Member",
    "Progress",
    "Question",
    "Relation",
    "Session",
    "Side",
    "Step",
    "Tension",
    "Trainer",
]

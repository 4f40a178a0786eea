"""The nouns of the upper floor."""

from lessons.models.audit import Audit
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
from lessons.models.platform_launch import PlatformLaunch
from lessons.models.platform_login import PlatformLogin
from lessons.models.platform_placement import PlatformPlacement
from lessons.models.platform_score import PlatformScore
from lessons.models.progress import Progress
from lessons.models.question import Question
from lessons.models.relation import Relation
from lessons.models.reply import Reply
from lessons.models.round import Round
from lessons.models.session import Session
from lessons.models.sheet import Sheet
from lessons.models.side import Side
from lessons.models.statement import Statement
from lessons.models.step import Step
from lessons.models.tension import Tension
from lessons.models.trainer import Trainer

__all__ = [
    "Audit",
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
    "PlatformLaunch",
    "PlatformLogin",
    "PlatformPlacement",
    "PlatformScore",
    "Progress",
    "Question",
    "Relation",
    "Reply",
    "Round",
    "Session",
    "Sheet",
    "Side",
    "Statement",
    "Step",
    "Tension",
    "Trainer",
]

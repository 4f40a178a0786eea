"""A factory a noun. Each fills only what the database requires; a test states the fact that it is about."""

from tests.factories.adaptation import AdaptationFactory
from tests.factories.change import ChangeFactory, GenerationFactory
from tests.factories.citation import CitationFactory
from tests.factories.collected_story import CollectedStoryFactory
from tests.factories.collection import CollectionFactory
from tests.factories.course import CourseFactory
from tests.factories.course_group import CourseGroupFactory
from tests.factories.element import ElementFactory
from tests.factories.evidence import EvidenceFactory
from tests.factories.framework import FrameworkFactory
from tests.factories.group_answer import GroupAnswerFactory
from tests.factories.illustration import IllustrationFactory
from tests.factories.item import ItemFactory
from tests.factories.leader import LeaderFactory
from tests.factories.lesson import LessonFactory
from tests.factories.measure import MeasureFactory
from tests.factories.member import MemberFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.organisation import OrganisationFactory
from tests.factories.participation import ParticipationFactory
from tests.factories.place import PlaceFactory
from tests.factories.policy_area import PolicyAreaFactory
from tests.factories.progress import ProgressFactory
from tests.factories.question import QuestionFactory
from tests.factories.record import FIRST_DAY
from tests.factories.relation import RelationFactory
from tests.factories.role import RoleFactory
from tests.factories.session import SessionFactory
from tests.factories.side import SideFactory
from tests.factories.source import SourceFactory
from tests.factories.step import StepFactory
from tests.factories.story import StoryFactory
from tests.factories.story_tag import StoryTagFactory, TagFactory
from tests.factories.tension import TensionFactory
from tests.factories.trainer import TrainerFactory, UserFactory

RECORDS = (
    StoryFactory,
    PlaceFactory,
    OrganisationFactory,
    LeaderFactory,
    SourceFactory,
    PolicyAreaFactory,
    LessonFactory,
    FrameworkFactory,
    QuestionFactory,
    CollectionFactory,
    TensionFactory,
    CourseFactory,
)

PARTS = (
    GroupAnswerFactory,
    MemberFactory,
    CourseGroupFactory,
    ProgressFactory,
    AdaptationFactory,
    CitationFactory,
    CollectedStoryFactory,
    ElementFactory,
    EvidenceFactory,
    IllustrationFactory,
    ItemFactory,
    MeasureFactory,
    MilestoneFactory,
    ParticipationFactory,
    RelationFactory,
    RoleFactory,
    SessionFactory,
    SideFactory,
    StepFactory,
    StoryTagFactory,
    TrainerFactory,
)

__all__ = [
    "FIRST_DAY",
    "PARTS",
    "RECORDS",
    "AdaptationFactory",
    "ChangeFactory",
    "CitationFactory",
    "CollectedStoryFactory",
    "CollectionFactory",
    "CourseFactory",
    "CourseGroupFactory",
    "ElementFactory",
    "EvidenceFactory",
    "FrameworkFactory",
    "GenerationFactory",
    "GroupAnswerFactory",
    "IllustrationFactory",
    "ItemFactory",
    "LeaderFactory",
    "LessonFactory",
    "MeasureFactory",
    "MemberFactory",
    "MilestoneFactory",
    "OrganisationFactory",
    "ParticipationFactory",
    "PlaceFactory",
    "PolicyAreaFactory",
    "ProgressFactory",
    "QuestionFactory",
    "RelationFactory",
    "RoleFactory",
    "SessionFactory",
    "SideFactory",
    "SourceFactory",
    "StepFactory",
    "StoryFactory",
    "StoryTagFactory",
    "TagFactory",
    "TensionFactory",
    "TrainerFactory",
    "UserFactory",
]

"""A factory a noun. Each fills only what the database requires; a test states the fact that it is about."""

from tests.factories.adaptation import AdaptationFactory
from tests.factories.audit import AuditFactory
from tests.factories.change import ChangeFactory, GenerationFactory
from tests.factories.citation import CitationFactory
from tests.factories.collected_story import CollectedStoryFactory
from tests.factories.collection import CollectionFactory
from tests.factories.element import ElementFactory
from tests.factories.evidence import EvidenceFactory
from tests.factories.follower import FollowerFactory
from tests.factories.framework import FrameworkFactory
from tests.factories.illustration import IllustrationFactory
from tests.factories.leader import LeaderFactory
from tests.factories.lesson import LessonFactory
from tests.factories.measure import MeasureFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.news import NewsFactory, SeenFactory, WatchFactory
from tests.factories.organisation import OrganisationFactory
from tests.factories.participation import ParticipationFactory
from tests.factories.place import PlaceFactory
from tests.factories.policy_area import PolicyAreaFactory
from tests.factories.question import QuestionFactory
from tests.factories.record import FIRST_DAY
from tests.factories.relation import RelationFactory
from tests.factories.reply import ReplyFactory
from tests.factories.role import RoleFactory
from tests.factories.round import RoundFactory
from tests.factories.sheet import SheetFactory
from tests.factories.side import SideFactory
from tests.factories.source import SourceFactory
from tests.factories.statement import StatementFactory
from tests.factories.story import StoryFactory
from tests.factories.story_tag import StoryTagFactory, TagFactory
from tests.factories.subscription import SubscriptionFactory
from tests.factories.suggestion import SuggestionFactory
from tests.factories.tension import TensionFactory

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
    StatementFactory,
)

PARTS = (
    AdaptationFactory,
    AuditFactory,
    CitationFactory,
    CollectedStoryFactory,
    ElementFactory,
    EvidenceFactory,
    IllustrationFactory,
    MeasureFactory,
    MilestoneFactory,
    ParticipationFactory,
    RelationFactory,
    ReplyFactory,
    RoleFactory,
    RoundFactory,
    SheetFactory,
    SideFactory,
    StoryTagFactory,
    FollowerFactory,
    NewsFactory,
    SeenFactory,
    SubscriptionFactory,
    SuggestionFactory,
    WatchFactory,
)

__all__ = [
    "FIRST_DAY",
    "PARTS",
    "RECORDS",
    "AdaptationFactory",
    "AuditFactory",
    "ChangeFactory",
    "CitationFactory",
    "CollectedStoryFactory",
    "CollectionFactory",
    "ElementFactory",
    "EvidenceFactory",
    "FollowerFactory",
    "FrameworkFactory",
    "GenerationFactory",
    "IllustrationFactory",
    "LeaderFactory",
    "LessonFactory",
    "MeasureFactory",
    "MilestoneFactory",
    "NewsFactory",
    "OrganisationFactory",
    "ParticipationFactory",
    "PlaceFactory",
    "PolicyAreaFactory",
    "QuestionFactory",
    "RelationFactory",
    "ReplyFactory",
    "RoleFactory",
    "RoundFactory",
    "SeenFactory",
    "SheetFactory",
    "SideFactory",
    "SourceFactory",
    "StatementFactory",
    "StoryFactory",
    "StoryTagFactory",
    "SubscriptionFactory",
    "SuggestionFactory",
    "TagFactory",
    "TensionFactory",
    "WatchFactory",
]

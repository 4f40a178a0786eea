"""A factory a noun. Each fills only what the database requires; a test states the fact that it is about."""

from tests.factories.adaptation import AdaptationFactory
from tests.factories.change import ChangeFactory, GenerationFactory
from tests.factories.citation import CitationFactory
from tests.factories.collected_story import CollectedStoryFactory
from tests.factories.collection import CollectionFactory
from tests.factories.element import ElementFactory
from tests.factories.evidence import EvidenceFactory
from tests.factories.framework import FrameworkFactory
from tests.factories.illustration import IllustrationFactory
from tests.factories.leader import LeaderFactory
from tests.factories.lesson import LessonFactory
from tests.factories.measure import MeasureFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.organisation import OrganisationFactory
from tests.factories.participation import ParticipationFactory
from tests.factories.picture import PictureFactory
from tests.factories.picture_rendition import PictureRenditionFactory
from tests.factories.place import PlaceFactory
from tests.factories.policy_area import PolicyAreaFactory
from tests.factories.question import QuestionFactory
from tests.factories.record import FIRST_DAY
from tests.factories.relation import RelationFactory
from tests.factories.role import RoleFactory
from tests.factories.side import SideFactory
from tests.factories.source import SourceFactory
from tests.factories.story import StoryFactory
from tests.factories.story_picture import StoryPictureFactory
from tests.factories.story_tag import StoryTagFactory, TagFactory
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
)

PARTS = (
    AdaptationFactory,
    CitationFactory,
    CollectedStoryFactory,
    ElementFactory,
    EvidenceFactory,
    IllustrationFactory,
    MeasureFactory,
    MilestoneFactory,
    ParticipationFactory,
    PictureFactory,
    PictureRenditionFactory,
    RelationFactory,
    RoleFactory,
    SideFactory,
    StoryPictureFactory,
    StoryTagFactory,
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
    "ElementFactory",
    "EvidenceFactory",
    "FrameworkFactory",
    "GenerationFactory",
    "IllustrationFactory",
    "LeaderFactory",
    "LessonFactory",
    "MeasureFactory",
    "MilestoneFactory",
    "OrganisationFactory",
    "ParticipationFactory",
    "PictureFactory",
    "PictureRenditionFactory",
    "PlaceFactory",
    "PolicyAreaFactory",
    "QuestionFactory",
    "RelationFactory",
    "RoleFactory",
    "SideFactory",
    "SourceFactory",
    "StoryFactory",
    "StoryPictureFactory",
    "StoryTagFactory",
    "TagFactory",
    "TensionFactory",
]

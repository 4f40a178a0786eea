"""A factory a noun. Each fills only what the database requires; a test states the fact that it is about."""

from tests.factories.adaptation import AdaptationFactory
from tests.factories.answer import AnswerFactory
from tests.factories.audit import AuditFactory
from tests.factories.change import ChangeFactory, GenerationFactory
from tests.factories.change_note import ChangeNoteFactory
from tests.factories.citation import CitationFactory
from tests.factories.co_author import CoAuthorFactory
from tests.factories.collected_story import CollectedStoryFactory
from tests.factories.collection import CollectionFactory
from tests.factories.contribution import ContributionFactory
from tests.factories.course import CourseFactory
from tests.factories.course_group import CourseGroupFactory
from tests.factories.credit import CreditFactory
from tests.factories.element import ElementFactory
from tests.factories.errand import ErrandFactory
from tests.factories.evidence import EvidenceFactory
from tests.factories.follower import FollowerFactory
from tests.factories.former_slug import FormerSlugFactory
from tests.factories.framework import FrameworkFactory
from tests.factories.group_answer import GroupAnswerFactory
from tests.factories.illustration import IllustrationFactory
from tests.factories.item import ItemFactory
from tests.factories.leader import LeaderFactory
from tests.factories.lesson import LessonFactory
from tests.factories.measure import MeasureFactory
from tests.factories.member import MemberFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.news import NewsFactory, SeenFactory, WatchFactory
from tests.factories.organisation import OrganisationFactory
from tests.factories.outside_link import LinkUseFactory, OutsideLinkFactory
from tests.factories.participation import ParticipationFactory
from tests.factories.person import PersonFactory
from tests.factories.picture import PictureFactory
from tests.factories.picture_rendition import PictureRenditionFactory
from tests.factories.place import PlaceFactory
from tests.factories.platform import DeploymentFactory, RegistrationFactory
from tests.factories.platform_launch import PlatformLaunchFactory
from tests.factories.platform_login import PlatformLoginFactory
from tests.factories.platform_placement import PlatformPlacementFactory
from tests.factories.platform_score import PlatformScoreFactory
from tests.factories.policy_area import PolicyAreaFactory
from tests.factories.private_link import PrivateLinkFactory
from tests.factories.progress import ProgressFactory
from tests.factories.question import QuestionFactory
from tests.factories.record import FIRST_DAY
from tests.factories.relation import RelationFactory
from tests.factories.release import ReleaseFactory, ReleaseItemFactory
from tests.factories.remark import RemarkFactory
from tests.factories.reply import ReplyFactory
from tests.factories.review import ReviewFactory
from tests.factories.role import RoleFactory
from tests.factories.round import RoundFactory
from tests.factories.session import SessionFactory
from tests.factories.sheet import SheetFactory
from tests.factories.sheet_import import SheetImportFactory
from tests.factories.sheet_row import SheetRowFactory
from tests.factories.side import SideFactory
from tests.factories.sign_off import SignOffFactory
from tests.factories.signature import SignatureFactory
from tests.factories.source import SourceFactory
from tests.factories.statement import StatementFactory
from tests.factories.step import StepFactory
from tests.factories.steps import EditorTaskFactory, SignOffTaskFactory
from tests.factories.story import StoryFactory
from tests.factories.story_picture import StoryPictureFactory
from tests.factories.story_tag import StoryTagFactory, TagFactory
from tests.factories.subscription import SubscriptionFactory
from tests.factories.suggestion import SuggestionFactory
from tests.factories.tension import TensionFactory
from tests.factories.trainer import TrainerFactory, UserFactory
from tests.factories.turn import TurnFactory
from tests.factories.turns import EditorTaskStateFactory, SignOffTaskStateFactory
from tests.factories.version import VersionFactory

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
    CourseFactory,
)

PARTS = (
    GroupAnswerFactory,
    MemberFactory,
    CourseGroupFactory,
    ProgressFactory,
    AdaptationFactory,
    ChangeNoteFactory,
    AuditFactory,
    CitationFactory,
    CollectedStoryFactory,
    CreditFactory,
    ElementFactory,
    ErrandFactory,
    EvidenceFactory,
    FormerSlugFactory,
    IllustrationFactory,
    LinkUseFactory,
    ItemFactory,
    MeasureFactory,
    MilestoneFactory,
    OutsideLinkFactory,
    ParticipationFactory,
    PlatformLaunchFactory,
    PlatformLoginFactory,
    PlatformPlacementFactory,
    PlatformScoreFactory,
    PictureFactory,
    PictureRenditionFactory,
    RelationFactory,
    ReleaseFactory,
    ReleaseItemFactory,
    RemarkFactory,
    ReviewFactory,
    ReplyFactory,
    RoleFactory,
    RoundFactory,
    SheetFactory,
    SideFactory,
    SignOffFactory,
    SignatureFactory,
    StoryPictureFactory,
    StoryTagFactory,
    VersionFactory,
)

TOLD = (
    AnswerFactory,
    CoAuthorFactory,
    ContributionFactory,
    PrivateLinkFactory,
    TurnFactory,
    FollowerFactory,
    NewsFactory,
    SeenFactory,
    SubscriptionFactory,
    SuggestionFactory,
    WatchFactory,
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
    "TOLD",
    "AdaptationFactory",
    "AnswerFactory",
    "AuditFactory",
    "ChangeFactory",
    "ChangeNoteFactory",
    "CitationFactory",
    "CoAuthorFactory",
    "CollectedStoryFactory",
    "CollectionFactory",
    "ContributionFactory",
    "CourseFactory",
    "CourseGroupFactory",
    "CreditFactory",
    "DeploymentFactory",
    "EditorTaskFactory",
    "EditorTaskStateFactory",
    "ElementFactory",
    "ErrandFactory",
    "EvidenceFactory",
    "FollowerFactory",
    "FormerSlugFactory",
    "FrameworkFactory",
    "GenerationFactory",
    "GroupAnswerFactory",
    "IllustrationFactory",
    "ItemFactory",
    "LeaderFactory",
    "LessonFactory",
    "LinkUseFactory",
    "MeasureFactory",
    "MemberFactory",
    "MilestoneFactory",
    "NewsFactory",
    "OrganisationFactory",
    "OutsideLinkFactory",
    "ParticipationFactory",
    "PersonFactory",
    "PictureFactory",
    "PictureRenditionFactory",
    "PlaceFactory",
    "PlatformLaunchFactory",
    "PlatformLoginFactory",
    "PlatformPlacementFactory",
    "PlatformScoreFactory",
    "PolicyAreaFactory",
    "PrivateLinkFactory",
    "ProgressFactory",
    "QuestionFactory",
    "RegistrationFactory",
    "RelationFactory",
    "ReleaseFactory",
    "ReleaseItemFactory",
    "RemarkFactory",
    "ReplyFactory",
    "ReviewFactory",
    "RoleFactory",
    "RoundFactory",
    "SeenFactory",
    "SessionFactory",
    "SheetFactory",
    "SheetImportFactory",
    "SheetRowFactory",
    "SideFactory",
    "SignOffFactory",
    "SignOffTaskFactory",
    "SignOffTaskStateFactory",
    "SignatureFactory",
    "SourceFactory",
    "StatementFactory",
    "StepFactory",
    "StoryFactory",
    "StoryPictureFactory",
    "StoryTagFactory",
    "SubscriptionFactory",
    "SuggestionFactory",
    "TagFactory",
    "TensionFactory",
    "TrainerFactory",
    "TurnFactory",
    "UserFactory",
    "VersionFactory",
    "WatchFactory",
]

"""The nouns of the ground floor."""

from cases.models.adaptation import Adaptation
from cases.models.answer import Answer
from cases.models.change import Change
from cases.models.change_note import ChangeNote
from cases.models.citation import Citation
from cases.models.co_author import CoAuthor
from cases.models.collected_story import CollectedStory
from cases.models.collection import Collection
from cases.models.contribution import Contribution
from cases.models.credit import Credit
from cases.models.editor_task import EditorTask
from cases.models.editor_task_state import EditorTaskState
from cases.models.errand import Errand
from cases.models.follower import Follower
from cases.models.former_slug import FormerSlug
from cases.models.generation import Generation
from cases.models.leader import Leader
from cases.models.link_use import LinkUse
from cases.models.measure import Measure
from cases.models.milestone import Milestone
from cases.models.news import News
from cases.models.organisation import Organisation
from cases.models.outside_link import OutsideLink
from cases.models.participation import Participation
from cases.models.picture import Picture
from cases.models.picture_rendition import PictureRendition
from cases.models.place import Place
from cases.models.policy_area import PolicyArea
from cases.models.private_link import PrivateLink
from cases.models.release import Release
from cases.models.release_item import ReleaseItem
from cases.models.remark import Remark
from cases.models.review import Review
from cases.models.role import Role
from cases.models.seen import Seen
from cases.models.sheet_import import SheetImport
from cases.models.sheet_row import SheetRow
from cases.models.sign_off import SignOff
from cases.models.sign_off_task import SignOffTask
from cases.models.sign_off_task_state import SignOffTaskState
from cases.models.signature import Signature
from cases.models.source import Source
from cases.models.story import Story
from cases.models.story_picture import StoryPicture
from cases.models.story_tag import StoryTag
from cases.models.subscription import Subscription
from cases.models.suggestion import Suggestion
from cases.models.turn import Turn
from cases.models.version import Version
from cases.models.watch import Watch

__all__ = [
    "Adaptation",
    "Answer",
    "Change",
    "ChangeNote",
    "Citation",
    "CoAuthor",
    "CollectedStory",
    "Collection",
    "Contribution",
    "Credit",
    "EditorTask",
    "EditorTaskState",
    "Errand",
    "Follower",
    "FormerSlug",
    "Generation",
    "Leader",
    "LinkUse",
    "Measure",
    "Milestone",
    "News",
    "Organisation",
    "OutsideLink",
    "Participation",
    "Picture",
    "PictureRendition",
    "Place",
    "PolicyArea",
    "PrivateLink",
    "Release",
    "ReleaseItem",
    "Remark",
    "Review",
    "Role",
    "Seen",
    "SheetImport",
    "SheetRow",
    "SignOff",
    "SignOffTask",
    "SignOffTaskState",
    "Signature",
    "Source",
    "Story",
    "StoryPicture",
    "StoryTag",
    "Subscription",
    "Suggestion",
    "Turn",
    "Version",
    "Watch",
]

"""The nouns of the ground floor."""

from cases.models.adaptation import Adaptation
from cases.models.change import Change
from cases.models.citation import Citation
from cases.models.collected_story import CollectedStory
from cases.models.collection import Collection
from cases.models.follower import Follower
from cases.models.generation import Generation
from cases.models.leader import Leader
from cases.models.measure import Measure
from cases.models.milestone import Milestone
from cases.models.news import News
from cases.models.organisation import Organisation
from cases.models.participation import Participation
from cases.models.place import Place
from cases.models.policy_area import PolicyArea
from cases.models.role import Role
from cases.models.seen import Seen
from cases.models.source import Source
from cases.models.story import Story
from cases.models.story_tag import StoryTag
from cases.models.subscription import Subscription
from cases.models.suggestion import Suggestion
from cases.models.watch import Watch

__all__ = [
    "Adaptation",
    "Change",
    "Citation",
    "CollectedStory",
    "Collection",
    "Follower",
    "Generation",
    "Leader",
    "Measure",
    "Milestone",
    "News",
    "Organisation",
    "Participation",
    "Place",
    "PolicyArea",
    "Role",
    "Seen",
    "Source",
    "Story",
    "StoryTag",
    "Subscription",
    "Suggestion",
    "Watch",
]

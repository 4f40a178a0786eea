"""The nouns of the ground floor."""

from cases.models.adaptation import Adaptation
from cases.models.change import Change
from cases.models.citation import Citation
from cases.models.collected_story import CollectedStory
from cases.models.collection import Collection
from cases.models.generation import Generation
from cases.models.leader import Leader
from cases.models.measure import Measure
from cases.models.milestone import Milestone
from cases.models.organisation import Organisation
from cases.models.participation import Participation
from cases.models.picture import Picture
from cases.models.picture_rendition import PictureRendition
from cases.models.place import Place
from cases.models.policy_area import PolicyArea
from cases.models.role import Role
from cases.models.source import Source
from cases.models.story import Story
from cases.models.story_picture import StoryPicture
from cases.models.story_tag import StoryTag

__all__ = [
    "Adaptation",
    "Change",
    "Citation",
    "CollectedStory",
    "Collection",
    "Generation",
    "Leader",
    "Measure",
    "Milestone",
    "Organisation",
    "Participation",
    "Picture",
    "PictureRendition",
    "Place",
    "PolicyArea",
    "Role",
    "Source",
    "Story",
    "StoryPicture",
    "StoryTag",
]

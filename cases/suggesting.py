"""Where readers say what they know better."""

from cases.addresses import finder_url
from cases.models import Story


def suggest_url(story: Story, field: str = "") -> str:
    """The address at which a change of the story, or of one field, is suggested."""
    return finder_url({"field": field}, "story-suggest", story.slug)

"""
Where readers say what they know better.

The page itself is built on a floor above: whoever adds it gives its address the name `story-suggest` and the path
`stories/<slug>/suggest/`. Until then there is no link.
"""

from django.urls import NoReverseMatch

from cases.addresses import finder_url
from cases.models import Story

NAME = "story-suggest"


def suggest_url(story: Story, field: str = "") -> str:
    """The address at which a change of the story, or of one field, is suggested; empty where nobody takes suggestions."""
    try:
        return finder_url({"field": field}, NAME, story.slug)
    except NoReverseMatch:
        return ""

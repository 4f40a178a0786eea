"""A story of the library that somebody may read before they tell their own."""

from cases.models import Story


def a_story_to_read() -> Story | None:
    """The one that was published last among those that are told in full; None in an empty library."""
    return Story.objects.published().told_in_full().order_by("-first_published_at", "title", "pk").first()

"""A published story with everything that its page shows, asked for with questions that are put together once."""

from cases.models import Story
from cases.pages import stories_for_page
from cases.prepared import PreparedRecord
from cases.retired import shown_or_gone

STORY = PreparedRecord(stories_for_page)


def story_for_page(slug: str) -> Story:
    """The published story of that slug with everything that its page shows; Gone, Moved or Http404 where there is none."""
    return shown_or_gone(STORY.of(slug), Story, slug)

"""What the files of collections hold."""

from cases.library.keys import Markdown, Ref, Text
from cases.library.many import Parts
from cases.library.nouns import Noun
from cases.library.standing import DAYS, standing
from cases.models import CollectedStory, Collection, Story

COLLECTED = Parts(
    "stories",
    of=CollectedStory,
    keys=(Ref("story", to=Story), Text("note")),
    once=(("story",),),
    description="The stories in the curator's order, each with the note that says why it is here.",
    related="collected",
)
COLLECTIONS = Noun(
    "collections",
    Collection,
    (
        Text("title"),
        Text("summary"),
        Text("curator"),
        Markdown("introduction"),
        COLLECTED,
        *DAYS,
        *standing(Collection),
    ),
    "Stories that an editor put together, with an introduction.",
    folder=True,
)

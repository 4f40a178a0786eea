"""The gate that every story passes on its way to readers, whoever publishes it and by whichever button."""

from collections.abc import Callable, Iterable

from cases.checking_stories.registry import Finding, blocking
from cases.models import Story

GATES: list[Callable[[Story], Iterable[Finding]]] = []
"""What else may keep a story from being published, beside the checks of the story itself."""


class NotReady(Exception):
    """The story was not published; `found` says for each fault which field is at fault, and what would be right."""

    def __init__(self, story: Story, found: list[Finding]):
        super().__init__(f"“{story}” was not published. " + " ".join(finding.text for finding in found))
        self.story, self.found = story, found


def faults(story: Story) -> list[Finding]:
    """Everything that keeps the story from readers."""
    return [*blocking(story), *(finding for gate in GATES for finding in gate(story))]


def in_the_way(record) -> list[str]:
    """What keeps a draft from being published together with others, in sentences; nothing where it is no story."""
    found = faults(record) if isinstance(record, Story) else []
    return [f"“{record}”: {finding.text}" for finding in found]


def ready_or_raise(story: Story) -> None:
    """Do nothing where the story may be published; otherwise NotReady."""
    if found := faults(story):
        raise NotReady(story, found)

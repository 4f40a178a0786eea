"""What readers are invited to tell: the gaps of a story that somebody may be able to fill."""

from cases.checking_stories.registry import CHECKS, Finding, findings
from cases.models import Story

SHOWN = 2
"""So many gaps are shown to readers; more would read like a reproach."""


def invitations(story: Story) -> list[Finding]:
    """The first gaps that a reader may be able to fill; a story of which the source says next to nothing has none."""
    return list(findings(story, [check for check in CHECKS if check.invitation]))[:SHOWN]

"""Says what a good editor would look at again, in every story of the library."""

from collections import Counter

from django.core.management.base import BaseCommand

from cases.checking_stories.library import looked_over
from cases.checking_stories.registry import CHECKS


class Command(BaseCommand):
    """Print every finding, and how many there are of each kind."""

    help = "Prints what the checks find in the stories: what keeps one from being published, and what could be better."

    def add_arguments(self, parser):
        """Which stories, and which checks."""
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="the stories; all where none is named")
        parser.add_argument("--check", choices=[check.key for check in CHECKS], help="only what this check finds")
        parser.add_argument("--blocking", action="store_true", help="only what keeps a story from being published")

    def handle(self, *args, slugs, check=None, blocking=False, **options):
        """A line for each finding, then the sums."""
        asked = [known for known in CHECKS if (not check or known.key == check) and (known.blocks or not blocking)]
        counts = Counter()
        for story, finding in looked_over(slugs or None, asked):
            counts[finding.check] += 1
            sign = "blocks" if finding.check.blocks else "warns"
            self.stdout.write(f"{story.slug}: {finding.field}: {finding.text} ({finding.check.key}, {sign})")
        for found, count in counts.most_common():
            self.stdout.write(f"{count:>5}  {found.label} ({found.key})")
        if not counts:
            self.stdout.write("Nothing was found.")

"""Build the finder's index from the database."""

import time

from django.core.management.base import BaseCommand
from tqdm import tqdm

from cases.models import Story
from cases.search.index import library_index


class Command(BaseCommand):
    """Throws the index away and builds it anew; it also comes back by itself."""

    help = "Build the finder's index from the database."

    def handle(self, *args, **options):
        started, total = time.monotonic(), Story.objects.published().count()
        count = library_index().rebuild(lambda stories: tqdm(stories, total=total, unit=" stories", disable=None))
        self.stdout.write(f"Indexed {count:,} stories in {time.monotonic() - started:.1f} s.")

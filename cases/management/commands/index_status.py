"""Bring the index up to date and say how it stands."""

from django.core.management.base import BaseCommand

from cases.search.index import library_index


class Command(BaseCommand):
    """Prints how many stories the index holds, at which generation; builds what is missing first."""

    help = "Bring the finder's index up to date and say how it stands."

    def handle(self, *args, **options):
        snapshot = library_index().snapshot()
        self.stdout.write(
            f"The index holds {snapshot.searcher.num_docs - 1:,} stories, at generation {snapshot.generation[0]}."
        )

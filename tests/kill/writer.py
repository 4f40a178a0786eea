"""
The writer: publishes changes to stories as fast as it can, and says each that the database has confirmed. It is there to be killed.

Every change has a number, which stands in the story's title: `published 12 34` says that story 12 carries number 34.
"""

import os
import sys
from itertools import count
from random import Random


def main(first: int, seed: int) -> None:
    """Change stories for ever, with numbers from `first`."""
    from tests.bench.home import start_django

    start_django(dict(os.environ))
    from django.db import transaction

    from cases.models import Story
    from cases.search.changes import gathered, mark
    from cases.search.index import library_index

    random = Random(seed)
    ids = list(Story.objects.values_list("pk", flat=True))
    print("ready", flush=True)
    for number in count(first):
        story = Story.objects.get(pk=random.choice(ids))
        story.title = f"Kept {story.pk} number{number}"
        kind = random.random()
        if kind < 0.1:
            story.live = False
            story.save()
            print("hidden", story.pk, number, flush=True)
        elif kind < 0.2:
            # Many at once, so that the index has long to write.
            chosen = random.sample(ids, len(ids) // 2)
            with transaction.atomic(), gathered():
                for other in Story.objects.filter(pk__in=chosen):
                    other.title, other.live = f"Kept {other.pk} number{number}", True
                    other.save()
                mark(chosen if random.random() < 0.7 else None)
            print("\n".join(f"published {pk} {number}" for pk in chosen), flush=True)
        else:
            story.save_revision().publish()
            print("published", story.pk, number, flush=True)
        if random.random() < 0.5:
            library_index().snapshot()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

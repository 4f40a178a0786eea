"""
An editor at work: does one deed after the other, as fast as it can, and says each that the database has confirmed. It is there to be
killed.
"""

import os
import sys
from itertools import count
from random import Random


def main(first: int, seed: int, place: int, editors: int) -> None:
    """Change stories for ever, with numbers from `first`; the editor in that place among so many has every so-many-th story."""
    from tests.bench.home import start_django

    start_django(dict(os.environ))

    from cases.models import Story
    from cases.search.index import library_index
    from tests.kill.deeds import Editor

    random = Random(seed)
    ids = [pk for pk in Story.objects.order_by("pk").values_list("pk", flat=True) if pk % editors == place]
    editor = Editor(f"editor {place}", ids, random)
    print("ready", flush=True)
    for number in count(first):
        for line in editor.do(number):
            print(line, flush=True)
        if random.random() < 0.5:
            library_index().snapshot()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""Another process: it is told a word, asks the finder until a story has it, and says at what time that was. Run by the benchmark."""

import os
import sys
import time


def main() -> None:
    """Answer each word on a line with the moment at which it was found."""
    from tests.bench.home import start_django

    start_django(dict(os.environ))
    from django.http import QueryDict

    from cases.finder import Finder

    print("ready", flush=True)
    for line in sys.stdin:
        while not Finder(QueryDict(f"q={line.strip()}")).total:
            time.sleep(0.001)
        print(time.time(), flush=True)


if __name__ == "__main__":
    main()

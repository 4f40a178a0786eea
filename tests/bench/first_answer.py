"""A new process: how long until its first answer, and how much memory it holds when it is warm. Run by the benchmark."""

import json
import os
import sys
import time

STARTED = time.perf_counter()


def main(addresses: list[str]) -> None:
    """Answer every address and print the figures."""
    from tests.bench.home import start_django

    start_django(dict(os.environ))
    from tests.bench.asking import Site

    site = Site()
    assert site.get(addresses[0])[0] == 200
    first = (time.perf_counter() - STARTED) * 1000
    for address in addresses * 3:
        site.get(address)
    with open("/proc/self/status") as status:
        told = {
            name: value.split()[0] for name, _colon, value in (line.partition(":") for line in status) if value.split()
        }
    memory, mapped = int(told["RssAnon"]) / 1024, (int(told["RssFile"]) + int(told["RssShmem"])) / 1024
    print(json.dumps({"first": first, "memory": memory, "mapped": mapped}))


if __name__ == "__main__":
    main(sys.argv[1:])

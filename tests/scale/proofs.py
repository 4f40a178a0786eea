"""What is proved of the site. Each proof says what it saw, and stops everything where that is not what was promised."""

import json
import signal
import time
from statistics import median

from tests.scale import databases
from tests.scale.readers import READERS, Readers, ask, reading
from tests.scale.site import LOOPBACK, Site

PUBLISHED = 10
FOUND_WITHIN = 1.0
PUBLISH = """
import time
from cases.models import Citation, Source, Story
told = dict(summary="Somebody tried it.", result="failed", depth="full", no_place="It was a comparison.", live=False)
for word in {words}:
    story = Story(slug=word, title=f"The {{word}}", **told)
    story.save()
    Citation.objects.create(story=story, source=Source.objects.published()[0])
    story.save_revision().publish()
    print(word, time.time(), flush=True)
    time.sleep(1)
"""


def check(right: bool, said: str) -> None:
    """Say it, or stop."""
    print(f"{'ok  ' if right else 'NOT '} {said}", flush=True)
    if not right:
        raise SystemExit(1)


def readers_read_from_the_copy(site: Site) -> None:
    """Pages of readers are read from the copy, and the desk is not."""
    before = rows_read(site, "replica")
    for number in range(40):
        ask(site.address, f"/leaders/?page={number % 2}&other={number}")
    time.sleep(1.5)
    check(rows_read(site, "replica") > before, "readers' pages are read from the copy")


def rows_read(site: Site, name: str) -> int:
    """Rows that the server has given out so far."""
    with databases.connected(site, name) as cursor:
        cursor.execute("SELECT tup_returned + tup_fetched FROM pg_stat_database WHERE datname = 'casebook'")
        return cursor.fetchone()[0]


def what_one_node_publishes_the_other_finds(site: Site, name: str = "wagon") -> None:
    """A story published on one node is found on the other within a second."""
    words = [f"{name}{number}" for number in range(PUBLISHED)]
    node, times = (LOOPBACK, site.ports["node2"]), []
    ask(node, "/stories.json")
    for word, published in site.printed("node1", PUBLISH.format(words=words)):
        while json.loads(ask(node, f"/stories.json?q={word}")[1] or b"{}").get("total") != 1:
            if time.time() > float(published) + 20:
                break
            time.sleep(0.01)
        times.append(time.time() - float(published))
    said = f"found on the other node {median(times):.2f} s after it was published (at most {max(times):.2f} s)"
    check(len(times) == PUBLISHED and max(times) < FOUND_WITHIN, said)


def stopping_a_node_loses_nothing(site: Site) -> None:
    """One node after the other is stopped and started, while readers read."""
    readers = read_while_nodes_end(site, signal.SIGTERM)
    said = f"nodes stopped under {sum(readers.answers.values())} requests: {readers.lost} lost"
    check(readers.lost == 0, f"{said} {dict(readers.answers) if readers.lost else ''}")


def killing_a_node_cuts_what_it_was_sending(site: Site) -> None:
    """
    One node after the other is killed and started, while readers read.

    An answer of which a part had left the machine cannot be given anew by the other node: each reader had one on the way at most.
    """
    readers = read_while_nodes_end(site, signal.SIGKILL)
    cut = readers.answers["IncompleteRead"]
    said = f"nodes killed under {sum(readers.answers.values())} requests: {cut} cut in the middle, {readers.lost - cut} lost"
    check(readers.lost == cut <= 2 * READERS, f"{said} {dict(readers.answers) if readers.lost else ''}")


def read_while_nodes_end(site: Site, how: signal.Signals) -> Readers:
    """What readers were answered while each node ended so, and came back; the second ends as soon as the first serves again."""
    with reading(site.address) as readers:
        time.sleep(2)
        for name in ("node1", "node2"):
            site.stop(name, how)
            time.sleep(1)
            site.start_node(name)
    return readers


def without_the_database_readers_read_on(site: Site) -> None:
    """The database is stopped while readers read; they go on, from its copy. Then it comes back, and can be written to."""
    with reading(site.address) as readers:
        time.sleep(2)
        site.stop("primary", signal.SIGINT)
        time.sleep(8)
        asked = sum(readers.answers.values())
        databases.start(site, "primary")
        time.sleep(3)
    said = f"the database was away for 8 s: {readers.lost} of {asked} requests lost, the slowest took {readers.slowest:.1f} s"
    check(readers.lost == 0, f"{said} {dict(readers.answers) if readers.lost else ''}")
    what_one_node_publishes_the_other_finds(site, "carriage")


PROOFS = [
    readers_read_from_the_copy,
    what_one_node_publishes_the_other_finds,
    stopping_a_node_loses_nothing,
    killing_a_node_cuts_what_it_was_sending,
    without_the_database_readers_read_on,
]

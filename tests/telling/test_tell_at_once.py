"""Two people save one page in the same moment, each from a process of its own: one is told, and neither text is lost."""

import pytest

from tests.houses import START, House

BEGIN = (
    START
    + """
from cases.models import Contribution
story = Contribution.objects.create(key="bus", title="The bus")
for name in ("ada", "lena"):
    story.authors.create(name=name, email=f"{name}@example.org")
"""
)
SAVE = (
    START
    + """
import sys
from cases.models import Contribution
from cases.telling.steps import BY_KEY
from cases.telling.writing import Collided, save_answer
name = sys.stdin.readline().strip()
story = Contribution.objects.get(key="bus")
author = story.authors.get(name=name)
print("ready", flush=True)
for number in range(40):
    step = list(BY_KEY.values())[2 + number % 18]
    sys.stdin.readline()
    try:
        save_answer(contribution=story, author=author, step=step, item=number, data={"words": name}, seen=0)
        print("saved", flush=True)
    except Collided as collided:
        print(collided.theirs.data["words"], flush=True)
"""
)
ROWS = (
    START + "from cases.models import Answer; print(Answer.objects.count(), Answer.objects.filter(newest=True).count())"
)


@pytest.fixture
def house(django_db_setup, django_db_blocker, tmp_path):
    """A library of its own."""
    with django_db_blocker.unblock():
        house = House(tmp_path)
        yield house
        house.tear_down()


def say(process, words):
    """Give the process a line."""
    process.stdin.write(f"{words}\n")
    process.stdin.flush()


def hear(processes):
    """A line of each."""
    return [process.stdout.readline().strip() for process in processes]


def both(processes):
    """Let both save at once; what each of them prints."""
    [say(process, "go") for process in processes]
    return hear(processes)


def test_it_tells_one_of_two_who_save_at_once(house):
    house.run(BEGIN)
    processes = [house.start(SAVE) for _name in ("ada", "lena")]
    [say(process, name) for process, name in zip(processes, ("ada", "lena"), strict=True)]
    assert hear(processes) == ["ready", "ready"]

    answers = [both(processes) for _round in range(40)]
    [house.finish(process) for process in processes]

    assert [pair for pair in answers if pair not in (["saved", "ada"], ["lena", "saved"])] == []
    assert house.run(ROWS) == "40 40"

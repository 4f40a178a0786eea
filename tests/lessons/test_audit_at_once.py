"""People who hand in at the same moment, in processes of their own, on whichever database there is."""

import pytest

from tests.houses import START, House

MAKE = (
    START
    + """
from lessons.audit import actions
from lessons.models import Element, Framework, Round, Statement
lens = Framework.objects.create(slug="lens", title="Lens", summary="A lens.", order=1)
element = Element.objects.create(framework=lens, slug="element", name="Element", meaning="It means this.")
Statement.objects.create(slug="we-do", element=element, text="We do.", example="When?", next_step="Do it.")
actions.start_audit(said={"name": "The library service"})
"""
)
HAND_IN = (
    START
    + """
from lessons.audit import actions
from lessons.audit.keys import hashed
from lessons.audit.questionnaire import Questionnaire
from lessons.models import Round, Sheet
asked_in = Round.objects.get()
section = Questionnaire.read(asked_in.questions).sections[0]
for turn in range(5):
    key = actions.begin_sheet(audit_round=asked_in, voice="staff")
    sheet = Sheet.objects.get(key_hash=hashed(key))
    actions.save_step(sheet=sheet, section=section, said={"we-do": ("often", "")})
    actions.hand_in(sheet=sheet)
"""
)
COUNT = (
    START
    + """
from lessons.models import Reply, Sheet
print(*Sheet.objects.handed_in().values_list("place", flat=True), Reply.objects.count())
"""
)


@pytest.fixture
def house(django_db_setup, django_db_blocker, tmp_path):
    """A library of its own, with an audit in it."""
    with django_db_blocker.unblock():
        house = House(tmp_path)
        house.run(MAKE)
        yield house
        house.tear_down()


def test_it_gives_everybody_a_place_of_their_own(house):
    at_once = [house.start(HAND_IN) for _process in range(4)]
    [house.finish(process) for process in at_once]

    assert house.run(COUNT) == " ".join(str(place) for place in [*range(1, 21), 20])

"""Audits to test with: what is asked, people who answer, and forms that were opened a while ago."""

import time

from django.core.signing import TimestampSigner
from time_machine import travel

from lessons.audit import actions
from lessons.audit.keys import hashed, round_key
from lessons.audit.questionnaire import Questionnaire
from lessons.models import Audit, Round, Sheet
from tests.factories import ElementFactory, FrameworkFactory, StatementFactory


def nine_with_statements(elements: int = 3, statements: int = 2) -> Questionnaire:
    """A lens whose elements have a straight statement each, and one that is worded the other way round."""
    lens = FrameworkFactory(order=1)
    for n in range(elements):
        element = ElementFactory(
            framework=lens, slug=f"element-{n}", name=f"Element {n}", asks=f"Do we {n}?", sort_order=n
        )
        for k in range(statements):
            text = f"We do {n} in way {k}."
            StatementFactory(element=element, slug=f"s{n}-{k}", order=k, turned=bool(k % 2), text=text)
    return Questionnaire.of_library()


def an_audit(**said) -> tuple[Audit, str]:
    """A team's audit with an open round, and the organiser's key."""
    return actions.start_audit(said={"name": "The library service", **said})


def an_audit_on_the_shelf() -> None:
    """An audit with the key “organiser”: a closed round of six, one with the sheet “closed”, and an open one with “open”."""
    made, _key = an_audit()
    Audit.objects.filter(pk=made.pk).update(key_hash=hashed("organiser"))
    Round.objects.filter(audit=made).update(key_hash=hashed(round_key("organiser", 1)))
    sheets = many_answer(made.rounds.get(), *[("staff", 1), ("user", 3)] * 3)
    Sheet.objects.filter(pk=sheets[0].pk).update(key_hash=hashed("closed"))
    second = actions.open_round(audit=made, key="organiser")
    second.sheets.create(key_hash=hashed("open"), voice="staff")


def one_answers(audit_round: Round, voice: str, place: int | None, example: str = "") -> Sheet:
    """Somebody hands in a sheet on which everything lies at that place of the scale, from 0 to 4; None stands for “I cannot say”."""
    sheet = Sheet.objects.get(key_hash=hashed(actions.begin_sheet(audit_round=audit_round, voice=voice)))
    words = ["never", "seldom", "sometimes", "often", "always"]
    for section in Questionnaire.read(audit_round.questions).sections:
        said = {}
        for asked in section.statements:
            often = "cannot-say" if place is None else words[4 - place if asked.turned else place]
            said[asked.slug] = (often, example)
        actions.save_step(sheet=sheet, section=section, said=said)
    actions.hand_in(sheet=sheet)
    return sheet


def many_answer(audit_round: Round, *people: tuple[str, int | None]) -> list[Sheet]:
    """Each of the people, a voice and a place, hands in a sheet, one after the other."""
    return [one_answers(audit_round, voice, place) for voice, place in people]


def opened(purpose: str, seconds: int = 60) -> str:
    """The moment of an open form that was opened so many seconds ago."""
    signer = TimestampSigner(salt=f"cases.spam.{purpose}")
    with travel(time.time() - seconds, tick=False):
        return signer.sign(purpose)

"""What changes audits: each in one transaction, thin to call."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from lessons.audit.keys import account_key, hashed, new_key, round_key
from lessons.audit.questionnaire import Questionnaire, Section
from lessons.models import Audit, Reply, Round, Sheet
from lessons.models.audit import two_years_on

TOLD = ("name", "asked_by", "body", "place", "country", "email")
"""What an organiser says of an audit."""


@transaction.atomic
def start_audit(*, said: Mapping[str, Any], user=None, alone: bool = False) -> tuple[Audit, str]:
    """An audit with its first round, and the organiser's key; under the account of the user where there is one."""
    key = new_key()
    audit = Audit(alone=alone, user=user, key_hash=hashed(key), **{name: said.get(name, "") for name in TOLD})
    audit.save()
    if user:
        key = account_key(audit.pk)
        audit.key_hash = hashed(key)
        audit.save()
    open_round(audit=audit, key=key, closes_on=said.get("closes_on"))
    return audit, key


@transaction.atomic
def change_audit(*, audit: Audit, said: Mapping[str, Any]) -> None:
    """What the organiser says of the audit now, and the last day of the round that is open."""
    Audit.objects.filter(pk=audit.pk).update(**{name: said[name] for name in TOLD})
    audit.rounds.filter(closed_on__isnull=True).update(closes_on=said["closes_on"])


@transaction.atomic
def open_round(*, audit: Audit, key: str, closes_on=None) -> Round:
    """The audit's next round, with the statements as the library words them today; what was open before is closed."""
    today = timezone.localdate()
    audit.rounds.filter(closed_on__isnull=True).update(closed_on=today)
    number = audit.rounds.count() + 1
    asked = Questionnaire.of_library().as_kept()
    key_of_round = hashed(round_key(key, number))
    opened = audit.rounds.create(number=number, key_hash=key_of_round, questions=asked, closes_on=closes_on)
    if audit.alone:
        opened.sheets.create(key_hash=key_of_round)
    keep_longer(audit=audit)
    return opened


@transaction.atomic
def keep_alone(*, name: str, where: Mapping[str, str], said: Mapping[str, tuple[str, str]], user=None) -> str:
    """What somebody answered alone, kept under a private link; answers the key of that."""
    told = {"name": name, **where, "country": where.get("country", "").upper()}
    audit, key = start_audit(said=told, user=user, alone=True)
    sheet = Sheet.objects.get(round__audit=audit)
    save_answers(sheet=sheet, slugs=list(said), said=said)
    hand_in(sheet=sheet)
    return key


@transaction.atomic
def begin_sheet(*, audit_round: Round, voice: str) -> str:
    """A new person's sheet in the round; answers the key of it."""
    key = new_key()
    audit_round.sheets.create(key_hash=hashed(key), voice=voice)
    return key


@transaction.atomic
def save_step(*, sheet: Sheet, section: Section, said: Mapping[str, tuple[str, str]]) -> None:
    """What the sheet says to the statements of the section, instead of what it said before."""
    save_answers(sheet=sheet, slugs=[asked.slug for asked in section.statements], said=said)


@transaction.atomic
def save_answers(*, sheet: Sheet, slugs: list[str], said: Mapping[str, tuple[str, str]]) -> None:
    """What the sheet says to the statements of these slugs; one that is not said any more is taken away."""
    sheet.replies.filter(statement__in=set(slugs) - set(said)).delete()
    Reply.objects.bulk_create(
        [Reply(sheet=sheet, statement=slug, often=often, example=example) for slug, (often, example) in said.items()],
        update_conflicts=True,
        unique_fields=["sheet", "statement"],
        update_fields=["often", "example"],
    )


@transaction.atomic
def hand_in(*, sheet: Sheet) -> None:
    """Hand the sheet in, once. Who hands in at the same moment waits, so each has a place of their own."""
    Round.objects.locked().get(pk=sheet.round_id)
    place = Sheet.objects.filter(round=sheet.round_id).next_place()
    Sheet.objects.filter(pk=sheet.pk, place__isnull=True).update(place=place)
    if sheet.round.audit.alone:
        close_round(audit_round=sheet.round)


@transaction.atomic
def close_round(*, audit_round: Round) -> None:
    """Close the round, once: nobody answers any more."""
    Round.objects.filter(pk=audit_round.pk, closed_on__isnull=True).update(closed_on=timezone.localdate())


@transaction.atomic
def keep_longer(*, audit: Audit) -> None:
    """Keep the audit for another two years from today."""
    Audit.objects.filter(pk=audit.pk).update(keep_until=two_years_on(), warned_on=None)


@transaction.atomic
def show_in_sight(*, audit_round: Round, sheets: int) -> None:
    """Note that somebody sees a result of so many sheets while others may still answer."""
    Round.objects.filter(pk=audit_round.pk, seen__lt=sheets, closed_on__isnull=True).update(seen=sheets)


def do(*, audit: Audit, key: str, deed: str, said: Mapping[str, Any]) -> None:
    """What an organiser has been asked about and wants done: a deed of `lessons.audit.deeds`."""
    if deed == "close":
        for audit_round in audit.rounds.all():
            close_round(audit_round=audit_round)
    elif deed == "again":
        open_round(audit=audit, key=key, closes_on=said.get("closes_on"))
    elif deed == "longer":
        keep_longer(audit=audit)
    else:
        audit.delete()

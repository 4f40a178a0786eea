"""Links out of the library: found in every published text once a day, followed a few at a time, each at most once a week."""

import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from django.apps import apps
from django.db import transaction
from django.db.models import Field, Model, Q, TextField, URLField
from django.utils import timezone
from django.utils.translation import ngettext

from cases.choices import LinkState
from cases.chores import Chore
from cases.desk.dependents import home_of, is_record_or_part
from cases.markdown import PARSER, validate_markdown
from cases.models import LinkUse, OutsideLink
from cases.record.following import Followed, follow

LONGEST = OutsideLink._meta.get_field("address").max_length
AT_A_TIME = 20
SECONDS = 30
"""Links that are followed in a round, and how long that may take: the house has other chores."""


def texts(model: type[Model]) -> list[Field]:
    """The fields that may hold links: narratives and addresses."""
    return [f for f in model._meta.concrete_fields if isinstance(f, URLField) or _is_narrative(f)]


def _is_narrative(field: Field) -> bool:
    return isinstance(field, TextField) and validate_markdown in field.validators


def links_in(field: Field, text: str) -> Iterator[str]:
    """The addresses outside the library that a text leads to."""
    if isinstance(field, URLField):
        found = [text]
    else:
        blocks = [block for block in PARSER.parse(text) if block.children]
        found = [str(token.attrs["href"]) for block in blocks for token in block.children if token.type == "link_open"]
    yield from (address[:LONGEST] for address in found if address.startswith(("http://", "https://")))


def uses() -> Iterator[tuple[str, str, int, str]]:
    """Every link of a published record: address, noun, key of the record, field."""
    for model in apps.get_models():
        fields = texts(model) if is_record_or_part(model) else []
        if fields:
            yield from _uses_in(model, fields)


def _uses_in(model: type[Model], fields: list[Field]) -> Iterator[tuple[str, str, int, str]]:
    noun, path, relation = home_of(model)
    wanted = Q(*((f"{field.name}__contains", "://") for field in fields), _connector=Q.OR)
    shown = model._base_manager.filter(wanted, **{f"{path}__live" if path else "live": True})
    for key, *values in shown.values_list(path or "pk", *(f.name for f in fields)).iterator(chunk_size=500):
        for field, text in zip(fields, values, strict=True):
            place = (noun._meta.model_name, key, f"{relation}.{field.name}" if relation else field.name)
            yield from ((address, *place) for address in set(links_in(field, text or "")))


@transaction.atomic
def gather() -> str:
    """Bring the list of links up to date with what the library says; answers how many are new."""
    found = defaultdict(set)
    for address, *place in uses():
        found[address].add(tuple(place))
    known = dict(OutsideLink.objects.values_list("address", "pk"))
    new = OutsideLink.objects.bulk_create(OutsideLink(address=address) for address in found.keys() - known.keys())
    known |= {link.address: link.pk for link in new}
    stand = {(known[address], *place) for address, places in found.items() for place in places}
    stood = {tuple(row): pk for pk, *row in LinkUse.objects.values_list("pk", "link_id", "noun", "record_id", "field")}
    LinkUse.objects.filter(pk__in=[pk for row, pk in stood.items() if row not in stand]).delete()
    names = ("link_id", "noun", "record_id", "field")
    LinkUse.objects.bulk_create(LinkUse(**dict(zip(names, row, strict=True))) for row in stand - stood.keys())
    OutsideLink.objects.filter(uses=None).delete()
    return ngettext("%d new link", "%d new links", len(new)) % len(new) if new else ""


def check() -> str:
    """Follow the links that nobody has followed for a week, as many as the time allows."""
    done, until = 0, time.monotonic() + SECONDS
    for link in OutsideLink.objects.due()[:AT_A_TIME]:
        if time.monotonic() > until:
            break
        done += 1
        record(link, follow(link.address))
    return ngettext("%d link followed", "%d links followed", done) % done if done else ""


def record(link: OutsideLink, followed: Followed) -> None:
    """Keep what came of following the link."""
    link.checked_at, link.state, link.said = timezone.now(), followed.state, followed.said[:300]
    link.broken_since = (link.broken_since or link.checked_at) if link.state == LinkState.BROKEN else None
    link.save()


GATHER = Chore("gather links", gather, every=timedelta(days=1))
CHECK = Chore("follow links", check)

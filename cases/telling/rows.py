"""The rows of a story (its places, roles, measures …) from what authors wrote, as far as it says enough for a row."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from taggit.models import Tag

from cases.choices import OrganisationKind
from cases.models import Leader, Organisation, Place, PolicyArea, Source, Story
from cases.telling import hints
from cases.telling.making import Maker
from cases.telling.steps import BY_KEY
from cases.telling.telling import Telling
from cases.telling.wording import as_figure

Row = dict[str, Any]


def all_rows(telling: Telling, maker: Maker) -> dict[str, list]:
    """Every list of a story's data."""
    areas = telling.data(BY_KEY["areas"])
    return {
        "places": _once(_place(maker, data) for data in complete(telling, "places")),
        "policy_areas": list(
            PolicyArea.objects.filter(slug__in=areas.get("policy_areas", [])).values_list("pk", flat=True)
        ),
        "tagged_items": _tags(areas.get("tags", "")),
        "participations": _numbered(_participation(maker, data) for data in complete(telling, "bodies")),
        "roles": _numbered(_role(maker, data) for data in complete(telling, "people")),
        "measures": _numbered(_measure(data) for data in complete(telling, "figures")),
        "milestones": _numbered(sorted(map(_milestone, complete(telling, "dates")), key=_in_time)),
        "adaptations": _numbered(_adaptation(maker, data) for data in complete(telling, "origins")),
        "citations": _numbered(_citation(telling, maker, data) for data in complete(telling, "grounds")),
        "credits": _numbered(_credits(telling)),
    }


def complete(telling: Telling, key: str) -> list[dict]:
    """The items of a step that say enough to be rows."""
    step = BY_KEY[key]
    return [row.data for row in telling.items(step) if not step.form.left_open(row.data)]


def _numbered(rows: Iterable[Row]) -> list[Row]:
    """Each row once, with its place."""
    return [{"pk": None, "sort_order": place, **row} for place, row in enumerate(_once(rows))]


def _once(values: Iterable) -> list:
    """Each value once, and none whose record has gone since it was chosen."""
    found = []
    for value in values:
        if value and value not in found:
            found.append(value)
    return found


def _place(maker, data):
    return maker.record(Place, data["place"], country=data.get("country", ""), kind=data.get("place_kind", ""))


def _tags(text: str) -> list[Row]:
    """The tags, as the library writes them where it has them already."""
    found = {}
    for word in text.split(","):
        if word := " ".join(word.split())[:100]:
            tag = Tag.objects.filter(name__iexact=word).first() or Tag.objects.create(name=word)
            found[tag.pk] = {"pk": None, "tag": tag.pk}
    return list(found.values())


def _participation(maker, data):
    kind = data.get("organisation_kind") or OrganisationKind.OTHER.value
    body = maker.record(Organisation, data["organisation"], kind=kind)
    return {"organisation": body, "part": data["part"]} if body else None


def _role(maker, data):
    leader = maker.record(Leader, data.get("leader"))
    group = "" if leader else data.get("group") or (data.get("leader") or {}).get("words", "")
    return {
        "leader": leader,
        "group": group,
        "job_title": data.get("job_title", ""),
        "organisation": maker.record(Organisation, data.get("organisation"), kind=OrganisationKind.OTHER.value),
        "realm": data["realm"],
        "part": data["part"],
        "note": data.get("note", ""),
    }


def _measure(data):
    figures = {name: as_figure(data.get(name, "")) for name in ("baseline", "target", "result")}
    unit = data.get("unit") or next((unit for _figure, unit in figures.values() if unit), "")
    return {
        "indicator": data["indicator"],
        "kind": data["measure_kind"],
        **{name: figure for name, (figure, _unit) in figures.items()},
        "unit": unit,
        "period": data.get("period", ""),
        "better": data.get("better", ""),
        "note": data.get("note", ""),
    }


def _milestone(data):
    return {
        "year": int(data["year"]),
        "month": int(data["month"]) if data.get("month") else None,
        "until_year": int(data["until_year"]) if data.get("until_year") else None,
        "text": data["text"],
    }


def _in_time(row):
    return row["year"], row["month"] or 0


def _adaptation(maker, data):
    story = maker.known(Story, data["origin"])
    return {
        "from_story": story,
        "from_elsewhere": "" if story else data["origin"]["words"],
        # A place in words alone has no country: it stays in the words of the authors.
        "from_place": maker.known(Place, data.get("from_place")),
        **{name: data.get(name, "") for name in ("kept", "changed", "dropped", "note")},
    }


def _citation(telling, maker, data):
    if data.get("ground") == hints.OWN_KNOWLEDGE and not data.get("source"):
        return {"source": _own_account(telling, maker), "section": "", "page": ""}
    fields = {"authors": data.get("authors", ""), "year": int(data["year"]) if data.get("year") else None}
    source = maker.record(Source, data["source"], "title", url=data.get("url", ""), **fields)
    return {"source": source, "section": data.get("where", ""), "page": ""} if source else None


def _own_account(telling, maker):
    """What the authors know themselves, as a source of its own."""
    names = ", ".join(author.name for author in telling.authors if author.named)
    title = _("What %(names)s told this library") % {"names": names or _("somebody who was there")}
    return maker.draft(Source, title[:250], "title", authors=names[:250], year=date.today().year)


def _credits(telling):
    for author in telling.authors:
        if author.is_confirmed and author.kind:
            yield {"name": author.name if author.named else "", "kind": author.kind, "part": author.part}

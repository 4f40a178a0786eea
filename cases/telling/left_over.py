"""What of a contribution is in no field of the draft story: it stays with the contribution, word for word."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cases.telling.record_field import is_known
from cases.telling.steps import BY_KEY, STEPS, Step
from cases.telling.telling import YOU, Telling


@dataclass(frozen=True)
class LeftOver:
    """Words that are in no field, and why."""

    step: Step
    name: str
    words: str
    why: str


def left_over(telling: Telling) -> list[LeftOver]:
    """Everything that editors should see to by hand."""
    return [*_incomplete(telling), *_words_alone(telling), *_both_changed(telling)]


def _incomplete(telling):
    for step in (step for step in STEPS if step.many):
        for row in telling.items(step):
            if open_ := step.form.left_open(row.data):
                words = "; ".join(f"{label}: {said}" for _name, label, said in step.rows(row.data))
                yield LeftOver(step, step.name_of(row.data), words, _("It is not said: %s") % " ".join(open_))


def _words_alone(telling):
    for step in (step for step in STEPS if step != YOU):
        for name, _item, rows in telling.told(step):
            for field, label, words in rows:
                if field in step.form.stays:
                    yield LeftOver(step, name, f"{label} {words}", _("No field of a story takes it."))
    for row in telling.items(BY_KEY["origins"]):
        place = row.data.get("from_place") or {}
        if place.get("words") and not is_known(place):
            yield LeftOver(
                BY_KEY["origins"], row.data["origin"]["words"], place["words"], _("The place is not in the library.")
            )


def _both_changed(telling):
    for field in telling.contribution.handed_over.get("kept", []):
        step = next(step for step in STEPS if field in {*step.about, *ALSO.get(step.key, ())})
        words = "; ".join(
            f"{label}: {said}" for _name, _item, rows in telling.told(step) for _field, label, said in rows
        )
        yield LeftOver(step, "", words, _("Both you and the authors have changed it since; your version was kept."))


ALSO = {"areas": ("tagged_items",), "problem": ("depth",)}
"""Fields of a story's data that have another name there, or follow from several steps."""

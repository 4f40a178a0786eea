"""New records for what authors say in their own words: drafts at the desk, each made once."""

from django.db.models import Model
from django.utils.text import slugify

from cases.models import Contribution
from cases.telling.record_field import is_known


class Maker:
    """Finds the record that words mean, or makes a draft of it; what was made for a contribution is written down in it."""

    def __init__(self, contribution: Contribution):
        self.contribution = contribution

    def record(self, model: type[Model], value: dict | None, field: str = "name", **fields) -> int | None:
        """The key of the record that a kept value of a `RecordField` means; None where it says nothing, or the record is gone."""
        if not value or not value.get("words"):
            return None
        return self.known(model, value) if is_known(value) else self.draft(model, value["words"], field, **fields)

    def known(self, model: type[Model], value: dict | None) -> int | None:
        """The key of the record of the library that a kept value names."""
        named = model.objects.filter(slug=value["record"]) if is_known(value) else model.objects.none()
        return named.values_list("pk", flat=True).first()

    def draft(self, model: type[Model], words: str, field: str = "name", **fields) -> int:
        """The key of the draft of that name that was made for the contribution, or is made now."""
        name = f"{model._meta.label}:{words.casefold()}"
        made = self.contribution.made.get(name)
        if made and model.objects.filter(pk=made).exists():
            return made
        record = model(slug=free_slug(model, words), live=False, **{field: words, **fields})
        record.save()
        record.save_revision(clean=False)
        self.contribution.made[name] = record.pk
        return record.pk


def free_slug(model: type[Model], words: str) -> str:
    """A slug made of the words that no record has yet; of words without a Latin letter, the noun."""
    stem = slugify(words)[:60].strip("-") or model._meta.model_name
    taken = set(model.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)

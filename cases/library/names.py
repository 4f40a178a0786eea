"""Slugs and primary keys: files refer by the one, the database by the other."""

from typing import Any

from taggit.models import Tag

HIDDEN = object()
"""Stands for a reference to a record that readers may not see."""


class Names:
    """
    The slug of every record and the key of every slug, read once a model when first asked.

    With `published`, records that no file holds (drafts, and what was taken back without a reason) are `HIDDEN`, and `hidden` has those
    that were asked for.
    """

    def __init__(self, published: bool = False):
        self.published = published
        self.hidden: set[tuple[type, int]] = set()
        self._slugs: dict[type, dict[int, str]] = {}
        self._keys: dict[type, dict[str, int]] = {}
        self._values: dict[tuple[type, str], dict[int, Any]] = {}

    def expect(self, mentioned: dict[type, set[int]]) -> None:
        """Hear which records will be asked for; who reads every slug at once need not know."""

    def slug(self, model: type, pk: int | None) -> object:
        """The slug of the record, None where there is no record, or HIDDEN."""
        if pk is None:
            return None
        slug = self.slugs(model).get(pk, HIDDEN)
        if slug is HIDDEN:
            self.hidden.add((model, pk))
        return slug

    def key(self, model: type, slug: str | None) -> int | None:
        """The primary key of the record; KeyError where there is none of that slug."""
        return self.keys(model)[slug] if slug else None

    def slugs(self, model: type) -> dict[int, str]:
        """Primary key to slug."""
        if model not in self._slugs:
            rows = model.objects.on_record() if self.published and model is not Tag else model.objects.all()
            self._slugs[model] = dict(rows.order_by().values_list("pk", "name" if model is Tag else "slug"))
        return self._slugs[model]

    def keys(self, model: type) -> dict[str, int]:
        """Slug to primary key; of tags, the name in small letters."""
        if model not in self._keys:
            pairs = self.slugs(model).items()
            self._keys[model] = {slug.casefold() if model is Tag else slug: pk for pk, slug in pairs}
        return self._keys[model]

    def values(self, model: type, column: str) -> dict[int, Any]:
        """Primary key to what stands in the column."""
        if (model, column) not in self._values:
            self._values[model, column] = dict(model.objects.order_by().values_list("pk", column))
        return self._values[model, column]

    def add(self, model: type, slug: str, pk: int) -> None:
        """Remember a record that has just been written."""
        self.slugs(model)[pk] = slug
        self.keys(model)[slug] = pk

    def forget(self, model: type) -> None:
        """Read the model again when next asked."""
        self._slugs.pop(model, None)
        self._keys.pop(model, None)


class FewNames(Names):
    """The slugs of the records that a few others mention: read for these alone, many at once."""

    def expect(self, mentioned: dict[type, set[int]]) -> None:
        """Read the slugs of these records, as far as they are not known."""
        for model, pks in mentioned.items():
            known = self._slugs.setdefault(model, {})
            if missing := pks - known.keys():
                column = "name" if model is Tag else "slug"
                known.update(model.objects.filter(pk__in=missing).order_by().values_list("pk", column))

    def slugs(self, model: type) -> dict[int, str]:
        """Primary key to slug, of those that were expected."""
        return self._slugs.setdefault(model, {})

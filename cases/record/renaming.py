"""
Former names: a record that readers knew under another slug is found under it for ever.

Whoever saves a record under a new slug leaves the old one behind; nobody has to think of it.
"""

from collections.abc import Iterable

from django.db.models import Model
from django.db.models.signals import post_delete, pre_save
from django.http import QueryDict
from django.utils.translation import gettext

from cases.extensions import extensions
from cases.models import Collection, FormerSlug, Leader, Organisation, Place, PolicyArea, Source, Story
from cases.models.record import Record
from cases.pages import PAGES

PARAMETERS: dict[str, type[Model]] = {
    "story": Story,
    "organisation": Organisation,
    "leader": Leader,
    "place": Place,
    "policy": PolicyArea,
    "source": Source,
    "collection": Collection,
}
"""The parameters of addresses that name records by their slugs."""


class MovedQuery(Exception):
    """An address names records by slugs that they had before; it leads to the same with those that they have now."""

    def __init__(self, query: QueryDict):
        super().__init__(f"It is {query.urlencode()} now.")
        self.query = query


def has_address(model: type[Model]) -> bool:
    """Whether readers know records of the noun by their slug."""
    return model in PAGES


def keeps_names(model: type[Model]) -> bool:
    """Whether former slugs of the noun are kept: it has pages, or stands in addresses of the finder."""
    return has_address(model) or issubclass(model, Record)


def why_taken(record: Model) -> str:
    """Why the record may not have its slug: it leads to another one. Nothing where it may."""
    if not keeps_names(type(record)) or not record.slug:
        return ""
    holder = FormerSlug.objects.record_of(type(record), record.slug)
    if holder in {None, record.pk}:
        return ""
    other = type(record)._base_manager.filter(pk=holder).first()
    return gettext("“%(slug)s” was the slug of “%(other)s”, and its address still leads there. Choose another.") % {
        "slug": record.slug,
        "other": other,
    }


def renamed_to(model: type[Model], slug: str) -> str | None:
    """The slug that the record has today which had this one before, or None."""
    holder = FormerSlug.objects.record_of(model, slug) if keeps_names(model) else None
    return model._base_manager.filter(pk=holder).values_list("slug", flat=True).first() if holder else None


def follow_names(query: QueryDict, unknown: Iterable[tuple[str, str]]) -> None:
    """Raise MovedQuery where a parameter with a value that nobody knows was the name of a record."""
    nouns = PARAMETERS | extensions.parameters
    new = {(key, slug): found for key, slug in unknown if key in nouns and (found := renamed_to(nouns[key], slug))}
    if new:
        query = query.copy()
        for key in {key for key, _slug in new}:
            query.setlist(key, list(dict.fromkeys(new.get((key, slug), slug) for slug in query.getlist(key))))
        raise MovedQuery(query)


def leave_behind(model: type[Model], slugs: Iterable[str], to: int) -> None:
    """Let the addresses of these slugs lead to the record of that key."""
    for slug in slugs:
        FormerSlug.objects.update_or_create(noun=model._meta.model_name, slug=slug, defaults={"record_id": to})


def _saving(sender, instance, raw=False, update_fields=None, **kwargs):
    """
    Where a record that was published once gets another slug, keep the old one; who takes its own back needs it no more.

    A draft with another slug changes nothing: it saves the record without it.
    """
    if update_fields is not None and "slug" not in update_fields:
        return
    if raw or not keeps_names(sender) or not instance.pk or not instance.first_published_at:
        return
    old = sender._base_manager.filter(pk=instance.pk).values_list("slug", flat=True).first()
    if old and old != instance.slug:
        leave_behind(sender, [old], instance.pk)
        FormerSlug.objects.of_record(instance).filter(slug=instance.slug).delete()


def _deleted(sender, instance, **kwargs):
    """The former names go with the record."""
    if keeps_names(sender):
        FormerSlug.objects.of_record(instance).delete()


def listen() -> None:
    """Watch every save and deletion of a record."""
    pre_save.connect(_saving, dispatch_uid="casebook-renaming")
    post_delete.connect(_deleted, dispatch_uid="casebook-forgetting")

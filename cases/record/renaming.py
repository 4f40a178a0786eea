"""
Former names: a record that readers knew under another slug is found under it for ever.

Whoever saves a record under a new slug leaves the old one behind; nobody has to think of it.
"""

from collections.abc import Iterable

from django.db.models import Model
from django.db.models.signals import post_delete, pre_save
from django.utils.translation import gettext

from cases.models import FormerSlug
from cases.pages import PAGES


def has_address(model: type[Model]) -> bool:
    """Whether readers know records of the noun by their slug."""
    return model in PAGES


def why_taken(record: Model) -> str:
    """Why the record may not have its slug: it leads to another one. Nothing where it may."""
    if not has_address(type(record)) or not record.slug:
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
    holder = FormerSlug.objects.record_of(model, slug) if has_address(model) else None
    return model._base_manager.filter(pk=holder).values_list("slug", flat=True).first() if holder else None


def leave_behind(model: type[Model], slugs: Iterable[str], to: int) -> None:
    """Let the addresses of these slugs lead to the record of that key."""
    for slug in slugs:
        FormerSlug.objects.update_or_create(noun=model._meta.model_name, slug=slug, defaults={"record_id": to})


def _saving(sender, instance, raw=False, **kwargs):
    """Where a record that was published once gets another slug, keep the old one; who takes its own back needs it no more."""
    if raw or not has_address(sender) or not instance.pk or not instance.first_published_at:
        return
    old = sender._base_manager.filter(pk=instance.pk).values_list("slug", flat=True).first()
    if old and old != instance.slug:
        leave_behind(sender, [old], instance.pk)
        FormerSlug.objects.of_record(instance).filter(slug=instance.slug).delete()


def _deleted(sender, instance, **kwargs):
    """The former names go with the record."""
    if has_address(sender):
        FormerSlug.objects.of_record(instance).delete()


def listen() -> None:
    """Watch every save and deletion of a record."""
    pre_save.connect(_saving, dispatch_uid="casebook-renaming")
    post_delete.connect(_deleted, dispatch_uid="casebook-forgetting")

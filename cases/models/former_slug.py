"""The names that records had before."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty


class FormerSlugQuerySet(models.QuerySet):
    """Lists of former names."""

    def of(self, model):
        """The former names of records of the noun."""
        return self.filter(noun=model._meta.model_name)

    def of_record(self, record):
        """The former names of the record."""
        return self.of(type(record)).filter(record_id=record.pk)

    def record_of(self, model, slug):
        """The key of the record that had this name, or None."""
        return self.of(model).filter(slug=slug).values_list("record_id", flat=True).first()


class FormerSlug(models.Model):
    """A name under which readers knew a record; its address leads to the record for ever."""

    noun = models.CharField(_("noun"), max_length=40)
    slug = models.SlugField(_("slug"), max_length=80, db_index=False)
    record_id = models.BigIntegerField(_("record"), db_index=True)
    since = models.DateTimeField(_("since"), default=timezone.now)

    objects = FormerSlugQuerySet.as_manager()

    class Meta:
        ordering = ["noun", "slug"]
        permissions = [("merge_records", _("Can merge two records into one"))]
        constraints = [
            not_empty("formerslug", "slug"),
            models.UniqueConstraint(
                name="formerslug_once",
                fields=["noun", "slug"],
                violation_error_message=_("This name leads to a record already."),
            ),
        ]

    def __str__(self):
        return f"{self.noun} {self.slug}"

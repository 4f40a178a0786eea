"""What every noun of the library has in common: a slug, an address, drafts beside the live version, and history."""

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from cases.drafts import without_lost


class RecordQuerySet(models.QuerySet):
    """What every list of records can be asked."""

    def published(self):
        """Records that readers may see."""
        return self.filter(live=True)


class Record(PreviewableMixin, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, ClusterableModel):
    """A record of the library, edited on one screen of the desk and shown at one address."""

    slug = models.SlugField(
        _("slug"),
        max_length=80,
        unique=True,
        help_text=_("The record's name in addresses and files. Keep it once published."),
    )

    objects = RecordQuerySet.as_manager()

    page_name = ""
    """Name of the URL pattern and of the template of the record's page, such as ``story-page``."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Save the record, its parts and the mark that it has changed in one transaction."""
        with transaction.atomic():
            return super().save(*args, **kwargs)

    @classmethod
    def from_serializable_data(cls, data, **kwargs):
        """The record as a draft or an old version has it, without what has been deleted since."""
        return super().from_serializable_data(without_lost(cls, data), **kwargs)

    def get_absolute_url(self):
        """The record's public address."""
        return reverse(self.page_name, args=[self.slug])

    def get_preview_template(self, request, mode_name):
        """The real page's template."""
        from cases.pages import page_of

        return page_of(self)[0]

    def get_preview_context(self, request, mode_name):
        """What the real page shows, of the draft."""
        from cases.pages import page_of

        return {**super().get_preview_context(request, mode_name), **page_of(self)[1], "preview": True}

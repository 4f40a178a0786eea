"""What every noun of the library has in common: a slug, an address, drafts beside the live version, and history."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from cases.drafts import without_lost


class RecordQuerySet(models.QuerySet):
    """What every list of records can be asked."""

    def published(self):
        """Records that readers may see."""
        return self.filter(live=True)

    def retired(self):
        """Records that were taken back with a reason."""
        return self.filter(retired_on__isnull=False)

    def on_record(self):
        """Records that the library's files hold: the published, and the retired with their reason."""
        return self.filter(models.Q(live=True) | models.Q(retired_on__isnull=False))

    def with_drafts(self):
        """Records of which something waits to be published."""
        waiting = models.Q(has_unpublished_changes=True) | models.Q(live=False, latest_revision__isnull=False)
        return self.filter(waiting, retired_on=None)


def retired_with_reason(model: str) -> models.CheckConstraint:
    """A constraint that who is retired is hidden and has a reason, and that nobody else has one."""
    retired = models.Q(retired_on__isnull=False, live=False) & ~models.Q(retired_because="")
    return models.CheckConstraint(
        name=f"{model}_retired_with_reason",
        condition=retired | models.Q(retired_on__isnull=True, retired_because="", see_instead__isnull=True),
        violation_error_message=_("What is retired is hidden from readers, and says why."),
    )


class Record(PreviewableMixin, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, ClusterableModel):
    """A record of the library, edited on one screen of the desk and shown at one address."""

    slug = models.SlugField(
        _("slug"),
        max_length=80,
        unique=True,
        help_text=_("The record's name in addresses and files. If it changes, the old address leads to the new one."),
    )

    retired_on = models.DateField(_("retired on"), null=True, blank=True, editable=False)
    retired_because = models.TextField(_("retired because"), max_length=500, blank=True, editable=False)
    see_instead = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    objects = RecordQuerySet.as_manager()

    page_name = ""
    """Name of the URL pattern and of the template of the record's page, such as ``story-page``."""

    kept_apart: tuple[str, ...] = ("retired_on", "retired_because", "see_instead_id")
    """What is true of the record whichever version of it is shown: no draft or old version brings it back."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Save the record, its parts and the mark that it has changed in one transaction."""
        with transaction.atomic():
            return super().save(*args, **kwargs)

    def clean(self):
        """No record takes a name that leads to another."""
        super().clean()
        if said := self.taken_slug():
            raise ValidationError({"slug": said})

    def taken_slug(self) -> str:
        """Why the record may not have its slug, or nothing."""
        from cases.record.renaming import why_taken

        return why_taken(self)

    def save_revision(self, *args, **kwargs):
        """Save a draft; before the first one, what readers see."""
        from cases.record.beginnings import begin_history

        with transaction.atomic():
            begin_history(self)
            return super().save_revision(*args, **kwargs)

    def publish(self, revision, *args, **kwargs):
        """Publish a draft: all of it or, where the process is killed, nothing. What was retired is back with it."""
        with transaction.atomic():
            self.keep_apart(revision.content_object)
            if goes_live_now(revision):
                revision.content_object.retired_on, revision.content_object.retired_because = None, ""
                revision.content_object.see_instead = None
            return super().publish(revision, *args, **kwargs)

    def keep_apart(self, record):
        """Give the record what no version holds as the database has it now, and let nobody change it until the transaction ends."""
        row = type(self)._base_manager.select_for_update(of=("self",)).filter(pk=self.pk)
        for name, value in (row.values(*self.kept_apart).first() or {}).items():
            setattr(record, name, value)

    def with_content_json(self, content):
        """The record as a version has it, but for what no version holds."""
        record = super().with_content_json(content)
        for name in self.kept_apart:
            setattr(record, name, getattr(self, name))
        return record

    @classmethod
    def from_serializable_data(cls, data, **kwargs):
        """The record as a draft or an old version has it, without what has been deleted since."""
        return super().from_serializable_data(without_lost(cls, data), **kwargs)

    @property
    def on_record(self) -> bool:
        """Whether its address still says something: readers may see it, or are told why it was retired."""
        return self.live or self.retired_on is not None

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


def goes_live_now(revision) -> bool:
    """Whether publishing the draft shows it at once: it has no time of its own, or that has come."""
    at = revision.content.get("go_live_at")
    return not at or (at if isinstance(at, datetime) else datetime.fromisoformat(at)) <= timezone.now()

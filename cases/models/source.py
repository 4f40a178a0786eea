"""Sources: the publications that the library rests on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty
from cases.markdown import validate_markdown
from cases.models.record import Record, RecordQuerySet, retired_with_reason


class SourceQuerySet(RecordQuerySet):
    """Lists of sources."""

    def for_list(self):
        """Published sources with `story_count`, how many published stories rest on each."""
        count = models.Count("citations__story", filter=models.Q(citations__story__live=True), distinct=True)
        return self.published().annotate(story_count=count).order_by("title", "slug")


class Source(Record):
    """A publication, with its licence and what that licence allows."""

    title = models.CharField(_("title"), max_length=250)
    authors = models.CharField(_("authors"), max_length=250, blank=True)
    publisher = models.CharField(_("publisher"), max_length=250, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, help_text=_("Leave empty where the copy held has none.")
    )
    isbn = models.CharField(_("ISBN"), max_length=20, blank=True)
    url = models.URLField(_("web address"), blank=True)
    licence = models.CharField(_("licence"), max_length=200, blank=True)
    allows = models.CharField(_("what the licence allows"), max_length=300, blank=True)
    quotable = models.BooleanField(
        _("short quotations allowed"), default=False, help_text=_("Only then may evidence carry a quotation from it.")
    )
    about = models.TextField(_("about"), blank=True, validators=[validate_markdown])

    objects = SourceQuerySet.as_manager()

    page_name = "source-page"

    class Meta:
        ordering = ["title", "slug"]
        constraints = [
            retired_with_reason("source"),
            not_empty("source", "title"),
            models.CheckConstraint(
                name="source_year_plausible",
                condition=models.Q(year__isnull=True) | models.Q(year__range=(1400, 2200)),
                violation_error_message=_("The year must have four digits."),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def reference(self) -> str:
        """The publication in a bibliography, without its title: authors, publisher, year, ISBN."""
        isbn = f"ISBN {self.isbn}" if self.isbn else ""
        return ", ".join(str(part) for part in (self.authors, self.publisher, self.year, isbn) if part)

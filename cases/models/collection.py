"""Collections: stories that an editor put together, with reasons."""

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty
from cases.markdown import validate_markdown
from cases.models.record import Record, RecordQuerySet, retired_with_reason


class CollectionQuerySet(RecordQuerySet):
    """Lists of collections."""

    def for_list(self):
        """Published collections by title, with `story_count`, how many published stories each holds."""
        count = models.Count("collected", filter=models.Q(collected__story__live=True))
        return self.published().annotate(story_count=count).order_by("title", "slug")

    def for_page(self):
        """Collections with their stories."""
        rows = apps.get_model("cases", "CollectedStory").objects.select_related("story")
        return self.prefetch_related(models.Prefetch("collected", queryset=rows))

    def holding(self, story):
        """The collections that the story is in, by title."""
        return self.filter(collected__story=story).order_by("title", "slug")


class Collection(Record):
    """Stories that somebody put together for a reason: an introduction, an order, and a note on each story."""

    title = models.CharField(_("title"), max_length=80)
    summary = models.TextField(
        _("summary"), max_length=300, help_text=_("One or two sentences: what the stories have in common.")
    )
    introduction = models.TextField(
        _("introduction"),
        validators=[validate_markdown],
        help_text=_("Why these stories stand together, and what to look for when reading them."),
    )
    curator = models.CharField(_("curator"), max_length=120, help_text=_("Who chose the stories and answers for them."))

    objects = CollectionQuerySet.as_manager()

    page_name = "collection-page"

    class Meta:
        ordering = ["title", "slug"]
        constraints = [
            retired_with_reason("collection"),
            not_empty("collection", "title"),
            not_empty("collection", "summary"),
            not_empty("collection", "introduction"),
            not_empty("collection", "curator"),
        ]

    def __str__(self):
        return self.title

    @property
    def notes(self) -> dict[str, str]:
        """The slugs of its stories in the curator's order, each with the note that says why it is here."""
        rows = sorted(self.collected.all(), key=lambda row: row.sort_order or 0)
        return {row.story.slug: row.note for row in rows}

"""News: what has become new for readers."""

from django.db import models
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from cases.choices import How, one_of


class NewsQuerySet(models.QuerySet):
    """Lists of news."""

    def newest(self) -> int:
        """The key of the newest piece; 0 where there is none."""
        return self.aggregate(newest=Max("pk"))["newest"] or 0

    def between(self, after: int, up_to: int):
        """What came after the one piece, up to the other, the oldest first."""
        return self.filter(pk__gt=after, pk__lte=up_to).order_by("pk")

    def about_one(self, about: str, key):
        """What is about that record, the newest first."""
        return self.filter(about=about, key=key).order_by("-pk")

    def older_than(self, moment):
        """What was noted before that moment."""
        return self.filter(noted_at__lt=moment)


class News(models.Model):
    """
    Something that became new: a story, a part of one, or what a story says on another record.

    `about` names the kind of record (story; upper floors add theirs) and `key` its primary key; `part` is the part of it.
    """

    about = models.CharField(_("about"), max_length=20)
    key = models.BigIntegerField(_("key"))
    story_id = models.BigIntegerField(_("story"))
    how = models.CharField(_("how"), max_length=10, choices=How)
    parts = models.JSONField(_("parts"), default=list, blank=True)
    noted_at = models.DateTimeField(_("noted at"), auto_now_add=True)

    objects = NewsQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = _("news")
        ordering = ["pk"]
        indexes = [models.Index(fields=["about", "key"], name="news_about_key")]
        constraints = [one_of("news", "how", How)]

    def __str__(self):
        return f"{self.about} {self.key}: {self.get_how_display()}"

"""Lists of stories."""

from django.db import models

from cases.choices import Depth
from cases.models.upkept import UpkeptQuerySet


class StoryQuerySet(UpkeptQuerySet):
    """Lists of stories."""

    def for_page(self):
        """Everything of `cases` that a story's page shows, in a number of queries that does not grow."""
        pictures = models.Exists(_model("StoryPicture").objects.filter(story=models.OuterRef("pk")))
        return (
            self.annotate(has_pictures=pictures)
            .select_related("part_of")
            .prefetch_related(
                *("policy_areas", "tags", "credits"),
                models.Prefetch("places", queryset=_model("Place").objects.for_labels()),
                models.Prefetch(
                    "participations", queryset=_model("Participation").objects.select_related("organisation")
                ),
                models.Prefetch("roles", queryset=_model("Role").objects.select_related("leader", "organisation")),
                models.Prefetch("milestones", queryset=_model("Milestone").objects.select_related("source")),
                models.Prefetch("measures", queryset=_model("Measure").objects.select_related("source")),
                models.Prefetch(
                    "adaptations",
                    queryset=_model("Adaptation").objects.select_related("from_story", "from_place", "source"),
                ),
                models.Prefetch("citations", queryset=_model("Citation").objects.select_related("source")),
            )
        )

    def of_slugs(self, slugs):
        """The stories of these slugs, published or not."""
        return self.filter(slug__in=slugs)

    def of_ids(self, ids):
        """The stories of these ids."""
        return self.filter(pk__in=ids)

    def filter_strands(self, story):
        """The stories that are part of this one."""
        return self.filter(part_of=story).order_by("year_from", "title", "pk")

    def for_lines(self, ids):
        """The stories of these ids, with their places."""
        return self.filter(pk__in=ids).prefetch_related("places")

    def told_in_full(self):
        """The stories that are told in full."""
        return self.filter(depth=Depth.FULL)

    def told_in(self, source):
        """The stories that cite the source."""
        return self.filter(pk__in=_model("Citation").objects.filter(source=source).values("story"))


def _model(name):
    from django.apps import apps

    return apps.get_model("cases", name)

"""The map of the site for search engines: every published record, and the views of their shape."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from cases.explore.rooms import ROOMS
from cases.models import Collection, Leader, Organisation, Place, Source, Story
from lessons.models import Course, Element, Framework, Lesson, Question, Tension


class RecordSitemap(Sitemap):
    """The published records of one noun."""

    def __init__(self, model):
        self.model = model

    def items(self):
        """In the order of their keys, so that pages of the map stay the same."""
        return self.model.objects.published().order_by("pk")

    def lastmod(self, record):
        """When the record was last published, where it knows."""
        return getattr(record, "last_published_at", None)


class RoomSitemap(Sitemap):
    """The views of the library's shape, and the learning audit."""

    def items(self):
        """By URL name."""
        return ["explore", "audit", *(room.name for room in ROOMS)]

    def location(self, name):
        """The view's address."""
        return reverse(name)


NOUNS = (Story, Lesson, Course, Framework, Element, Question, Tension, Collection, Organisation, Leader, Place, Source)
SITEMAPS = {"explore": RoomSitemap, **{model._meta.model_name: RecordSitemap(model) for model in NOUNS}}

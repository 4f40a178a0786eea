"""Wagtail's own search in the database, set up as its documentation says: fields to search and to filter by, and counts."""

from django.db.models import Count
from modelsearch.abstract_models import TextIDGenericRelation
from wagtail.search import index
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from cases.models import Story
from cases.models.story import SECTIONS
from tests.bench.rivals import orm

LOCAL = ("result", "level", "novelty", "driver", "depth")
"""The facets that `facet()` can count; the others are counted in the database among the stories found."""


class SearchedStory(index.Indexed, Story):
    """A story as Wagtail's search takes it."""

    search_fields = [
        index.SearchField("title", boost=6),
        index.SearchField("summary", boost=3),
        *(index.SearchField(name) for name in SECTIONS),
        *(index.FilterField(name) for name in ("live", *LOCAL)),
        index.RelatedFields("policy_areas", [index.FilterField("slug")]),
    ]

    class Meta:
        proxy = True
        app_label = "cases"


# What Wagtail does at its start for the models that are there by then; its search on PostgreSQL asks for it.
TextIDGenericRelation(IndexEntry).contribute_to_class(SearchedStory, "index_entries")


def prepare() -> None:
    """Fill Wagtail's index with every published story, as `update_index` does."""
    backend = get_search_backend()
    rebuilder = backend.rebuilder_class(backend.get_index_for_model(SearchedStory))
    found = rebuilder.start()
    found.add_model(SearchedStory)
    stories, last = SearchedStory.objects.filter(live=True), 0
    while batch := list(stories.filter(pk__gt=last).order_by("pk")[:1000]):
        found.add_items(SearchedStory, batch)
        last = batch[-1].pk
    rebuilder.finish()


def answer(question: dict) -> int:
    """Ask for all of it; answers how many stories there are. Where no words are asked for, that is no search, and plain Django answers."""
    if not question["words"]:
        return orm.answer(question)
    searched = get_search_backend().search(question["words"], SearchedStory.objects.filter(live=True), operator="and")
    list(searched[:20])
    for name in LOCAL:
        searched.facet(name)
    found = searched.get_queryset().values("pk")
    for path in (path for key, path in orm.FACETS.items() if key not in LOCAL):
        rows = Story.objects.filter(pk__in=found).order_by().values(path)
        list(rows.annotate(stories=Count("pk", distinct=True)).order_by("-stories")[:13])
    return searched.count()

"""Releases, and what is in them."""

import factory

from cases.models import Release, ReleaseItem
from tests.factories.story import StoryFactory


class ReleaseFactory(factory.django.DjangoModelFactory):
    """A release without a time and without records."""

    class Meta:
        model = Release

    title = factory.Sequence(lambda n: f"Release {n}")


class ReleaseItemFactory(factory.django.DjangoModelFactory):
    """A draft story in a release, or the `record` that is given."""

    class Meta:
        model = ReleaseItem
        exclude = ["record"]

    release = factory.SubFactory(ReleaseFactory)
    record = factory.SubFactory(StoryFactory, draft=True)
    noun = factory.LazyAttribute(lambda item: item.record._meta.model_name)
    record_id = factory.LazyAttribute(lambda item: item.record.pk)
    title = factory.LazyAttribute(lambda item: str(item.record))

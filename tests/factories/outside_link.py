"""Links out of the library, and where they stand."""

import factory

from cases.models import LinkUse, OutsideLink
from tests.factories.story import StoryFactory


class OutsideLinkFactory(factory.django.DjangoModelFactory):
    """A link that nobody has tried yet."""

    class Meta:
        model = OutsideLink

    address = factory.Sequence(lambda n: f"https://example.org/{n}")


class LinkUseFactory(factory.django.DjangoModelFactory):
    """A link in the first section of a story."""

    class Meta:
        model = LinkUse
        exclude = ["record"]

    link = factory.SubFactory(OutsideLinkFactory)
    record = factory.SubFactory(StoryFactory)
    noun = factory.LazyAttribute(lambda use: use.record._meta.model_name)
    record_id = factory.LazyAttribute(lambda use: use.record.pk)
    field = "problem"

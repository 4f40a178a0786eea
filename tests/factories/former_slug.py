"""Names that records had before."""

import factory

from cases.models import FormerSlug
from tests.factories.story import StoryFactory


class FormerSlugFactory(factory.django.DjangoModelFactory):
    """A name that a story had, or the `record` that is given."""

    class Meta:
        model = FormerSlug
        exclude = ["record"]

    record = factory.SubFactory(StoryFactory)
    noun = factory.LazyAttribute(lambda row: row.record._meta.model_name)
    record_id = factory.LazyAttribute(lambda row: row.record.pk)
    slug = factory.Sequence(lambda n: f"former-{n}")

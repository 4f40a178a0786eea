"""Private links."""

import factory

from cases.models import PrivateLink
from cases.models.private_link import fingerprint
from tests.factories.co_author import CoAuthorFactory


class PrivateLinkFactory(factory.django.DjangoModelFactory):
    """A link that nobody has opened."""

    class Meta:
        model = PrivateLink

    author = factory.SubFactory(CoAuthorFactory)
    token_hash = factory.Sequence(lambda n: fingerprint(f"token {n}"))

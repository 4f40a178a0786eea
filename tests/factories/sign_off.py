"""Sign-offs."""

from datetime import date

import factory

from cases.models import SignOff
from tests.factories.review import ReviewFactory


class SignOffFactory(factory.django.DjangoModelFactory):
    """A practitioner who was asked and has not answered."""

    class Meta:
        model = SignOff

    review = factory.SubFactory(ReviewFactory)
    kind = "practitioner"
    name = "Ann Ode"
    email = "ann@example.org"
    due = date(2026, 6, 1)

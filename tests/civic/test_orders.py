"""Lists come in one order, on every database and after every change."""

import pytest
from django.apps import apps

from cases.models import Adaptation
from tests.factories import AdaptationFactory, StoryFactory

ORDERED = [
    model for app in ("cases", "lessons") for model in apps.get_app_config(app).get_models() if model._meta.ordering
]


def unique(model):
    """The sets of fields of which two rows of the model never share all."""
    single = [{field.name} for field in model._meta.fields if field.unique]
    return [{"pk"}, *single, *(set(found.fields) for found in model._meta.total_unique_constraints)]


@pytest.mark.parametrize("model", ORDERED, ids=lambda model: model.__name__)
def test_it_leaves_no_two_rows_in_any_order(model):
    named = {name.lstrip("-") for name in model._meta.ordering}

    assert any(fields <= named for fields in unique(model)), (
        f"Two rows of {model.__name__} can be equal in {', '.join(sorted(named))}, and then a database gives them "
        "in any order. Let the ordering end in what tells them apart, such as pk."
    )


@pytest.mark.django_db
def test_it_keeps_rows_without_a_place_in_the_order_in_which_they_came():
    story = StoryFactory()
    first, second = AdaptationFactory(), AdaptationFactory(story=story)

    # What changes an indexed column is written anew, behind the other row.
    Adaptation.objects.filter(pk=first.pk).update(story=story)

    assert list(Adaptation.objects.filter(story=story)) == [first, second]

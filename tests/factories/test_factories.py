"""Each factory builds a record that the desk would accept."""

import pytest
from django.apps import apps

from tests import factories
from tests.factories import (
    PARTS,
    RECORDS,
    TOLD,
    ChangeFactory,
    GenerationFactory,
    SheetImportFactory,
    SheetRowFactory,
    steps,
    turns,
)

pytestmark = pytest.mark.django_db

STEPS = (
    steps.SignOffTaskFactory,
    steps.EditorTaskFactory,
    turns.SignOffTaskStateFactory,
    turns.EditorTaskStateFactory,
)


@pytest.mark.parametrize("factory", [*RECORDS, *PARTS, *TOLD, ChangeFactory, SheetImportFactory, SheetRowFactory])
def test_it_builds_a_whole_record_without_arguments(factory):
    record = factory()

    record.full_clean()
    assert type(record).objects.get() == record


def test_it_builds_the_one_generation():
    generation = GenerationFactory()

    generation.full_clean()
    assert generation.pk == 1


@pytest.mark.parametrize("factory", STEPS)
def test_it_builds_a_step_or_a_turn_beside_those_that_are_there(factory):
    record = factory()

    record.full_clean()
    assert record in type(record).objects.all()


@pytest.mark.parametrize("factory", RECORDS)
def test_it_builds_a_draft_that_was_never_published(factory):
    record = factory(draft=True)

    record.full_clean()
    assert (record.live, record.first_published_at) == (False, None)


@pytest.mark.parametrize("factory", RECORDS)
def test_it_builds_a_record_that_was_taken_back(factory):
    record = factory(retired=True)

    assert record.live is False
    assert record.first_published_at


@pytest.mark.parametrize(
    "model", [*apps.get_app_config("cases").get_models(), *apps.get_app_config("lessons").get_models()]
)
def test_it_has_a_factory_for_every_noun(model):
    assert hasattr(factories, f"{model.__name__}Factory"), (
        f"{model.__name__} has no factory. Add one to tests/factories/."
    )

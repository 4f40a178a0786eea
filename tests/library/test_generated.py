"""Generated libraries, which the benchmark measures: the same each time, and such as the import door lets in."""

import pytest

from cases.models import Story
from tests.bench.generator import generate, misfits
from tests.reading import finder

pytestmark = pytest.mark.django_db


@pytest.fixture
def generated():
    """Sixty stories with their cast."""
    generate(60)
    return list(Story.objects.order_by("pk").values_list("slug", flat=True))


def test_it_would_be_let_in(generated):
    assert misfits() == ""


def test_it_is_found(generated):
    assert finder()["total"] == Story.objects.published().count() > 50


def test_it_is_the_same_each_time(generated):
    assert (generated[0], len(generated), len(set(generated))) == (
        "wiming-chaplont-pocet-pro-feeflack-vu-fi-lets-1",
        60,
        60,
    )


def test_it_fills_no_library_that_holds_stories(generated):
    with pytest.raises(ValueError, match="Generate into an empty one"):
        generate(1)

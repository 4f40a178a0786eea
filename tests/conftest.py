"""What every test stands on."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def index_of_its_own(settings, tmp_path_factory):
    """Each test has an index of its own, built from what it finds in its database."""
    from cases.search import index

    settings.INDEX_DIR = tmp_path_factory.mktemp("index")
    settings.SECURE_SSL_REDIRECT = False
    yield
    index._indexes.pop(settings.INDEX_DIR, None)


@pytest.fixture(autouse=True)
def empty_cache():
    """Nothing is remembered from one test to the next."""
    cache.clear()

"""What every test stands on."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(autouse=True)
def index_of_its_own(settings, tmp_path_factory):
    """Each test has an index of its own, built from what it finds in its database."""
    from cases.search import index

    settings.INDEX_DIR = tmp_path_factory.mktemp("index")
    settings.SECURE_SSL_REDIRECT = False
    # Static files are looked up when they are asked for, instead of gathered for every client.
    settings.WHITENOISE_AUTOREFRESH = True
    yield
    index._indexes.pop(settings.INDEX_DIR, None)


@pytest.fixture(autouse=True)
def empty_cache():
    """Nothing is remembered from one test to the next."""
    cache.clear()


@pytest.fixture(scope="module")
def library(django_db_setup, django_db_blocker):
    """The library itself, loaded once for a module of tests that only read."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_library", settings.LIBRARY_DIR, progress=False, stdout=StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def shelf(request, django_db_setup, django_db_blocker):
    """Forty stories that differ in every facet (or as many as asked for), for tests that only read."""
    from tests.shelf import a_shelf

    with django_db_blocker.unblock(), transaction.atomic():
        yield a_shelf(getattr(request, "param", 40))
        transaction.set_rollback(True)

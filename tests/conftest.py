"""What every test stands on."""

import itertools
import shutil
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import setup_databases, teardown_databases

NUMBERS = itertools.count()


def pytest_configure():
    """Passwords are hidden fast: what takes a quarter of a second on purpose would be most of a test that signs in."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL, leave out what the run on SQLite has shown: what asks no database, and what is marked `once`."""
    if connection.vendor == "postgresql":
        left = [item for item in items if item.get_closest_marker("once") or not asks_a_database(item)]
        config.hook.pytest_deselected(items=left)
        gone = set(left)
        items[:] = [item for item in items if item not in gone]


def asks_a_database(item):
    """Whether the test may ask the database; pytest-django stops the others."""
    return "django_db_setup" in item.fixturenames or item.get_closest_marker("django_db")


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, django_db_modify_db_settings, django_db_keepdb):
    """A test database in any case: pytest-django makes one only where a test is marked."""
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, keepdb=django_db_keepdb)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0, keepdb=django_db_keepdb)


@pytest.fixture(autouse=True)
def index_of_its_own(request, settings):
    """Each test has an index of its own, built from its database; a module that only reads has one."""
    from cases.search import index

    reads = {"real_library", "shelf"} & set(request.fixturenames)
    files = request.getfixturevalue("folder_of_files")
    settings.INDEX_DIR = request.getfixturevalue("index_of_module") if reads else files / f"index-{next(NUMBERS)}"
    settings.SECURE_SSL_REDIRECT = False
    settings.MEDIA_ROOT, settings.ORIGINALS_DIR = files / "media", files / "originals"
    # Static files are looked up when they are asked for, instead of gathered for every client.
    settings.WHITENOISE_AUTOREFRESH = True
    yield
    if not reads and index._indexes.pop(settings.INDEX_DIR, None):
        shutil.rmtree(settings.INDEX_DIR, ignore_errors=True)


@pytest.fixture(scope="session")
def folder_of_files(tmp_path_factory):
    """The folder of uploaded files; their names are random, so no test meets another's."""
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="module")
def index_of_module(tmp_path_factory):
    """The folder of the index of a module that only reads."""
    return tmp_path_factory.mktemp("index")


@pytest.fixture(scope="module")
def real_library(django_db_setup, django_db_blocker):
    """The library itself, loaded once for a module of tests that only read."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_library", settings.LIBRARY_DIR, progress=False, stdout=StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def shelf(request, django_db_setup, django_db_blocker):
    """Forty stories that differ in every facet (or as many as asked for), for tests that only read."""
    from cases.library.counting import count_rows
    from tests.shelf import a_shelf

    with django_db_blocker.unblock(), transaction.atomic():
        shelf = a_shelf(getattr(request, "param", 40))
        count_rows()
        yield shelf
        transaction.set_rollback(True)

"""People who tell stories, each before a browser of their own."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.telling.people import Author


@pytest.fixture
def ada(db):
    """Ada, who has begun a story and opened the link in her mail."""
    return Author.who_has_begun()


@pytest.fixture
def told(ada):
    """Ada, whose story has everything that sending needs."""
    ada.tell_the_least()
    return ada


@pytest.fixture
def editor(db):
    """An editor at the desk."""
    user = User.objects.create_superuser("editor", email="editor@example.org", password=None)
    client = Client()
    client.force_login(user)
    client.user = user
    return client

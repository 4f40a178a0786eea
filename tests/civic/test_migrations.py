"""The database is as the models say."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_it_has_every_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)

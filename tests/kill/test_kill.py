"""A server and editors are killed in the middle of their work."""

import subprocess
import sys

import pytest
from django.db import connection

from tests.bench.home import ROOT


@pytest.mark.usefixtures("django_db_setup")
def test_it_loses_nothing_when_processes_are_killed():
    db = "postgres" if connection.vendor == "postgresql" else "sqlite"

    command = [sys.executable, "-m", "tests.kill", "--times", "4", "--deeds", "20", "--editors", "2", "--db", db]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    assert found.returncode == 0, found.stdout + found.stderr

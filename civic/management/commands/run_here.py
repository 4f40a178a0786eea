"""Serve the library on this machine: what `make run` does."""

import subprocess
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

REST = 20
"""Seconds between two rounds of what the house does by itself."""


class Command(BaseCommand):
    """Makes the database, loads the library where there is none, builds the index, opens the desk, and serves."""

    help = "Set up and serve the library on this machine, in development."
    requires_system_checks = []  # runserver makes them

    def add_arguments(self, parser):
        """Where to serve."""
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000", help="host and port")

    def handle(self, *args, address, **options):
        """Every step that is missing, then the server."""
        if not settings.DEBUG:
            raise CommandError("run_here is for development: set DEBUG=1. To serve people, see docs/running.md.")
        if migrations_wait():
            self.stdout.write("Preparing the database …")
            call_command("migrate", verbosity=0)
        call_command("load_library", settings.LIBRARY_DIR, if_empty=True)
        call_command("index_status")
        self.stdout.write(f"\nThe library:  http://{address}/\nIts data:     http://{address}/stories.json")
        call_command("open_desk")
        self.stdout.write("Stop it with Ctrl-C. What you change is kept in var/.\n")
        self.stdout.flush()
        chores = subprocess.Popen(
            [sys.executable, "manage.py", "keep_house", "--every", str(REST)], cwd=settings.BASE_DIR
        )
        try:
            call_command("runserver", address, use_reloader=False, verbosity=0)
        finally:
            chores.terminate()


def migrations_wait() -> bool:
    """Whether the database is older than the code; asking is quicker than migrating."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))

"""Serve the library on this machine: what `make run` does."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Makes the database, loads the library where there is none, builds the index, opens the desk, and serves."""

    help = "Set up and serve the library on this machine, in development."

    def add_arguments(self, parser):
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000")

    def handle(self, *args, address, **options):
        if not settings.DEBUG:
            raise CommandError("run_here is for development: set DEBUG=1. To serve people, see docs/running.md.")
        call_command("migrate", verbosity=0)
        call_command("load_library", settings.LIBRARY_DIR, if_empty=True)
        call_command("index_status")
        self.stdout.write(f"\nThe library:  http://{address}/\nIts data:     http://{address}/stories.json")
        call_command("open_desk", address=f"http://{address}/desk/")
        self.stdout.write("Stop it with Ctrl-C. What you change is kept in var/.\n")
        self.stdout.flush()
        call_command("runserver", address, use_reloader=False, verbosity=0)

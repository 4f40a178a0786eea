"""Publishes the JSON Schemas of the library's files."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cases.library.schemas import write_schemas


class Command(BaseCommand):
    """Write docs/schemas, or check that it is up to date."""

    help = "Writes the JSON Schema of every file of the library to docs/schemas."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="Only fail where a schema is out of date.")

    def handle(self, *, check, **options):
        stale = write_schemas(settings.BASE_DIR / "docs" / "schemas", check=check)
        if check and stale:
            raise CommandError(f"Out of date: {', '.join(stale)}. Run “manage.py library_schemas”.")
        self.stdout.write(f"{len(stale)} written." if stale else "The schemas are up to date.")

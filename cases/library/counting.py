"""Letting the database count what is in its tables."""

from django.db import connection


def count_rows() -> None:
    """PostgreSQL plans by what it has counted, and counts a filled table by itself only within minutes; it does now."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

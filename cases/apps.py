"""The ground floor."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Places, organisations, leaders, stories, sources; the finder and its search."""

    name = "cases"

    def ready(self):
        """Listen for what changes."""
        from cases.record import renaming, versions
        from cases.search import changes

        changes.listen()
        renaming.listen()
        versions.listen()

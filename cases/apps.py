"""The ground floor."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Places, organisations, leaders, stories, sources; the finder and its search."""

    name = "cases"

    def ready(self):
        """Listen for what changes, and say what is to be done from time to time."""
        from cases.search import changes
        from cases.sheets import chores

        changes.listen()
        chores.register()

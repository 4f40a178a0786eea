"""The ground floor."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Places, organisations, leaders, stories, sources; the finder and its search."""

    name = "cases"

    def ready(self):
        """Listen for what changes, and make pictures ready from time to time."""
        from cases.chores import Chore, register_chore
        from cases.pictures.showing import make_ready
        from cases.search import changes

        changes.listen()
        register_chore(Chore("make pictures ready", make_ready))

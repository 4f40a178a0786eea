"""The ground floor."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Places, organisations, leaders, stories, sources; the finder and its search."""

    name = "cases"

    def ready(self):
        """Listen for what changes, and take over the chores of stories that are being told."""
        from cases.chores import register_chore
        from cases.search import changes
        from cases.telling import following, keeping

        changes.listen()
        following.listen()
        register_chore(keeping.CHORE)

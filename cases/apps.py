"""The ground floor."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Places, organisations, leaders, stories, sources; the finder and its search."""

    name = "cases"

    def ready(self):
        """Listen for what changes, and have the checks ready."""
        from cases import checking_stories, reviewing
        from cases.search import changes

        changes.listen()
        checking_stories.load()
        reviewing.begin()

"""The ground floor."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Places, organisations, leaders, stories, sources; the finder and its search."""

    name = "cases"

    def ready(self):
        """Listen for what changes, and tell those who follow it."""
        from cases.chores import Chore, register_chore
        from cases.following.noting import note_news
        from cases.following.telling import forget_unconfirmed, tell_followers
        from cases.search import changes

        changes.listen()
        register_chore(Chore("note what is new", note_news))
        register_chore(Chore("tell those who follow it", tell_followers))
        register_chore(Chore("forget who did not confirm", forget_unconfirmed))

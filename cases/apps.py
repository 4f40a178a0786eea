"""The ground floor."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Places, organisations, leaders, stories, sources; the finder and its search."""

    name = "cases"

    def ready(self):
        """Listen for what changes, and have the checks and the chores ready."""
        from cases import checking_stories, reviewing
        from cases.account_panels import register_account_panel
        from cases.chores import Chore, register_chore
        from cases.coverage import register
        from cases.extensions import extensions
        from cases.following.accounts import SUBSCRIPTIONS
        from cases.following.noting import note_news
        from cases.following.telling import forget_unconfirmed, tell_followers
        from cases.models.credit import named_writers
        from cases.pictures.showing import make_ready
        from cases.record import links, releasing, renaming, upkeep, versions
        from cases.search import changes
        from cases.sheets import chores
        from cases.telling import following, keeping, own, reviewed

        changes.listen()
        register()
        renaming.listen()
        versions.listen()
        checking_stories.load()
        reviewing.begin()
        following.listen()
        reviewed.listen()
        chores.register()
        register_account_panel(SUBSCRIPTIONS)
        if named_writers not in extensions.authors:
            extensions.authors.append(named_writers)
        register_chore(releasing.RELEASE)
        register_chore(upkeep.REMIND)
        register_chore(links.GATHER)
        register_chore(links.CHECK)
        register_chore(keeping.CHORE)
        register_account_panel(own.PANEL)
        register_chore(Chore("note what is new", note_news))
        register_chore(Chore("tell those who follow it", tell_followers))
        register_chore(Chore("forget who did not confirm", forget_unconfirmed))
        register_chore(Chore("make pictures ready", make_ready))

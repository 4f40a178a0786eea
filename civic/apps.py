"""The project itself."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CivicConfig(AppConfig):
    """Settings, checks, bundles, people and their rights, and the pages around the library."""

    name = "civic"

    def ready(self):
        """Register the system checks, keep everybody's rights as the table has them, and listen for who joins."""
        from civic import checks  # noqa: F401 registers on import
        from civic.account import joining
        from civic.desk import door
        from civic.rights import after_migrating

        post_migrate.connect(after_migrating)
        joining.listen()
        door.refuse_with_our_page()

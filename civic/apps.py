"""The project itself."""

from django.apps import AppConfig


class CivicConfig(AppConfig):
    """Settings, checks, bundles and the pages around the library."""

    name = "civic"

    def ready(self):
        """Register the system checks."""
        from civic import checks  # noqa: F401 registers on import

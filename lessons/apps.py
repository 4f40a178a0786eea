"""The upper floor."""

from django.apps import AppConfig


class LessonsConfig(AppConfig):
    """Frameworks, lessons and evidence."""

    name = "lessons"

    def ready(self):
        """Tell the ground floor what this floor adds to stories, the finder, the index and the files."""
        from lessons import registrations

        registrations.register()

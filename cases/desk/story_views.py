"""The screens of a story that do more than those of other nouns: its checks stand beside it."""

from wagtail.admin.ui.components import MediaContainer
from wagtail.snippets.views.snippets import CopyView, CreateView

from cases.desk.checks import StoryChecksPanel
from cases.desk.views import RecordEditView


class StoryScreen:
    """What adding, copying and editing a story have in common."""

    def get_side_panels(self):
        """Wagtail's panels and the checks, as of the draft that was saved last."""
        return MediaContainer([*super().get_side_panels(), StoryChecksPanel(self.form.instance, self.request)])


class StoryCreateView(StoryScreen, CreateView):
    """Adding a story."""


class StoryCopyView(StoryScreen, CopyView):
    """Adding a story that starts as the copy of another. The form is sent to where stories are added; here it would change the original."""

    http_method_names = ("get", "head", "options")


class StoryEditView(StoryScreen, RecordEditView):
    """Editing a story."""

"""What the checks find, at the desk: beside the story while it is written, and where somebody would publish it too early."""

from django.contrib import messages as notes
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.side_panels import BaseSidePanel

from cases.checking_stories.gate import NotReady, faults, ready_or_raise
from cases.checking_stories.library import failing
from cases.checking_stories.registry import CHECKS, check_of, findings


class StoryChecksPanel(BaseSidePanel):
    """The side panel that lists what is missing and what could be better, each with the way to its field."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The sign that opens it, with the number of findings."""

        aria_label = _("Checks of this story")
        icon_name = "tasks"

        def get_context_data(self, parent_context):
            """Wagtail's context and the number."""
            return {**super().get_context_data(parent_context), "count": len(self.panel.found)}

    name = "story-checks"
    title = _("Checks of this story")
    template_name = "wagtailadmin/desk/checks_panel.html"
    order = 210

    def __init__(self, story, request):
        self.found = [*faults(story), *(found for found in findings(story) if not found.check.blocks)]
        super().__init__(story, request)

    def get_context_data(self, parent_context):
        """What blocks, and what does not."""
        return {
            **super().get_context_data(parent_context),
            "blocking": [found for found in self.found if found.check.blocks],
            "warnings": [found for found in self.found if not found.check.blocks],
            "toggle": self.toggle,
            "count": len(self.found),
        }


def say_not_ready(request, error: NotReady, kept: bool = True) -> None:
    """Tell the editor what is missing, each with the way to its field."""
    said = ngettext(
        "“%(story)s” was not published, because something is missing.",
        "“%(story)s” was not published, because %(count)d things are missing.",
        len(error.found),
    ) % {"story": error.story, "count": len(error.found)}
    if kept:
        said = f"{said} {gettext('What you wrote was saved as a draft.')}"
    context = {"found": error.found, "here": AdminURLFinder(request.user).get_edit_url(error.story)}
    detail = render_to_string("wagtailadmin/desk/findings.html", context)
    notes.error(request, messages.render(said, None, detail=detail))


def keep_unready_as_draft(request, story):
    """Lead back to the story's screen, where the story as it was just saved may not be published."""
    try:
        ready_or_raise(story.latest_revision.as_object())
    except NotReady as error:
        say_not_ready(request, error)
        return redirect(AdminURLFinder(request.user).get_edit_url(story))
    return None


class CheckFilter(ChoiceFilter):
    """The stories in which a check finds something."""

    def __init__(self, **kwargs):
        super().__init__(label=_("Check"), choices=lambda: [(check.key, check.label) for check in CHECKS], **kwargs)

    def filter(self, queryset, value):
        """Narrow the list to what the check finds."""
        check = check_of(value) if value else None
        return failing(queryset, check) if check else queryset

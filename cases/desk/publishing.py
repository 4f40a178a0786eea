"""The tab on which a story is published: what is new for readers, how publishing works here, and how the story is kept true."""

from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel

from cases.choices import ChangeKind
from cases.desk.forms import RecordForm
from cases.desk.panels import publishing


class StoryForm(RecordForm):
    """The form of a story. Who says nothing of what is new for readers says that they need not know."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "change_kind" in self.fields:
            self.fields["change_kind"].required = False

    def clean_change_kind(self):
        """Nothing that they would need to know, unless it is said."""
        return self.cleaned_data["change_kind"] or ChangeKind.MINOR


class UpkeepPanel(Panel):
    """When the story was last checked, by when it is checked again, who looks after it, and the way to change that."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of a story."""

        template_name = "wagtailadmin/desk/upkeep_panel.html"

        def is_shown(self):
            """Once readers have seen the story."""
            return bool(self.instance.pk and self.instance.first_published_at)

        def get_context_data(self, parent_context=None):
            """The story as it stands, not as the draft has it."""
            story = type(self.instance).objects.select_related("owner").get(pk=self.instance.pk)
            viewset = type(self.instance).snippet_viewset
            more = {"story": story, "check_url": viewset.address_of("check", story)}
            return {**super().get_context_data(parent_context), **more}


def story_publishing() -> ObjectList:
    """The tab."""
    common = publishing()
    news = MultiFieldPanel(
        [FieldPanel("change_kind", widget=RadioSelect), FieldPanel("change_note")],
        heading=_("What changed for readers?"),
        help_text=_(
            "Asked each time that a published story is published again. The note waits beside the draft; readers see it on the "
            "story's list of changes once the draft is published."
        ),
    )
    return ObjectList([news, *common.children, UpkeepPanel(heading=_("Is it still true?"))], heading=common.heading)

"""Remarks beside the fields that they are about, and what the author does with each."""

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, Panel, PanelGroup

from cases.models import Remark, Story
from cases.story_fields import REMARKED


class RemarkAnswerForm(forms.Form):
    """What was done about one remark; it stands in the form of the story."""

    done = forms.BooleanField(label=_("Dealt with"), required=False)
    answer = forms.CharField(label=_("Answer to the reviewer (may stay empty)"), required=False, max_length=2000)

    @classmethod
    def of(cls, remark: Remark, data=None) -> "RemarkAnswerForm":
        """The form for that remark, with what was sent, if anything was."""
        initial = {"done": bool(remark.answered_at), "answer": remark.answer}
        return cls(data, prefix=f"remark-{remark.pk}", initial=initial)


class RemarksPanel(Panel):
    """The open remarks on some fields."""

    def __init__(self, fields=(), **kwargs):
        super().__init__(**kwargs)
        self.fields = fields

    def clone_kwargs(self):
        """Wagtail's, and the fields."""
        return {**super().clone_kwargs(), "fields": self.fields}

    class BoundPanel(Panel.BoundPanel):
        """Those of one story; nothing where there are none."""

        template_name = "wagtailadmin/desk/remarks.html"

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.remarks = [remark for remark in open_remarks(self.instance) if remark.field in self.panel.fields]

        def is_shown(self):
            """Where somebody said something."""
            return bool(self.remarks)

        def get_context_data(self, parent_context=None):
            """Each remark with its form."""
            pairs = [(remark, RemarkAnswerForm.of(remark)) for remark in self.remarks]
            return {**super().get_context_data(parent_context), "remarks": pairs}


def open_remarks(story: Story) -> list[Remark]:
    """The open remarks on the story, asked for once for all its fields."""
    if story is None or not story.pk:
        return []
    if not hasattr(story, "_open_remarks"):
        story._open_remarks = list(Remark.objects.open_for(story))
    return story._open_remarks


def with_remarks(group: PanelGroup) -> PanelGroup:
    """The panels with the remarks on each field behind it; what is said of the story as a whole comes first."""
    group.children = list(_followed(group.children))
    return group


def _followed(children):
    for child in children:
        if isinstance(child, FieldPanel | InlinePanel | FieldRowPanel):
            yield child
            if fields := [name for name in _names(child) if name in REMARKED]:
                yield RemarksPanel(fields)
        else:
            yield with_remarks(child) if isinstance(child, PanelGroup) else child


def _names(panel) -> list[str]:
    if isinstance(panel, PanelGroup):
        return [name for child in panel.children for name in _names(child)]
    return [getattr(panel, "field_name", "") or getattr(panel, "relation_name", "")]


@transaction.atomic
def answer_remarks(*, story: Story, data, by) -> None:
    """Keep what was done about each remark that stood on the screen; a tick that is taken away opens it again."""
    for remark in Remark.objects.of_story(story):
        form = RemarkAnswerForm.of(remark, data)
        if f"remark-{remark.pk}-shown" in data and form.is_valid() and form.has_changed():
            done = form.cleaned_data["done"]
            remark.answer = form.cleaned_data["answer"]
            remark.answered_at, remark.answered_by = (timezone.now(), by) if done else (None, None)
            remark.save()

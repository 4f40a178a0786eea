"""The desk of the upper floor: lessons, frameworks with their elements, questions, tensions, statements, and a story's evidence."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenMultipleView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cases.desk.choosers import NothingNewView, RecordsInput, words_form
from cases.desk.panels import MARKDOWN, PartsPanel, markdown, naming, pinpoint, row
from cases.desk.views import RecordViewSet
from lessons.models import Element, Framework, Lesson, Question, Statement, Tension


class ElementListMixin:
    """Elements by framework, found by the words of either name."""

    filter_form_class = words_form(("name", "framework__title"))

    def get_object_list(self):
        """Elements with their framework, in its order."""
        return Element.objects.select_related("framework").order_by(
            "framework__order", "framework__title", "sort_order"
        )

    @property
    def columns(self):
        """The element and its framework."""
        return [*super().columns, Column("framework", label=_("Framework"), accessor="framework")]


class ElementChooserViewSet(ChooserViewSet):
    """Choosing an element."""

    model = Element
    icon = "list-ul"
    choose_one_text = _("Choose an element")
    choose_another_text = _("Choose another element")
    per_page = 15
    choose_view_class = type("ElementChooseView", (ElementListMixin, ChooseView), {})
    choose_results_view_class = type("ElementResultsView", (ElementListMixin, ChooseResultsView), {})
    base_widget_class = type("ElementChooser", (BaseChooser,), {"show_edit_link": False})
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView
    create_view_class = NothingNewView


element_chooser = ElementChooserViewSet("choose_element", url_prefix="choose/elements")


def lessons_tab() -> ObjectList:
    """What a story says for and against lessons, and under which elements its source puts it."""
    evidence = [
        FieldPanel("lesson"),
        row("stance", "strength"),
        FieldPanel("what_happened"),
        FieldPanel("quotation", help_text=_("Only where the licence of the source allows one.")),
        *pinpoint(),
    ]
    return ObjectList(
        [
            PartsPanel("evidence", evidence, heading=_("Evidence for and against lessons"), label=_("evidence")),
            PartsPanel(
                "illustrations",
                [FieldPanel("element"), *pinpoint()],
                heading=_("Elements under which the source itself names the story"),
                label=_("element"),
            ),
        ],
        heading=_("Lessons"),
    )


class LessonViewSet(RecordViewSet):
    """Lessons at the desk."""

    model = Lesson
    icon = "pick"
    base_url_path = "lessons"
    name_field = "sentence"
    list_filter = ("elements__framework", "live")
    record_panels = (
        *naming("sentence"),
        markdown("explanation"),
        FieldPanel("elements", widget=RecordsInput(Element, chooser=lambda: element_chooser.widget_class())),
    )


class FrameworkViewSet(RecordViewSet):
    """Frameworks with their elements at the desk."""

    model = Framework
    icon = "glasses"
    base_url_path = "frameworks"
    name_field = "title"
    facts = ("order", "source")
    joins = ("source",)
    list_filter = ("live",)
    ordering = "order"
    record_panels = (
        *naming("title"),
        FieldPanel("summary"),
        markdown("about"),
        *pinpoint(),
        FieldPanel("order"),
        PartsPanel(
            "elements",
            [
                row("name", "slug"),
                FieldPanel("asks"),
                FieldPanel("meaning", help_text=MARKDOWN),
                FieldPanel("mirrors"),
                *pinpoint(),
                PartsPanel(
                    "relates",
                    [FieldPanel("element"), FieldPanel("note")],
                    heading=_("Related elements"),
                    label=_("related element"),
                    help_text=_("A pair stands once, under either of the two."),
                ),
            ],
            heading=_("Elements"),
            label=_("element"),
        ),
    )


class QuestionViewSet(RecordViewSet):
    """Questions at the desk."""

    model = Question
    icon = "help"
    base_url_path = "questions"
    name_field = "question"
    list_filter = ("live",)
    record_panels = (
        *naming("question"),
        markdown("about"),
        FieldPanel("lessons", widget=RecordsInput(Lesson)),
    )


class StatementViewSet(RecordViewSet):
    """Statements of the learning audit at the desk."""

    model = Statement
    icon = "list-ol"
    base_url_path = "statements"
    name_field = "text"
    facts = ("element", "turned")
    joins = ("element",)
    ordering = ("element__framework__order", "element__sort_order", "order")
    list_filter = ("element__framework", "turned", "live")
    list_export = ("slug", "text", "element", "turned", "live")
    record_panels = (
        *naming("text"),
        FieldPanel("element"),
        row("turned", "order"),
        FieldPanel("example"),
        FieldPanel("next_step"),
        FieldPanel("lessons", widget=RecordsInput(Lesson)),
    )


class TensionViewSet(RecordViewSet):
    """Tensions with their sides at the desk."""

    model = Tension
    icon = "resubmit"
    base_url_path = "tensions"
    name_field = "title"
    facts = ("order",)
    list_filter = ("live",)
    ordering = "order"
    record_panels = (
        *naming("title"),
        FieldPanel("summary"),
        markdown("about"),
        FieldPanel("order"),
        PartsPanel(
            "sides",
            [
                FieldPanel("name"),
                FieldPanel("claim"),
                *pinpoint(),
                FieldPanel("lessons", widget=RecordsInput(Lesson)),
                FieldPanel("elements", widget=RecordsInput(Element, chooser=lambda: element_chooser.widget_class())),
            ],
            heading=_("Sides"),
            label=_("side"),
            min_num=2,
            max_num=3,
        ),
        markdown("would_decide"),
    )


class LessonsGroup(SnippetViewSetGroup):
    """What the stories teach."""

    menu_label = _("Lessons")
    menu_icon = "pick"
    menu_order = 110
    items = (LessonViewSet, FrameworkViewSet, QuestionViewSet, TensionViewSet, StatementViewSet)

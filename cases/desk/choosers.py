"""Choosing other records: one through a chooser with search, several through the same chooser."""

from django import forms
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.telepath import JSContext
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.widgets import AdminSnippetChooser

from cases.desk.status import with_status
from cases.desk.words import with_words


class WordsForm(BaseFilterForm):
    """The search of a chooser: every word must occur in one of `fields`."""

    fields_searched: tuple[str, ...] = ()
    q = forms.CharField(
        label=_("Search"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Words of the name")}),
    )

    def filter(self, objects):
        """Narrow the list to what matches."""
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        return with_words(objects, self.fields_searched, self.search_query)


def words_form(fields) -> type[WordsForm]:
    """The search form over these fields."""
    return type("WordsForm", (WordsForm,), {"fields_searched": tuple(fields)})


class RecordListMixin:
    """The list of a chooser: searched by the words, and with the columns, that the noun's viewset names."""

    results_template_name = "wagtailadmin/desk/chooser_results.html"

    @property
    def viewset(self):
        """The desk's screens of the noun."""
        return self.model_class.snippet_viewset

    def get_object_list(self):
        """Every record, with what its label needs."""
        return with_status(self.viewset.for_labels())

    def get_filter_form_class(self):
        """Search by words."""
        return words_form(self.viewset.search_fields)

    @property
    def columns(self):
        """The title, what tells namesakes apart, and the status."""
        title, *others = super().columns
        title.accessor = self.viewset.label_of
        return [
            title,
            *(Column(name, label=label, accessor=value) for name, label, value in self.viewset.tells_apart),
            *others,
        ]


class RecordTitleMixin:
    """Answers with the label that the noun's viewset gives."""

    def get_display_title(self, instance):
        """The record's label."""
        return instance.snippet_viewset.label_of(instance)


class RecordChooser(AdminSnippetChooser):
    """The field that holds one chosen record."""

    def get_display_title(self, instance):
        """The record's label."""
        return instance.snippet_viewset.label_of(instance)


class NothingNewView(View):
    """Choosers only choose: where nothing can be made in one, the address for that takes nothing."""

    http_method_names = ()


class RecordChooserViewSet(SnippetChooserViewSet):
    """The choosers of a noun."""

    choose_view_class = type("RecordChooseView", (RecordListMixin, ChooseView), {})
    choose_results_view_class = type("RecordResultsView", (RecordListMixin, ChooseResultsView), {})
    chosen_view_class = type("RecordChosenView", (RecordTitleMixin, SnippetChosenView), {})
    create_view_class = NothingNewView
    chosen_multiple_view_class = type("RecordsChosenView", (RecordTitleMixin, SnippetChosenMultipleView), {})

    @cached_property
    def widget_class(self):
        """The field for one record of the noun."""
        return RecordChooser(model=self.model, icon=self.icon)


class RecordsInput(forms.SelectMultiple):
    """Several chosen records: their names, and a button that opens the chooser. It never lists them all."""

    template_name = "wagtailadmin/desk/records_input.html"

    def __init__(self, model, chooser=None, label_of=str, attrs=None):
        super().__init__(attrs)
        self.model = model
        self.make_chooser = chooser or (lambda: RecordChooser(model=model))
        self.label_of = label_of

    def __deepcopy__(self, memo):
        return type(self)(self.model, self.make_chooser, self.label_of, dict(self.attrs))

    def get_context(self, name, value, attrs):
        """The chosen records in their order, and what opens the chooser."""
        context = forms.Widget.get_context(self, name, value, attrs)
        wanted = [int(pk) for pk in value or [] if str(pk).isdigit()]
        found = self.model._default_manager.in_bulk(wanted)
        context["widget"]["records"] = [(pk, self.label_of(found[pk])) for pk in wanted if pk in found]
        context["widget"]["chooser"] = JSContext().pack(self.make_chooser())
        context["widget"]["noun"] = self.model._meta.verbose_name_plural
        return context

    def _render(self, template_name, context, renderer=None):
        return render_to_string(template_name, context)

    @property
    def media(self):
        """Our script and style, and the chooser's own."""
        js_context = JSContext()
        js_context.pack(self.make_chooser())
        own = forms.Media(js=["js/desk/records-input.js"])
        return js_context.media + own

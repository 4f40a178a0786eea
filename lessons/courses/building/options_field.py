"""The answers of a multiple choice in the builder: a few lines, each with its words, whether it is right, and what is said to it."""

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from cases.markdown import CONTROL
from lessons.options import LONGEST, LONGEST_FEEDBACK, MOST, options_of, problems_of, rows_of

SPARE = 2
"""Empty lines behind those that are written; a new question begins with four."""

RIGHT = "right"


class OptionsWidget(forms.Widget):
    """One line an answer. A line without words is no answer; choosing is a list, so that scripts and none send the same."""

    template_name = "lessons/courses/_build_options.html"

    def format_value(self, value):
        """The lines to show: what is written, and empty ones behind."""
        rows = [row if isinstance(row, dict) else {} for row in value or ()]
        wanted = min(max(len(rows) + SPARE, 4), MOST)
        return [*rows, *({} for _row in range(wanted - len(rows)))]

    def render(self, name, value, attrs=None, renderer=None):
        """With a template of ours."""
        return render_to_string(self.template_name, self.get_context(name, value, attrs))

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        labels = {"longest": LONGEST, "longest_feedback": LONGEST_FEEDBACK}
        return {**context, "lines": list(enumerate(self.format_value(value))), **labels}

    def value_from_datadict(self, data, files, name):
        """The lines that somebody wrote in."""
        lines = [
            {
                "text": " ".join(data.get(f"{name}-{place}-text", "").split()),
                "right": data.get(f"{name}-{place}-right") == RIGHT,
                "feedback": " ".join(data.get(f"{name}-{place}-feedback", "").split()),
            }
            for place in range(MOST)
        ]
        return [line for line in lines if line["text"] or line["feedback"]]

    def value_omitted_from_data(self, data, files, name):
        """Whether none of the lines was sent."""
        return f"{name}-0-text" not in data

    def id_for_label(self, id_):
        """The first line."""
        return f"{id_}-0-text"


class OptionsField(forms.Field):
    """The answers as they lie on an item."""

    widget = OptionsWidget

    def __init__(self, *, encoder=None, decoder=None, **kwargs):
        super().__init__(**{**kwargs, "widget": OptionsWidget, "show_hidden_initial": False})
        self.help_text = _("Mark those that are right; more than one may be.")

    def clean(self, value):
        """The rows, or every problem that they have."""
        options = options_of(value or ())
        if not options and self.required:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if any(CONTROL.search(f"{option.text}{option.feedback}") for option in options):
            raise forms.ValidationError(_("There is a character in it that cannot be shown. Type it again without it."))
        problems = [f"{place + 1}. {text}" if place is not None else text for place, text in problems_of(options)]
        if problems:
            raise forms.ValidationError(problems)
        return rows_of(options)

    def has_changed(self, initial, data):
        """Whether the rows are others."""
        return rows_of(options_of(initial or ())) != rows_of(options_of(data or ()))

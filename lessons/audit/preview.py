"""The page of a statement at the desk: where it is asked."""

from lessons.audit.forms import StepForm
from lessons.audit.questionnaire import Asked, Questionnaire, Section
from lessons.models import Statement


def statement_context(statement: Statement) -> dict:
    """The step of its element, with this statement alone."""
    element = statement.element if statement.element_id else None
    asked = Asked(statement.slug or "statement", statement.text, statement.turned, statement.example)
    section = Section(
        getattr(element, "slug", ""), getattr(element, "name", ""), getattr(element, "asks", ""), (asked,)
    )
    form = StepForm(section, {}, examples=False)
    return {"title": section.heading, "form": form, **Questionnaire((section,)).around(section)}

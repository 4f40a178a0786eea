"""
The desk's forms: what the database would refuse, they refuse with a sentence.

Django leaves a constraint out when a field of it is not on the form, and the parts of a record (the rows of
an inline panel) have neither the record nor their own key on theirs. The classes here check those too.
"""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import CheckConstraint, UniqueConstraint
from django.utils.translation import gettext
from modelcluster.fields import ParentalKey
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms.models import WagtailAdminModelForm

from cases.desk.dependents import can_be_rested_on, what_rests_on
from cases.desk.identity import keep_identity, key_of, unique_fields

MOST_NAMED = 5
"""Records that a sentence about a part in use names."""


class CheckedForm(WagtailAdminModelForm):
    """Checks every check constraint of the model, those that mention the key or the parent included."""

    def _post_clean(self):
        super()._post_clean()
        beyond = {self.instance._meta.pk.name}
        beyond |= {field.name for field in self.instance._meta.fields if isinstance(field, ParentalKey)}
        exclude = self._get_validation_exclusions() - beyond
        for constraint in self.instance._meta.constraints:
            if isinstance(constraint, CheckConstraint):
                self._check(constraint, exclude)

    def _check(self, constraint, exclude):
        try:
            constraint.validate(type(self.instance), self.instance, exclude=exclude)
        except ValidationError as error:
            if not set(error.messages) & set(self.errors.get(NON_FIELD_ERRORS, [])):
                self.add_error(None, error)


class RecordForm(CheckedForm):
    """
    The form of a record.

    A draft needs what the database needs: Wagtail would let a draft go without its required text, and the
    database would answer with an error. An empty section is no error in either.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keep_identity(self.instance, self.formsets)

    def clean(self):
        """No part goes away that other records rest on: its row would take theirs with it."""
        cleaned = super().clean()
        for formset in self.formsets.values():
            for row in _rows_left_out(formset) if can_be_rested_on(formset.model) else ():
                if others := [str(other) for other in what_rests_on(row) if other != self.instance]:
                    self.add_error(None, _in_use(row, others))
        return cleaned

    def defer_required_fields(self):
        """Keep required fields required."""

    def save(self, commit=True):
        """Save the record with its parts, each part in the row that has its key in the database already."""
        instance = super().save(commit=False)
        keep_identity(instance, self.formsets)
        if commit:
            instance.save()
            self.save_m2m()
        return instance

    def get_field_updates_for_resave(self):
        """What a page that stays open must know after an automatic save: also which row a part is in now."""
        updates = dict(super().get_field_updates_for_resave())
        for formset in self.formsets.values():
            for form in formset.forms:
                name = f"{form.prefix}-id"
                if (
                    form not in formset.deleted_forms
                    and form.instance.pk
                    and self.data.get(name) != str(form.instance.pk)
                ):
                    updates[name] = str(form.instance.pk)
        return list(updates.items())


def _rows_left_out(formset):
    """The rows of the database that the form would delete: those of no part that stays, by their key or by unique values."""
    if not formset.instance.pk or not formset.is_valid():
        return []
    fields = unique_fields(formset.model, formset.fk.name)
    parts = [form.instance for form in formset.forms if form not in formset.deleted_forms]
    keys, values = {part.pk for part in parts}, {key_of(part, fields) for part in parts if fields}
    rows = formset.model._base_manager.filter(**{formset.fk.name: formset.instance.pk})
    return [row for row in rows if row.pk not in keys and not (fields and key_of(row, fields) in values)]


def _in_use(row, others):
    """The sentence for a part that others rest on, with the first of them by name."""
    names = ", ".join(f"“{name}”" for name in others[:MOST_NAMED])
    more = len(others) - MOST_NAMED
    if more > 0:
        names = gettext("%(names)s and %(more)d more") % {"names": names, "more": more}
    return gettext(
        "“%(part)s” cannot be taken away, because others rest on it: %(names)s. Change those first; then come back."
    ) % {"part": row, "names": names}


class PartForm(CheckedForm):
    """The form of one part of a record."""


class PartFormSet(BaseChildFormSet):
    """The parts of a record; each knows its record while it is checked."""

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        setattr(form.instance, self.fk.name, self.instance)
        return form

    def get_unique_error_message(self, unique_check):
        """The sentence of the constraint that two rows of the form break."""
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, UniqueConstraint) and set(constraint.fields) == set(unique_check):
                return constraint.get_violation_error_message()
        return super().get_unique_error_message(unique_check)

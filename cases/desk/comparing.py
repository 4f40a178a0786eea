"""Comparing two versions so that it reads well: what changed and nothing else, paragraphs as paragraphs, moments as people say them."""

from django.db import models
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.compare import (
    ChildObjectComparison,
    ChildRelationComparison,
    FieldComparison,
    M2MFieldComparison,
    TextDiff,
    register_comparison_class,
)
from wagtail.admin.utils import get_user_display_name
from wagtail.snippets.views.snippets import RevisionsCompareView

from cases.desk.reading import ReadableMixin


class RecordCompareView(ReadableMixin, RevisionsCompareView):
    """Two versions of a record."""

    template_name = "wagtailadmin/desk/compare.html"

    def _get_revision_and_heading(self, revision_id):
        """The version, and who saved it when."""
        version, heading = super()._get_revision_and_heading(revision_id)
        revision = self.object.revisions.filter(pk=revision_id).first() if str(revision_id).isdigit() else None
        if revision:
            heading = gettext("%(day)s by %(who)s") % {
                "day": date_format(localtime(revision.created_at), "j F Y, H:i"),
                "who": get_user_display_name(revision.user) if revision.user else gettext("the library's files"),
            }
        return version, heading


class PartComparison(ChildObjectComparison):
    """A part of a record: its name, and the fields in which it differs; of one that came or went, the fields that say something."""

    @property
    def name(self) -> str:
        """What the part is called."""
        return str(self.obj_b or self.obj_a)

    def get_field_comparisons(self):
        """Only what tells something."""
        found = super().get_field_comparisons()
        if self.is_addition() or self.is_deletion():
            return [field for field in found if field.val_a not in (None, "", [])]
        return [field for field in found if field.has_changed()]


class PartsComparison(ChildRelationComparison):
    """The parts of a record that differ. A part that was written anew (loaded from files, say) is paired by what it says."""

    def get_child_comparison(self, obj_a, obj_b):
        """Two versions of a part."""
        return PartComparison(self.field.related_model, self.field_comparisons, obj_a, obj_b)

    def get_mapping(self, objs_a, objs_b):
        """Wagtail's pairs by key; what is left over with new keys, by how little it differs."""
        forwards, backwards, added, deleted = super().get_mapping(objs_a, objs_b)
        near = sorted((self._differ(objs_a[old], objs_b[new]), old, new) for old in deleted for new in added)
        for differing, old, new in near:
            if old in deleted and new in added and differing <= len(self.field_comparisons) // 2:
                forwards[old], backwards[new] = new, old
                deleted.remove(old)
                added.remove(new)
        return forwards, backwards, added, deleted

    def _differ(self, one, other) -> int:
        return self.get_child_comparison(one, other).get_num_differences()

    def get_child_comparisons(self):
        """Only the parts that came, went or changed."""
        found = super().get_child_comparisons()
        return [part for part in found if part.is_addition() or part.is_deletion() or part.has_changed()]


class SetComparison(M2MFieldComparison):
    """Several chosen records; their order means nothing."""

    def get_items(self):
        """Both sides by name."""
        return tuple(sorted(items, key=str) for items in super().get_items())


class PlainComparison(FieldComparison):
    """A number, a day, a yes or no; what is blank is a dash."""

    def htmldiff(self):
        """Before and after."""
        before, after = (_plain(value) for value in (self.val_a, self.val_b))
        return TextDiff(
            [("equal", after)] if before == after else [("deletion", before), ("addition", after)], " "
        ).to_html()


def _plain(value) -> str:
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    return "–" if value is None else str(value)


def register() -> None:
    """Let the desk compare our fields so."""
    register_comparison_class(ParentalManyToManyField, comparison_class=SetComparison)
    for field in (models.IntegerField, models.DecimalField, models.BooleanField, models.DateField):
        register_comparison_class(field, comparison_class=PlainComparison)

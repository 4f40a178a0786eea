"""Relations between elements: the crosswalk from one lens to another."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cases.choices import not_empty
from cases.models.placed import Placed

TWICE = _("The two elements are related already, from one side or the other. Add to that note.")


class RelationQuerySet(models.QuerySet):
    """Lists of relations."""

    def published(self):
        """Relations between elements that readers may see, with both and their lenses."""
        return self.filter(origin__framework__live=True, element__framework__live=True).select_related(
            "origin__framework", "element__framework"
        )

    def around(self, elements):
        """The relations of any of the elements, whichever side they were written on, in the order of the lenses."""
        chosen = [element.pk for element in elements]
        return (
            self.published()
            .filter(models.Q(origin__in=chosen) | models.Q(element__in=chosen))
            .order_by(
                "element__framework__order",
                "element__sort_order",
                "origin__framework__order",
                "origin__sort_order",
                "pk",
            )
        )

    def between(self, one, other):
        """The relation of two elements (ids), whichever side it was written on."""
        return self.filter(models.Q(origin=one, element=other) | models.Q(origin=other, element=one))


class Relation(Placed):
    """An element meets another, of its own lens or of another: what they share, and in what they differ."""

    origin = ParentalKey("lessons.Element", on_delete=models.CASCADE, related_name="relates")
    element = models.ForeignKey(
        "lessons.Element", on_delete=models.CASCADE, related_name="related_from", verbose_name=_("element")
    )
    note = models.TextField(_("note"), max_length=300, help_text=_("What the two share, and in what they differ."))

    objects = RelationQuerySet.as_manager()

    class Meta(Placed.Meta):
        constraints = [
            not_empty("relation", "note"),
            models.CheckConstraint(
                name="relation_not_to_itself",
                condition=~models.Q(element=models.F("origin")),
                violation_error_message=_("An element cannot be related to itself."),
            ),
            # The form of several rows knows this one; the next, which covers it, is for the database and `clean`.
            models.UniqueConstraint(name="relation_once", fields=["origin", "element"], violation_error_message=TWICE),
            models.UniqueConstraint(
                Least("origin", "element"),
                Greatest("origin", "element"),
                name="relation_once_either_way",
                violation_error_message=TWICE,
            ),
        ]

    def __str__(self):
        return f"{self.origin} – {self.element}"

    def clean(self):
        """Two elements are related once, whichever of them says so."""
        super().clean()
        if self.origin_id and self.element_id:
            other_way = Relation.objects.filter(origin=self.element_id, element=self.origin_id)
            if other_way.exclude(pk=self.pk).exists():
                raise ValidationError({"element": TWICE})

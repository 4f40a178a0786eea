"""Elements: the items of a framework."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from cases.choices import not_empty
from cases.markdown import validate_markdown
from cases.models.cited import Cited
from cases.models.placed import Placed
from cases.record.renaming import why_taken


class ElementQuerySet(models.QuerySet):
    """Lists of elements."""

    def published(self):
        """Elements of published frameworks."""
        return self.filter(framework__live=True)

    def on_record(self):
        """Elements that the library's files hold, with their frameworks."""
        return self.filter(models.Q(framework__live=True) | models.Q(framework__retired_on__isnull=False))

    def of_lesson(self, lesson):
        """The elements that the lesson belongs to."""
        chosen = [element.pk for element in lesson.elements.all()]
        return self.filter(pk__in=chosen).select_related("framework")

    def with_lessons(self):
        """Elements that lessons belong to, by lens."""
        return self.filter(lessons__isnull=False).distinct().order_by("framework__order", "sort_order", "pk")

    def mentioning(self, words):
        """Elements whose name has every word, by lens."""
        found = self.select_related("framework")
        for word in words.split():
            found = found.filter(name__icontains=word)
        return found.order_by("framework__order", "sort_order", "pk")

    def covered_by(self, courses):
        """Elements that the courses have, or lessons under them, by lens."""
        items = models.Q(taught_in__session__course__in=courses)
        lessons = models.Q(lessons__taught_in__session__course__in=courses)
        chosen = self.model.objects.filter(items | lessons).order_by().values("pk")
        return self.filter(pk__in=chosen).select_related("framework").order_by("framework__order", "sort_order", "pk")

    def beside(self, element):
        """The elements of the same framework, in order."""
        return self.filter(framework_id=element.framework_id)

    def mirrors(self) -> dict[str, list[str]]:
        """The slugs of published elements that others mirror, each with those that mirror it."""
        found = {}
        for mirrored, slug in self.published().filter(mirrors__isnull=False).values_list("mirrors__slug", "slug"):
            found.setdefault(mirrored, []).append(slug)
        return found

    def for_page(self):
        """An element with its framework, source and mirror, and with what mirrors it."""
        return self.select_related("framework", "source", "mirrors__framework").prefetch_related(
            "mirrored_by__framework"
        )


class Element(Cited, Placed, ClusterableModel):
    """An idea of a framework. It may mirror another: a failure mode mirrors the element that it negates."""

    framework = ParentalKey("lessons.Framework", on_delete=models.CASCADE, related_name="elements")
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=80)
    asks = models.CharField(
        _("as a question"),
        max_length=100,
        blank=True,
        help_text=_("What it asks of a team, in words that anybody uses."),
    )
    meaning = models.TextField(_("meaning"), validators=[validate_markdown])
    mirrors = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="mirrored_by", verbose_name=_("mirrors")
    )

    objects = ElementQuerySet.as_manager()

    class Meta(Placed.Meta):
        constraints = [
            *Cited.Meta.constraints,
            not_empty("element", "name"),
            not_empty("element", "meaning"),
            models.CheckConstraint(
                name="element_not_its_own_mirror",
                condition=~models.Q(mirrors=models.F("id")),
                violation_error_message=_("An element cannot mirror itself."),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """No element takes a name that leads to another."""
        super().clean()
        if said := why_taken(self):
            raise ValidationError({"slug": said})

    @property
    def live(self) -> bool:
        """An element is published with its framework."""
        return self.framework.live

    @property
    def first_published_at(self):
        """An element is published with its framework."""
        return self.framework.first_published_at

    def get_absolute_url(self):
        """The element's page."""
        return reverse("element-page", args=[self.slug])

"""The tab of a story's screen that shows how its review stands."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, Panel

from cases.models import Remark, Review


class ReviewPanel(Panel):
    """Who was asked, whether they looked, what they answered; the way to the review's page."""

    class BoundPanel(Panel.BoundPanel):
        """That of one story; a story that is not saved yet has none."""

        template_name = "wagtailadmin/desk/review_panel.html"

        def is_shown(self):
            """Where there is a story."""
            return bool(self.instance and self.instance.pk)

        def get_context_data(self, parent_context=None):
            """The newest review, and how many remarks are open."""
            review = Review.objects.of_story(self.instance).for_desk().first()
            return {
                **super().get_context_data(parent_context),
                "review": review,
                "stale": review.stale if review and review.under_way else [],
                "open_count": Remark.objects.open_for(self.instance).count(),
                "url": reverse("desk-review", args=[self.instance.pk]),
            }


def review_tab() -> ObjectList:
    """How the story's review stands."""
    return ObjectList([ReviewPanel()], heading=_("Review"))

"""Where learning platforms have placed what."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlatformPlacementQuerySet(models.QuerySet):
    """Lists of placements."""

    def before_copy(self, deployment, links, contexts, title):
        """
        The placement that was copied: of the nearest of the earlier links; else the only one of that title in an earlier context.
        None where neither is known.
        """
        known = {row.link: row for row in self.filter(deployment=deployment, link__in=links)}
        found = next((known[link] for link in links if link in known), None)
        if found or not title:
            return found
        same = list(self.filter(deployment=deployment, context__in=contexts, title=title)[:2])
        return same[0] if len(same) == 1 else None


class PlatformPlacement(models.Model):
    """A link in a course of a learning platform, and what it opened last: for copies that have lost what they name."""

    deployment = models.ForeignKey("lti_tool.LtiDeployment", on_delete=models.CASCADE, related_name="+")
    link = models.CharField(max_length=255)
    context = models.CharField(max_length=255, blank=True, db_index=True)
    title = models.CharField(max_length=255, blank=True)
    thing = models.CharField(max_length=400)
    right = models.CharField(max_length=64, blank=True)

    objects = PlatformPlacementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="platformplacement_once",
                fields=["deployment", "link"],
                violation_error_message=_("This link is known already."),
            )
        ]

    def __str__(self):
        return f"{self.title or self.link}: {self.thing}"

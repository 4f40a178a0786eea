"""When the house last did what it does by itself from time to time."""

from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.choices import not_empty


class ErrandQuerySet(models.QuerySet):
    """What is asked about errands."""

    def claim(self, name: str, every: timedelta) -> bool:
        """Whether it is time to do it again, and nobody else has begun; then it counts as done now."""
        now = timezone.now()
        if self.filter(name=name, done_at__lte=now - every).update(done_at=now):
            return True
        with transaction.atomic():
            return self.get_or_create(name=name, defaults={"done_at": now})[1]

    def give_back(self, name: str) -> None:
        """It was not done after all: it is time again at once."""
        self.filter(name=name).delete()


class Errand(models.Model):
    """Something that the house does by itself no more often than it must, and when it was last done."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    done_at = models.DateTimeField(_("last done"))

    objects = ErrandQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [not_empty("errand", "name")]

    def __str__(self):
        return self.name

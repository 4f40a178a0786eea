"""The library's generation and edition: which change of it is the newest."""

import uuid

from django.db import models


def new_stamp() -> str:
    """A name that no other change has, in this database or in a copy of it."""
    return uuid.uuid4().hex


class Generation(models.Model):
    """
    One row: the number of the newest change, and its stamp.

    Who changes the library updates this row in the same transaction, so the database orders changes as they are committed. The
    stamp tells apart two changes that have the same number in two copies of the database (one restored from a backup, say).

    The edition is another stamp: it changes with everything that any page shows, such as a lesson without a story, which concerns no index.
    """

    number = models.PositiveBigIntegerField(default=0)
    stamp = models.CharField(max_length=32, default=new_stamp)
    edition = models.CharField(max_length=32, default=new_stamp)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="generation_one_row", condition=models.Q(id=1), violation_error_message="There is one generation."
            )
        ]

    def __str__(self):
        return f"{self.number}-{self.stamp}"

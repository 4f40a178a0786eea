"""Records that readers may see, that they may no longer see, and that never were."""

from django.http import Http404


class Gone(Exception):
    """The record was published once and has been taken back; the page answers 410."""

    def __init__(self, record):
        super().__init__(f"{record} is no longer published.")
        self.record = record


def found_or_gone(records, slug: str):
    """The published record of that slug; Gone where it was published once, Http404 where it never was."""
    record = records.filter(slug=slug).first()
    if record is None:
        raise Http404(f"There is no {records.model._meta.verbose_name} “{slug}”.")
    if record.live:
        return record
    if record.first_published_at:
        raise Gone(record)
    raise Http404(f"There is no {records.model._meta.verbose_name} “{slug}”.")

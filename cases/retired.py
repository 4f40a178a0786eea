"""Records that readers may see, that they may no longer see, and that never were."""

from django.http import Http404


class Gone(Exception):
    """The record was published once and has been taken back; the page answers 410."""

    def __init__(self, record):
        super().__init__(f"{record} is no longer published.")
        self.record = record


def found_or_gone(records, slug: str):
    """The published record of that slug; Gone where it was published once, Http404 where it never was."""
    return shown_or_gone(records.filter(slug=slug).first(), records.model, slug)


def shown_or_gone(record, model, slug: str):
    """The record, if readers may see it; Gone where it was published once, Http404 where it never was or where there is none."""
    if record is not None and record.live:
        return record
    if record is not None and record.first_published_at:
        raise Gone(record)
    raise Http404(f"There is no {model._meta.verbose_name} “{slug}”.")

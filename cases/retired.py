"""Records that readers may see, that they may no longer see, that have another name now, and that never were."""

from django.http import Http404

from cases.record.renaming import renamed_to


class Gone(Exception):
    """The record was published once and has been taken back; the page answers 410, with the reason where one was given."""

    def __init__(self, record):
        super().__init__(f"{record} is no longer published.")
        self.record = record


class Moved(Exception):
    """The record has another slug now; its old address leads to the new one."""

    def __init__(self, slug: str):
        super().__init__(f"It is called {slug} now.")
        self.slug = slug


def found_or_gone(records, slug: str):
    """The published record of that slug; Gone where it was published once, Moved where it has another name, Http404 where it never was."""
    return shown_or_gone(records.filter(slug=slug).first(), records.model, slug)


def shown_or_gone(record, model, slug: str):
    """The record, if readers may see it; otherwise Gone, Moved or Http404, as `found_or_gone` has it."""
    if record is None and (new := renamed_to(model, slug)):
        raise Moved(new)
    if record is not None and record.live:
        return record
    if record is not None and (record.first_published_at or getattr(record, "retired_on", None)):
        raise Gone(record)
    raise Http404(f"There is no {model._meta.verbose_name} “{slug}”.")

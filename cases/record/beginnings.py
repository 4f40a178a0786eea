"""Where the history of a record begins that came to the desk by another way, such as from the library's files."""

from django.db.models import Model
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision


def begin_history(record: Model) -> None:
    """
    Keep what readers see as a version, before the first draft beside it: one to compare with, and to go back to.

    Wagtail also asks for it: a record with no version of what is shown is taken from readers while a draft waits for its time.
    """
    model = type(record)
    shown = model._base_manager.filter(pk=record.pk, live=True, live_revision=None).first()
    if shown is None:
        return
    moment = shown.last_published_at or timezone.now()
    kind = record.get_base_content_type()
    revision = Revision.objects.create(
        content_object=shown,
        base_content_type=kind,
        content=shown.serializable_data(),
        object_str=str(shown),
        created_at=moment,
    )
    model._base_manager.filter(pk=record.pk).update(live_revision=revision)
    record.live_revision = revision
    log(instance=shown, action="cases.begin", revision=revision, timestamp=moment)

"""
Two editors on one record: nothing is overwritten unseen.

Wagtail tells the second at once who else is there, and asks before a save over a newer version. Here the server asks too: a save that
rests on an older state is refused, with everything that was typed, the difference to the newer version, and a choice.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name

STALE = "stale"
"""The state of a page that cannot say on what it rests, and is known to be behind."""


@dataclass(frozen=True)
class Conflict:
    """A newer version than the one that an editor's page rests on."""

    who: str
    when: datetime | None
    comparison: list[Any] = field(default_factory=list)
    """What differs from the newer version to what the editor typed."""


class ConflictMixin:
    """An edit view that refuses to save over what its editor has not seen."""

    conflict: Conflict | None = None

    @cached_property
    def state(self) -> str:
        """A name for the record as it stands: its newest version, and when readers last saw it change."""
        return state_of(self.live_object)

    @cached_property
    def keeps_mine(self) -> bool:
        """Whether the editor has seen the newer version, and puts theirs on top of it."""
        return self.request.POST.get("keep_mine") == self.state

    @cached_property
    def is_out_of_date(self) -> bool:
        """Whether the page rests on an older state than there is; also where there was no version at all when it was opened."""
        sent = self.request.POST
        if self.keeps_mine:
            return False
        if super().is_out_of_date:
            return True
        return (
            bool(sent.get("loaded_state"))
            and not sent.get("overwrite_revision_id")
            and sent["loaded_state"] != self.state
        )

    def post(self, request, *args, **kwargs):
        """What is put on top of a newer version is a version of its own, not the same one written over."""
        if self.keeps_mine:
            request.POST = request.POST.copy()
            request.POST.pop("overwrite_revision_id", None)
        return super().post(request, *args, **kwargs)

    def is_valid(self, form):
        """Refuse a page that is behind; the form keeps what was typed."""
        if self.is_out_of_date and not self.expects_json_response:
            self.refuse(form)
            return False
        return super().is_valid(form)

    def form_valid(self, form):
        """Save and publish in one transaction, unless somebody was quicker by a moment."""
        with transaction.atomic():
            there = self.model._default_manager.select_for_update(of=("self",)).filter(pk=self.object.pk).first()
            if there is not None and state_of(there) != self.state:
                self.live_object = there
                self.__dict__.pop("state")
                self.refuse(form)
                return self.form_invalid(form)
            return super().form_valid(form)

    def refuse(self, form) -> None:
        """Say who was quicker, and what is different now."""
        theirs = self.model._default_manager.get(pk=self.object.pk).get_latest_revision_as_object()
        revision = theirs.latest_revision
        who = user_display_name(revision.user) if revision and revision.user else gettext("Somebody")
        comparison = self.compared(theirs, form.save(commit=False)) if form.is_valid() else []
        self.conflict = Conflict(who, revision.created_at if revision else theirs.last_published_at, comparison)
        self.produced_error_code = "invalid_revision"
        self.produced_error_message = gettext(
            "Nothing was saved yet: %(who)s saved a newer version while you were writing. What you wrote is still here."
        ) % {"who": who}

    def compared(self, theirs, mine) -> list:
        """The fields that differ."""
        panel = self.panel.get_bound_panel(instance=theirs, request=self.request, form=None)
        found = [comparison(theirs, mine) for comparison in panel.get_comparison()]
        return [difference for difference in found if difference.has_changed()]

    def get_context_data(self, **kwargs):
        """With the state that the page rests on, and with the conflict where there is one."""
        rests_on = (self.request.POST.get("loaded_state") or STALE) if self.conflict else self.state
        more = {"conflict": self.conflict, "loaded_state": rests_on, "state": self.state}
        return {**super().get_context_data(**kwargs), **more}


def state_of(record) -> str:
    """A name for the record as it stands in the database."""
    revision, published = record.latest_revision, record.last_published_at
    saved = f"{revision.pk} {revision.created_at.isoformat()}" if revision else ""
    return f"{saved} {published.isoformat() if published else ''}".strip() or "new"

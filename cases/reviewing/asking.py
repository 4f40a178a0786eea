"""The mail of a review: to signatories, and to whoever waits for them. Each is queued together with what it is about."""

from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.log_actions import log

from cases.addresses import absolute
from cases.mail import queue
from cases.models import EditorTask, Review, SignOff
from cases.models.sign_off import new_key
from cases.people import Group, addresses_of, members
from cases.reviewing.inviting import Invited
from cases.reviewing.links import address_of, end_of_life


def ask(*, sign_off: SignOff) -> None:
    """Ask for the first time, or again, where there is somebody to ask: by mail, and in their queue at the desk."""
    if not sign_off.person:
        return
    again = sign_off.content is not None
    sign_off.asked_at, sign_off.link_until = timezone.now(), end_of_life()
    sign_off.reminders = 0
    sign_off.save()
    tell(sign_off, "sign_off_again" if again else "sign_off_ask")


def put(*, sign_off: SignOff, invited: Invited, by=None) -> None:
    """Put somebody in the place of whoever was there, whose link ends, and ask them."""
    if sign_off.asked_at and Invited.of(sign_off) != invited:
        tell(sign_off, "sign_off_not_needed", why="named-another")
    sign_off.user, sign_off.name, sign_off.email = invited.user, invited.name, invited.email
    sign_off.asked_at = sign_off.seen_at = sign_off.content = sign_off.content_at = sign_off.link_until = None
    sign_off.link_key = new_key()
    sign_off.save()
    ask(sign_off=sign_off)
    if sign_off.person:
        write(sign_off, "asked", by)


def write(sign_off: SignOff, what: str, by=None) -> None:
    """Write into the story's history what was done."""
    data = {"kind": sign_off.kind, "name": sign_off.person, "reason": sign_off.reason}
    log(instance=sign_off.review.story, action=f"cases.sign_off.{what}", user=by, data=data)


def tell(sign_off: SignOff, template: str, **more) -> None:
    """Queue a mail to the signatory; an answer to it goes to whoever asked."""
    if not sign_off.address:
        return
    review = sign_off.review
    answer_to = addresses_of(waiting_for(review))
    context = {
        "sign_off": sign_off,
        "review": review,
        "title": title_of(review),
        "asker": asker_of(review),
        "link": address_of(sign_off),
        **more,
    }
    queue(template, sign_off.address, context, headers={"Reply-To": ", ".join(answer_to)} if answer_to else None)


def tell_editors(review: Review, template: str, to=None, **more) -> None:
    """Queue a mail to those who wait: whoever asked and the editor, or those given."""
    context = {
        "review": review,
        "title": title_of(review),
        "edit_url": absolute(AdminURLFinder().get_edit_url(review.story)),
        **more,
    }
    queue(template, addresses_of(waiting_for(review) if to is None else to), context)


def title_of(review: Review) -> str:
    """The story's title, as its newest draft has it."""
    return review.story.latest_revision.object_str if review.story.latest_revision else str(review.story)


def asker_of(review: Review) -> str:
    """The name of whoever asks, for the signatory."""
    person = review.requested_by or review.editor
    return (person.get_full_name() or person.get_username()) if person else ""


def waiting_for(review: Review) -> list:
    """Whoever asked, and the editor who is named, each once."""
    return list(dict.fromkeys(person for person in (review.requested_by, review.editor) if person))


def editors_of(review: Review, task: EditorTask | None = None) -> list:
    """The editor who is named, or everybody who may take the last step."""
    if review.editor:
        return [review.editor]
    if task:
        return [user for group in task.groups.all() for user in group.user_set.filter(is_active=True)]
    return list(members(Group.EDITOR))

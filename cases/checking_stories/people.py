"""What is fair to the people in the story, and to readers who cannot see its pictures."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.checking_stories.registry import looks_at
from cases.choices import LEADING_PARTS, Depth
from cases.models import Role
from cases.pictures.wording import without_words

UNHEARD = {"leader__isnull": False, "reply_offered_on": None, "reply_note": ""}


@looks_at(
    "right-of-reply",
    _("No right of reply"),
    "roles",
    mentions=True,
    narrow=lambda stories: stories.filter(pk__in=Role.objects.filter(**UNHEARD).values("story")),
)
def offers_a_reply(story):
    """Each person who is named was offered the right to reply, or it is said why not."""
    names = dict.fromkeys(role.name for role in story.roles.all() if role.leader_id and not role.reply_settled)
    if names:
        yield gettext(
            "No right of reply is recorded for %(names)s. Say when it was offered, or why it was not, such as that somebody has died."
        ) % {"names": ", ".join(names)}


@looks_at(
    "nobody-led",
    _("Nobody led"),
    "roles",
    narrow=lambda stories: stories.filter(depth=Depth.FULL).exclude(
        pk__in=Role.objects.filter(part__in=LEADING_PARTS).values("story")
    ),
)
def was_led(story):
    """A story told in full says who led, so that it has a zone."""
    if story.depth == Depth.FULL and not story.zone:
        yield gettext(
            "Nobody in the cast led, so the story is in no innovation zone. Say who envisioned, led or made room."
        )


@looks_at("alternative-text", _("A picture without words"), "pictures", mentions=True)
def describes_its_pictures(story):
    """Each picture has an alternative text that says something to who cannot see it."""
    for name in without_words(story):
        yield gettext(
            "The picture “%(name)s” has no alternative text. Say what somebody who cannot see it should know."
        ) % {"name": name}

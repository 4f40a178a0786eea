"""Template tags of courses."""

from django import template

from lessons.choices import ItemKind, Stance, Strength
from lessons.courses import lengths
from lessons.courses.building import journal

register = template.Library()


@register.filter
def hours(minutes):
    """The minutes as people say them."""
    return lengths.hours(minutes)


@register.filter
def clock(minutes):
    """So long after the beginning."""
    return lengths.clock(minutes)


@register.filter
def beside_meant(planned, meant):
    """How the planned minutes stand to those that were meant."""
    return lengths.beside_meant(planned, meant)


@register.filter
def stance_label(value):
    """The word for a stance."""
    return Stance(value).label


@register.filter
def strength_label(value):
    """The word for a strength."""
    return Strength(value).label


@register.filter
def item_kind(value):
    """The word for a kind of item."""
    return ItemKind(value).label


@register.filter
def called(user):
    """What others call somebody; nothing for nobody."""
    return journal.called(user) if user else ""

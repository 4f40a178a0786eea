"""Template tags of the pages about accounts."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()

BROWSERS = (
    *(("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox")),
    *(("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrom", "Chrome"), ("Safari", "Safari")),
)
"""By a mark in what a browser says of itself: its name. Many claim to be others too, so the order counts."""

MACHINES = (
    *(("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "Chromebook")),
    *(("Windows", "Windows"), ("Macintosh", "Mac"), ("Linux", "Linux")),
)


def _first(marks, text):
    return next((name for mark, name in marks if mark in text), "")


@register.filter
def device_name(agent):
    """The browser and the machine, from what the browser says of itself."""
    browser, machine = _first(BROWSERS, agent), _first(MACHINES, agent)
    if browser and machine:
        return _("%(browser)s on %(machine)s") % {"browser": browser, "machine": machine}
    return browser or machine or _("A browser that does not say which")

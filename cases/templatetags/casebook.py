"""Template tags of the library."""

from datetime import datetime

from django import template
from django.template.loader_tags import IncludeNode, do_include
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from cases import fragments
from cases.addresses import absolute, finder_url
from cases.choices import OrganisationKind, Part, Realm, Result, Stage
from cases.facets import leaders_of, zone_label
from cases.markdown import render
from cases.people import name_of

register = template.Library()


class KeptNode(IncludeNode):
    """A component that is drawn once for the same arguments."""

    def render(self, context):
        """The piece, drawn or kept."""
        arguments = {name: value.resolve(context) for name, value in self.extra_context.items()}
        return fragments.piece(self.template.resolve(context), arguments)


@register.tag
def kept(parser, token):
    """{% kept "_components/x.html" with a=1 only %}: as `include`, for components whose arguments are words and numbers."""
    node = do_include(parser, token)
    return KeptNode(node.template, extra_context=node.extra_context, isolated_context=True)


@register.simple_tag
def listed_story(card, level, note):
    """A story in the finder's list, as its component draws it."""
    return fragments.story_row(card, level=level, note=note, listable=True)


@register.simple_tag
def facet_options(shown, key):
    """The options of a facet, each as its component draws it."""
    return fragments.options(shown, key)


@register.filter
def markdown(text):
    """The narrative as safe HTML."""
    return render(text) if text else ""


@register.filter
def result_label(value):
    """The word for a result."""
    return Result(value).label


@register.filter
def realm_label(value):
    """The realm's name."""
    return Realm(value).label


@register.filter
def part_label(value):
    """The word for a part in a story."""
    return Part(value).label


@register.filter
def stage_label(value):
    """The stage's name."""
    return Stage(value).label


@register.filter
def kind_label(value):
    """The kind of body."""
    return OrganisationKind(value).label


@register.filter
def zone_name(value):
    """The zone as a label: Political + managerial."""
    return zone_label(value)


@register.filter
def zone_leaders(value):
    """The zone as words: political and managerial leaders together."""
    return leaders_of(value)


@register.filter
def realms(value):
    """The realms of a zone, as a list."""
    return value.split("-") if value else []


@register.filter
def get(mapping, key):
    """The mapping's value, or nothing."""
    return mapping.get(key, "") if mapping else ""


@register.filter
def per(value, whole):
    """`value` as a share of `whole`, in units of a drawing 100 wide."""
    return round(100 * value / whole, 2) if whole else 0


@register.simple_tag
def balance_bar(supports, qualifies, contradicts, width=80, gap=2):
    """The parts of a balance bar: (stance, x, width) of each side that is not empty."""
    sides = [
        (name, int(n or 0))
        for name, n in (("supports", supports), ("qualifies", qualifies), ("contradicts", contradicts))
    ]
    sides = [(name, n) for name, n in sides if n]
    room = width - gap * (len(sides) - 1)
    total, x, parts = sum(n for _name, n in sides), 0.0, []
    for name, n in sides:
        share = room * n / total
        parts.append((name, round(x, 2), round(share, 2)))
        x += share + gap
    return parts


@register.simple_tag
def named(record, name=""):
    """The record's name (or the words `name` for it), as a link where its address says something; what was retired is called so."""
    name = name or str(record)
    if record.live:
        return format_html('<a href="{}">{}</a>', record.get_absolute_url(), name)
    if getattr(record, "retired_on", None):
        link = '<a href="{}">{}</a> <span class="retired-mark">{}</span>'
        return format_html(link, record.get_absolute_url(), name, gettext("(retired)"))
    return name


@register.simple_tag(name="finder_url")
def finder_address(**parameters):
    """The finder in the state of these parameters, one value each."""
    return finder_url({key: str(value) for key, value in parameters.items()})


@register.filter
def story_url(slug):
    """The whole address of a story, scheme and host included, for paper."""
    return absolute(reverse("story-page", args=[slug]))


@register.filter
def person_name(user):
    """What somebody who has an account is called."""
    return name_of(user)


@register.filter
def moment(text):
    """The moment that a card holds as text."""
    return datetime.fromisoformat(text) if text else None

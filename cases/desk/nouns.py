"""The screens of the nouns around a story, and the group that they form in the menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cases.desk.panels import PartsPanel, markdown, naming, row
from cases.desk.story import StoryViewSet
from cases.desk.views import RecordViewSet
from cases.models import Collection, Leader, Organisation, Place, PolicyArea, Source


class OrganisationViewSet(RecordViewSet):
    """Organisations at the desk."""

    model = Organisation
    icon = "group"
    base_url_path = "organisations"
    facts = ("kind", "place")
    joins = ("place",)
    list_filter = ("kind", "live")
    tells_apart = (
        ("kind", _("Kind"), lambda body: body.get_kind_display()),
        ("place", _("Place"), lambda body: body.place or ""),
    )
    record_panels = (*naming("name"), FieldPanel("kind"), FieldPanel("place"), markdown("about"))


class LeaderViewSet(RecordViewSet):
    """Leaders at the desk."""

    model = Leader
    icon = "user"
    base_url_path = "leaders"
    list_filter = ("live",)
    record_panels = (*naming("name"), markdown("about"))


class PlaceViewSet(RecordViewSet):
    """Places at the desk."""

    model = Place
    icon = "globe"
    base_url_path = "places"
    facts = ("kind", "country", "within")
    joins = ("within",)
    list_filter = ("kind", "setting", "live")
    tells_apart = (
        ("kind", _("Kind"), lambda place: place.get_kind_display()),
        ("country", _("Country"), lambda place: place.country.name),
    )
    record_panels = (
        *naming("name"),
        row("kind", "setting", "country"),
        FieldPanel("within"),
        row("latitude", "longitude"),
        row("population", "population_year"),
    )

    def label_of(self, record):
        """The name with the next larger place."""
        return record.full_name


class SourceViewSet(RecordViewSet):
    """Sources at the desk."""

    model = Source
    icon = "openquote"
    base_url_path = "sources"
    name_field = "title"
    facts = ("authors", "year")
    list_filter = ("quotable", "live")
    tells_apart = (("year", _("Year"), lambda source: source.year or ""),)
    record_panels = (
        *naming("title"),
        row("authors", "publisher"),
        row("year", "isbn"),
        FieldPanel("url"),
        row("licence", "allows"),
        FieldPanel("quotable"),
        markdown("about"),
    )


class PolicyAreaViewSet(RecordViewSet):
    """Policy areas at the desk."""

    model = PolicyArea
    icon = "tag"
    base_url_path = "policy-areas"
    list_filter = ("live",)
    record_panels = naming("name")

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.preview_enabled = False


class CollectionViewSet(RecordViewSet):
    """Collections at the desk; Wagtail has collections of files at that address."""

    model = Collection
    icon = "clipboard-list"
    base_url_path = "story-collections"
    name_field = "title"
    facts = ("curator",)
    list_filter = ("live",)
    tells_apart = (("curator", _("Curator"), lambda collection: collection.curator),)
    record_panels = (
        *naming("title"),
        FieldPanel("summary"),
        markdown("introduction"),
        FieldPanel("curator"),
        PartsPanel(
            "collected",
            [FieldPanel("story"), FieldPanel("note")],
            heading=_("Stories, in the order in which readers see them"),
            label=_("story"),
        ),
    )


class LibraryGroup(SnippetViewSetGroup):
    """The stories and all that they are made of."""

    menu_label = _("Library")
    menu_icon = "folder-open-inverse"
    menu_order = 100
    items = (
        *(StoryViewSet, OrganisationViewSet, LeaderViewSet, PlaceViewSet, SourceViewSet, PolicyAreaViewSet),
        CollectionViewSet,
    )

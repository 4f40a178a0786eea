"""What the desk's screens of every noun have in common."""

from django.urls import NoReverseMatch
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, PublishingPanel
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.admin.utils import get_latest_str
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet

from cases.desk.choosers import RecordChooserViewSet
from cases.desk.forms import RecordForm
from cases.desk.panels import notices
from cases.desk.status import with_status
from cases.desk.words import with_words

BOOKKEEPING = (
    *(
        "id",
        "latest_revision",
        "live_revision",
        "has_unpublished_changes",
        "locked",
        "locked_at",
        "locked_by",
    ),
    *("go_live_at", "expire_at", "expired"),
)


class RecordIndexView(IndexView):
    """The list of a noun: draft titles, search by words, and a number of queries that does not grow."""

    def _get_title_column(self, field_name, *args, **kwargs):
        return super()._get_title_column(field_name, *args, **{"accessor": get_latest_str, **kwargs})

    def get_base_queryset(self):
        """The records with what their rows show."""
        return with_status(super().get_base_queryset())

    def search_queryset(self, queryset):
        """Every word must occur."""
        return with_words(queryset, self.search_fields, self.search_query)


class RecordEditView(EditView):
    """The screen of a record, with a way to its public page."""

    @cached_property
    def header_more_buttons(self):
        """Wagtail's buttons and the public page of a live record."""
        buttons = super().header_more_buttons
        if self.live_object.live and (address := public_address(self.live_object)):
            buttons.append(Button(_("Public page"), url=address, icon_name="view", priority=5))
        return buttons


def public_address(record):
    """The record's page, or None where the noun has none."""
    try:
        return record.get_absolute_url()
    except NoReverseMatch:
        return None


class RecordViewSet(SnippetViewSet):
    """The desk's screens of a noun; a noun names its fields and panels."""

    index_view_class = RecordIndexView
    edit_view_class = RecordEditView
    chooser_viewset_class = RecordChooserViewSet
    chooser_per_page = 15
    copy_view_enabled = True
    inspect_view_enabled = True
    inspect_view_fields_exclude = BOOKKEEPING
    list_per_page = 50

    name_field = "name"
    """The field that names the record: the first column, what a slug is made from, what a search looks at."""

    facts: tuple = ()
    """The columns between the name and the date."""

    tells_apart: tuple[tuple, ...] = ()
    """Columns of the chooser beside the label: name, heading, and a function of the record."""

    joins: tuple[str, ...] = ()
    """The relations that labels and facts need."""

    record_panels: tuple = ()
    """The panels of the screen, for nouns without tabs."""

    @property
    def list_display(self):
        """The name, the facts, when it was last changed, and whether it is published."""
        return [self.name_field, *self.facts, UpdatedAtColumn(), LiveStatusTagColumn()]

    @property
    def search_fields(self):
        """A record is found by its name and by its slug."""
        return [self.name_field, "slug"]

    @property
    def ordering(self):
        """By name."""
        return self.name_field

    @property
    def export_filename(self):
        """The noun."""
        return self.base_url_path

    @property
    def chooser_base_url_path(self):
        """The address of the noun's chooser."""
        return f"choose/{self.base_url_path}"

    def label_of(self, record):
        """What choosers call the record."""
        return str(record)

    def for_labels(self):
        """Every record, with what its label needs."""
        return (
            self.model._default_manager.select_related(*self.joins) if self.joins else self.model._default_manager.all()
        )

    def get_queryset(self, request):
        """The records of the list."""
        return self.for_labels()

    def tabs(self):
        """The edit handler, not yet bound to the model."""
        return ObjectList([*notices(), *self.record_panels, PublishingPanel()], base_form_class=RecordForm)

    def get_edit_handler(self):
        """Built when it is first asked for, so that every floor has had its say."""
        return self.tabs().bind_to_model(self.model)

"""What the desk's screens of every noun have in common."""

from django.contrib.admin.utils import quote
from django.urls import NoReverseMatch, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, PublishingPanel
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.generic import RevisionsRevertMixin
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView, IndexView, UnpublishView

from cases.desk.choosers import RecordChooserViewSet
from cases.desk.comparing import RecordCompareView
from cases.desk.conflict import ConflictMixin
from cases.desk.forms import RecordForm
from cases.desk.merging import MergeView
from cases.desk.panels import notices
from cases.desk.reading import ReadableViewSet
from cases.desk.retiring import BringBackView, RetireView
from cases.desk.status import with_status
from cases.desk.words import with_words
from cases.record.renaming import has_address
from cases.sheets.downloads import answer, exported_list, record_sheet

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
    *("go_live_at", "expire_at", "expired", "retired_on", "retired_because", "see_instead"),
)


class RecordIndexView(IndexView):
    """The list of a noun: draft titles, search by words, and a number of queries that does not grow."""

    def _get_title_column(self, field_name, *args, **kwargs):
        return super()._get_title_column(field_name, *args, **{"accessor": get_latest_str, **kwargs})

    @cached_property
    def columns(self):
        """Wagtail's; a box to tick stands only before what the person may delete."""
        box, *others = super().columns
        return [box, *others] if self.user_has_permission("delete") else others

    def get_base_queryset(self):
        """The records with what their rows show."""
        return with_status(super().get_base_queryset())

    def search_queryset(self, queryset):
        """Every word must occur."""
        return with_words(queryset, self.search_fields, self.search_query)

    def as_spreadsheet(self, queryset, spreadsheet_format):
        """The records of the list, as filtered, with the columns of their sheet: what is taken out can be uploaded again."""
        own = record_sheet(self.model)
        if not own:
            return super().as_spreadsheet(queryset, spreadsheet_format)
        slugs = list(queryset.values_list("slug", flat=True))
        filename = f"{self.get_filename()}.{spreadsheet_format}"
        return answer(filename, exported_list(own, slugs, spreadsheet_format))


class RecordEditView(ConflictMixin, EditView):
    """The screen of a record, with a way to its public page, and to what can be done to it besides."""

    @cached_property
    def header_more_buttons(self):
        """Wagtail's buttons, the public page of a live record, and what else can be done."""
        buttons = super().header_more_buttons
        if self.live_object.live and (address := public_address(self.live_object)):
            buttons.append(Button(_("Public page"), url=address, icon_name="view", priority=5))
        return [*buttons, *self.model.snippet_viewset.action_buttons(self.request.user, self.live_object)]


class RestoreMixin(RevisionsRevertMixin):
    """An older version on the screen: its words, but not the slug or the note for readers that came with it."""

    def get_object(self, queryset=None):
        """The older version under the record's present name."""
        record = super().get_object(queryset)
        record.slug = self.live_object.slug
        for name in ("change_note", "change_kind"):
            if hasattr(record, name):
                setattr(record, name, type(record)._meta.get_field(name).get_default())
        return record


class RecordUnpublishView(UnpublishView):
    """Taking back what was published by mistake; it leads on to retiring."""

    template_name = "wagtailadmin/desk/confirm_unpublish.html"

    def get_context_data(self, **kwargs):
        """With the way to retire the record."""
        address = self.object.snippet_viewset.address_of("retire", self.object) if has_address(self.model) else ""
        return {**super().get_context_data(**kwargs), "retire_url": address}


def public_address(record):
    """The record's page, or None where the noun has none."""
    try:
        return record.get_absolute_url()
    except NoReverseMatch:
        return None


class RecordViewSet(ReadableViewSet):
    """The desk's screens of a noun; a noun names its fields and panels."""

    index_view_class = RecordIndexView
    edit_view_class = RecordEditView
    edit_template_name = "wagtailadmin/desk/edit.html"
    unpublish_view_class = RecordUnpublishView
    revisions_compare_view_class = RecordCompareView
    chooser_viewset_class = RecordChooserViewSet
    chooser_per_page = 15
    copy_view_enabled = True
    inspect_view_fields_exclude = BOOKKEEPING
    list_per_page = 50

    name_field = "name"
    """The field that names the record: the first column, what a slug is made from, what a search looks at."""

    facts: tuple = ()
    """The columns between the name and the date."""

    tells_apart: tuple[tuple, ...] = ()
    """Columns of the chooser beside the label: name, heading, and a function of the record."""

    list_export = ("slug",)
    """That the list can be exported; what is exported is the noun's sheet."""

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

    @property
    def revisions_revert_view_class(self):
        """An older version on the edit screen."""
        return type("RestoreView", (RestoreMixin, self.edit_view_class), {"view_name": "revisions_revert"})

    @property
    def actions(self):
        """What can be done to a record besides editing it: by name, the view, the label and the sign of its button."""
        return {
            "retire": (RetireView, _("Retire"), "download"),
            "bring_back": (BringBackView, _("Bring back"), "undo"),
            "merge": (MergeView, _("Merge into another"), "link"),
        }

    def address_of(self, action, record):
        """The screen on which it is done to the record."""
        return reverse(self.get_url_name(action), args=[quote(record.pk)])

    def action_buttons(self, user, record):
        """The buttons of what the user may do to the record as it stands."""
        return [
            Button(label, url=self.address_of(name, record), icon_name=icon, priority=50 + place)
            for place, (name, (view, label, icon)) in enumerate(self.actions.items())
            if view.offered(user, record)
        ]

    def get_urlpatterns(self):
        """Wagtail's, and one for each thing that can be done to a record."""
        more = [
            path(f"{name.replace('_', '-')}/<{self.pk_path_converter}:pk>/", self.construct_view(view), name=name)
            for name, (view, _label, _icon) in self.actions.items()
        ]
        return [*super().get_urlpatterns(), *more]

    def tabs(self):
        """The edit handler, not yet bound to the model."""
        return ObjectList([*notices(), *self.record_panels, PublishingPanel()], base_form_class=RecordForm)

    def get_edit_handler(self):
        """Built when it is first asked for, so that every floor has had its say."""
        return self.tabs().bind_to_model(self.model)

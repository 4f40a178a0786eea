"""What the ground floor adds to the desk, and what of Wagtail's the desk leaves out."""

from django.contrib.auth.models import Permission
from django.db.models import Model
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.snippets.action_menu import PublishMenuItem
from wagtail.snippets.models import register_snippet

from cases.desk import comparing, coverage, history, reviews
from cases.desk.checks import keep_unready_as_draft
from cases.desk.contributions import ContributionViewSet, FirstLookPanel
from cases.desk.dependents import what_rests_on
from cases.desk.home import DraftsPanel, RecentPanel, noun_summaries
from cases.desk.nouns import LibraryGroup
from cases.desk.queue import QueuePanel
from cases.desk.releases import ReleaseViewSet
from cases.desk.review_log import SAID, formatter
from cases.models import Review, Story
from cases.pictures.desk import one_at_a_time
from cases.record.renaming import has_address
from cases.sheets.cells import inert
from cases.sheets.history import BEFORE, IMPORTED
from cases.sheets.views import MAY
from cases.suggestions.desk import suggestions

register_snippet(LibraryGroup)
comparing.register()
hooks.register("register_admin_urls", one_at_a_time, order=-1)

REPLACED = (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
"""Wagtail's panels of the first page in whose place ours stand."""
# What Wagtail exports by itself (reports, say) holds names that people have typed: no spreadsheet is to run them.
SpreadsheetExportMixin.custom_value_preprocess = {
    **SpreadsheetExportMixin.custom_value_preprocess,
    (str, Model): {SpreadsheetExportMixin.FORMAT_CSV: lambda value: inert(str(value))},
}

NOT_IN_MENU = {"explorer", "documents", "snippets"}
NOT_IN_SETTINGS = {"collections", "sites", "redirects"}
NOT_IN_REPORTS = {"locked-pages", "aging-pages", "page-types-usage"}
IN_HELP = {"keyboard-shortcuts-trigger"}


@hooks.register("register_admin_viewset")
def receive_contributions():
    """What people tell through the form at /tell/."""
    return ContributionViewSet()


@hooks.register("construct_main_menu")
def leave_out_pages(request, items):
    """The library has no page tree, and no documents."""
    items[:] = [item for item in items if item.name not in NOT_IN_MENU]
    for item in items:
        item.label = _("Pictures") if item.name == "images" else item.label


@hooks.register("construct_settings_menu")
def leave_out_settings(request, items):
    """Settings of pages, images and documents."""
    items[:] = [item for item in items if item.name not in NOT_IN_SETTINGS]


@hooks.register("construct_reports_menu")
def leave_out_reports(request, items):
    """Reports about pages."""
    items[:] = [item for item in items if item.name not in NOT_IN_REPORTS]


@hooks.register("construct_help_menu")
def leave_out_help(request, items):
    """Help is about this desk: the keyboard."""
    items[:] = [item for item in items if item.name in IN_HELP]


@hooks.register("construct_search")
def search_stories(request, areas):
    """The search in the menu looks for stories."""
    areas[:] = [
        SearchArea(_("Stories"), reverse("wagtailsnippets_cases_story:list"), name="stories", icon_name="doc-full")
    ]


@hooks.register("construct_homepage_summary_items")
def count_nouns(request, items):
    """The first page counts our nouns."""
    items[:] = noun_summaries(request)


@hooks.register("construct_homepage_panels")
def show_records(request, panels):
    """The first page shows the queue, what waits for a first look, drafts and changes of ours."""
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    panels += [QueuePanel(request), FirstLookPanel(request), DraftsPanel(request), RecentPanel(request)]


@hooks.register("before_delete_snippet")
def keep_what_others_rest_on(request, records):
    """Say what still uses a record, instead of deleting it."""
    used = [(record, others) for record in records if (others := what_rests_on(record))]
    if used:
        return TemplateResponse(
            request, "wagtailadmin/desk/in_use.html", {"used": used, "header_icon": "warning"}, status=409
        )
    return None


@hooks.register("before_delete_snippet", order=1)
def keep_what_readers_have_seen(request, records):
    """Lead on to retiring, instead of deleting what readers know an address of."""
    seen = [record for record in records if record.first_published_at and has_address(type(record))]
    if seen:
        context = {"seen": [(record, offered(request.user, record)) for record in seen], "header_icon": "warning"}
        return TemplateResponse(request, "wagtailadmin/desk/seen.html", context, status=409)
    return None


def offered(user, record):
    """The buttons of what the user may do to the record instead."""
    return record.snippet_viewset.action_buttons(user, record)


@hooks.register("register_admin_viewset")
def release_together():
    """Publish several records at one moment."""
    return ReleaseViewSet()


@hooks.register("register_admin_urls")
def show_coverage():
    """What is thin in the library."""
    return coverage.urlpatterns


@hooks.register("register_admin_menu_item")
def offer_coverage():
    """The way there."""
    return MenuItem(_("Coverage"), reverse("coverage"), name="coverage", icon_name="crosshairs", order=130)


@hooks.register("register_log_actions")
def tell_of_the_record(actions):
    """The history says in words what was retired, merged, checked and released."""
    history.register(actions)


@hooks.register("register_permissions")
def offer_rights():
    """What groups may be given besides Wagtail's own."""
    return Permission.objects.filter(codename__in=["merge_records", "publish_release"])


@hooks.register("before_publish")
def publish_what_is_ready(request, record):
    """A story that lacks something stays a draft."""
    return keep_unready_as_draft(request, record) if isinstance(record, Story) else None


@hooks.register("construct_snippet_action_menu")
def publish_by_the_last_step(items, request, context):
    """While a story is in review, its last step publishes it."""
    story = context.get("instance")
    if isinstance(story, Story) and Review.objects.under_way().of_story(story).exists():
        items[:] = [item for item in items if not isinstance(item, PublishMenuItem)]


@hooks.register("register_admin_urls")
def review_addresses():
    """The pages of reviews, and the queue."""
    return [
        path("queue/", reviews.queue, name="desk-queue"),
        path("reviews/<int:pk>/", reviews.review_page, name="desk-review"),
        path("reviews/<int:pk>/start/", reviews.review_start, name="desk-review-start"),
        path("reviews/<int:pk>/remarks/add/", reviews.remark_add, name="desk-remark-add"),
        path("reviews/<int:pk>/remarks/answer/", reviews.remarks_answer, name="desk-remarks-answer"),
        path("reviews/assign/<int:pk>/", reviews.review_assign, name="desk-review-assign"),
        path("reviews/renew/<int:pk>/", reviews.review_renew, name="desk-review-renew"),
        path("reviews/cancel/<int:pk>/", reviews.review_cancel, name="desk-review-cancel"),
        path("reviews/sign-off/<int:pk>/<slug:do>/", reviews.sign_off_change, name="desk-sign-off-change"),
    ]


@hooks.register("register_admin_menu_item")
def queue_in_menu():
    """The way to the queue."""
    return MenuItem(_("My queue"), reverse("desk-queue"), name="queue", icon_name="tasks", order=50)


@hooks.register("register_log_actions")
def review_in_history(actions):
    """What a story's history says of its reviews."""
    for action in SAID:
        actions.register_action(action)(formatter(action))


@hooks.register("insert_global_admin_css")
def style_desk():
    """The few rules that Wagtail's own stylesheet lacks."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/desk/desk.css"))


@hooks.register("get_avatar_url")
def no_portrait(user, size):
    """No service for portraits learns of anybody: a picture uploaded at the desk, or Wagtail's drawing."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (
        profile.avatar.url
        if profile and profile.avatar
        else versioned_static("wagtailadmin/images/default-user-avatar.png")
    )


@hooks.register("register_admin_urls")
def sheet_addresses():
    """The screens of spreadsheets."""
    return [path("sheets/", include("cases.sheets.urls"))]


class SheetsMenuItem(MenuItem):
    """The way to spreadsheets, for those who may import them."""

    def is_shown(self, request):
        """Whether the user may."""
        return request.user.has_perm(MAY)


@hooks.register("register_admin_menu_item")
def sheets_in_menu():
    """Spreadsheets, after the nouns."""
    return SheetsMenuItem(_("Spreadsheets"), reverse("sheets:list"), name="sheets", icon_name="table", order=120)


@hooks.register("register_permissions")
def sheet_permissions():
    """Who may import sheets (add), and see the imports of others (change)."""
    return Permission.objects.filter(
        content_type__app_label="cases", codename__in=["add_sheetimport", "change_sheetimport"]
    )


@hooks.register("register_log_actions")
def sheet_actions(actions):
    """What the history of a record says of imports."""
    actions.register_action(IMPORTED, _("Import of a spreadsheet"), _("Imported from a spreadsheet"))
    actions.register_action(BEFORE, _("Before an import"), _("Kept as it was before the import of a spreadsheet"))


@hooks.register("register_admin_viewset")
def decide_on_suggestions():
    """What readers suggest stands beside the stories."""
    return suggestions

"""What the ground floor adds to the desk, and what of Wagtail's the desk leaves out."""

from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.search import SearchArea
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.views.home import LockedPagesPanel, RecentEditsPanel
from wagtail.snippets.models import register_snippet

from cases.desk.dependents import what_rests_on
from cases.desk.home import DraftsPanel, RecentPanel, noun_summaries
from cases.desk.nouns import LibraryGroup
from cases.pictures.desk import one_at_a_time

register_snippet(LibraryGroup)
hooks.register("register_admin_urls", one_at_a_time, order=-1)

NOT_IN_MENU = {"explorer", "documents", "snippets"}
NOT_IN_SETTINGS = {"collections", "sites", "redirects"}
NOT_IN_REPORTS = {"locked-pages", "aging-pages", "page-types-usage"}
IN_HELP = {"keyboard-shortcuts-trigger"}


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
    """The first page shows our drafts and changes; Wagtail's own panels about workflows stay."""
    panels[:] = [panel for panel in panels if not isinstance(panel, LockedPagesPanel | RecentEditsPanel)]
    panels += [DraftsPanel(request), RecentPanel(request)]


@hooks.register("before_delete_snippet")
def keep_what_others_rest_on(request, records):
    """Say what still uses a record, instead of deleting it."""
    used = [(record, others) for record in records if (others := what_rests_on(record))]
    if used:
        return TemplateResponse(
            request, "wagtailadmin/desk/in_use.html", {"used": used, "header_icon": "warning"}, status=409
        )
    return None


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

"""What the project adds to the desk about people."""

from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import get_editable_models

from civic.account.second_factor import is_set_up
from civic.desk.bulk import AssignGroup, SetActive
from civic.desk.deciding import may_decide_about

hooks.register("register_bulk_action", AssignGroup, order=1)
hooks.register("register_bulk_action", SetActive, order=1)


@hooks.register("register_log_actions")
def name_actions(actions):
    """What the history calls what is done to accounts."""
    actions.register_action(
        "civic.second_factor_taken", gettext_lazy("Take away second factor"), gettext_lazy("Second factor taken away")
    )


class ForEditors(MenuItem):
    """Shown to who may change any record."""

    def is_shown(self, request):
        """Whether the person may."""
        return bool(get_editable_models(request.user))


@hooks.register("register_reports_menu_item")
def lead_to_reviews():
    """The reviews under way."""
    return ForEditors(
        gettext_lazy("Reviews"), reverse_lazy("wagtailadmin_reports:workflow"), name="reviews", icon_name="tasks"
    )


@hooks.register("register_reports_menu_item")
def lead_to_history():
    """What anybody did, as far as one may see it."""
    return MenuItem(
        _("History"), reverse_lazy("wagtailadmin_reports:site_history"), name="history", icon_name="history"
    )


@hooks.register("construct_reports_menu")
def leave_out_reports_about_pages(request, items):
    """Wagtail shows these to who has rights to pages, and nobody has: ours stand in their place."""
    items[:] = [item for item in items if item.name not in {"workflows", "workflow-tasks", "site-history"}]


@hooks.register("register_account_menu_item")
def lead_to_account(request):
    """The desk's page about oneself leads to the one about signing in."""
    return {
        "url": reverse("account"),
        "label": _("E-mail address, password, second factor, devices"),
        "help_text": _("They are the same for the desk and for the public pages."),
    }


@hooks.register("register_user_listing_buttons")
def help_who_lost_a_factor(user, request_user):
    """Beside each person who has a second factor: the way to take it away."""
    if user != request_user and may_decide_about(request_user, user) and is_set_up(user.authenticator_set.all()):
        url = reverse("wagtailusers_users:second_factor", args=[user.pk])
        yield Button(_("Take away the second factor"), url=url, icon_name="key", priority=40)

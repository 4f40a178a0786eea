"""What the project adds to the desk about people."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from civic.account.second_factor import has_one
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
    if user != request_user and may_decide_about(request_user, user) and has_one(user):
        url = reverse("wagtailusers_users:second_factor", args=[user.pk])
        yield Button(_("Take away the second factor"), url=url, icon_name="key", priority=40)

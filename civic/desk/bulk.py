"""What is done to many people or records at once, under the same rules as to one."""

from django.apps import apps
from django.core.exceptions import PermissionDenied
from wagtail.admin.views.bulk_action import index
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, SetActiveStateBulkAction

from civic.desk.deciding import givable, may_decide_about


class AssignGroup(AssignRoleBulkAction):
    """Put people into a group: not oneself, and into none that holds more than one has."""

    def check_perm(self, obj):
        """Whether the actor may do it to this person."""
        return obj != self.request.user and may_decide_about(self.request.user, obj)

    def get_form(self, form_class=None):
        """The groups that the actor may give."""
        form = super().get_form(form_class)
        form.fields["role"].queryset = givable(self.request.user)
        return form


class SetActive(SetActiveStateBulkAction):
    """Open or close accounts: not one's own, nor an owner's."""

    def check_perm(self, obj):
        """Whether the actor may do it to this person."""
        return obj != self.request.user and may_decide_about(self.request.user, obj)


def bulk_action(request, app_label, model_name, action):
    """
    Refuse what the actor may do to none of the chosen; for the rest Wagtail asks and acts.

    Wagtail would answer with a page that offers nothing.
    """
    action_class = bulk_action_registry.get_bulk_action_class(app_label, model_name, action)
    if action_class:
        objects, _without_access = action_class(request, apps.get_model(app_label, model_name)).get_actionable_objects()
        if not objects:
            raise PermissionDenied
    return index(request, app_label, model_name, action)

"""The desk's screens about people: who they are, whether they may sign in, and to which groups they belong."""

from allauth.utils import generate_unique_username
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views import users

from cases.people import name_of
from civic.account import actions
from civic.account.second_factor import has_one
from civic.desk.deciding import givable, may_decide_about


class PersonFields:
    """What a form about a person leaves to whom: nobody gives more than they have, and nobody changes their own groups."""

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["last_name"].required = False
        self.fields["groups"].queryset = givable(actor)
        self.fields["groups"].disabled = actor == self.instance
        if "is_superuser" in self.fields:
            self.fields["is_superuser"].label = gettext_lazy("Owner")
            self.fields["is_superuser"].help_text = gettext_lazy("May do everything. Only an owner can make another.")
            self.fields["is_superuser"].disabled = not actor.is_superuser
        self.kept = (
            list(self.instance.groups.exclude(pk__in=self.fields["groups"].queryset)) if self.instance.pk else []
        )

    def _save_m2m(self):
        super()._save_m2m()
        self.instance.groups.add(*self.kept)


class PersonCreationForm(PersonFields, UserCreationForm):
    """Somebody new. They choose their own password, by a link that is sent to them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].required = False
        self.fields["username"].help_text = gettext_lazy("Leave it empty, and one is made from the name.")

    def clean_username(self):
        """The name to sign in with, made from the person's name where none was given."""
        given = self.cleaned_data["username"]
        return given or generate_unique_username([self.data.get("first_name"), self.data.get("email"), "user"])

    def save(self, commit=True):
        """Save without a password, and send the invitation."""
        self.instance.set_unusable_password()
        user = super().save(commit)
        actions.invite(user=user)
        return user


class PersonEditForm(PersonFields, UserEditForm):
    """Somebody who has an account."""

    def save(self, commit=True):
        """Save; a new e-mail address must be confirmed by its owner."""
        user = super().save(commit)
        if "email" in self.changed_data:
            actions.move_address(user=user, before=self.initial["email"])
        return user


class ActorMixin:
    """Tells the form who is acting."""

    def get_form_kwargs(self):
        """Wagtail's, and the actor."""
        return super().get_form_kwargs() | {"actor": self.request.user}


class PersonIndexView(users.IndexView):
    """Everybody who has an account."""

    def get_base_queryset(self):
        """The people with what their rows show."""
        return super().get_base_queryset().prefetch_related("authenticator_set")


class PersonCreateView(ActorMixin, users.CreateView):
    """Adding somebody."""

    success_message = gettext_lazy("“%(object)s” has an account now, and a mail with the link to choose a password.")


class PersonEditView(ActorMixin, users.EditView):
    """Changing somebody's account."""

    def dispatch(self, request, *args, **kwargs):
        """Refuse those who may not decide about this person."""
        if not may_decide_about(request.user, self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def header_more_buttons(self):
        """Wagtail's, and the way to help somebody who lost their second factor."""
        buttons = super().header_more_buttons
        if has_one(self.object) and not self.editing_self:
            url = reverse("wagtailusers_users:second_factor", args=[self.object.pk])
            buttons.append(Button(_("Take away the second factor"), url=url, icon_name="key", priority=30))
        return buttons


@require_http_methods(["GET", "POST"])
def second_factor(request, pk):
    """Take away the second factor of somebody who lost theirs, after a question."""
    person = get_object_or_404(get_user_model(), pk=pk)
    if person == request.user or not may_decide_about(request.user, person):
        raise PermissionDenied
    if request.method == "POST":
        actions.take_second_factor(user=person, by=request.user)
        messages.success(
            request, _("“%s” signs in without a second factor next, and sets up another.") % name_of(person)
        )
        return redirect("wagtailusers_users:edit", pk)
    context = {"person": person, "name": name_of(person), "header_icon": "key", "has_one": has_one(person)}
    return render(request, "wagtailadmin/desk/second_factor.html", context)


class PersonViewSet(users.UserViewSet):
    """People at the desk."""

    copy_view_enabled = False
    index_view_class = PersonIndexView
    add_view_class = PersonCreateView
    edit_view_class = PersonEditView
    menu_label = gettext_lazy("People")

    def get_form_class(self, for_update=False):
        """Our forms."""
        return PersonEditForm if for_update else PersonCreationForm

    def get_urlpatterns(self):
        """Wagtail's, and one more."""
        return [*super().get_urlpatterns(), path("second-factor/<int:pk>/", second_factor, name="second_factor")]

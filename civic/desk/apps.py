"""Wagtail's app of users, with our screens."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    """People are looked after at the desk; accounts and passwords are not."""

    user_viewset = "civic.desk.people.PersonViewSet"

"""The addresses of accounts: our pages, and allauth's under names that say what they are."""

from allauth.account import urls as signing_in
from allauth.mfa import urls as second_factor
from allauth.socialaccount import urls as connections
from allauth.usersessions import urls as devices
from django.urls import include, path
from django.views.decorators.cache import never_cache
from wagtail.utils.urlpatterns import decorate_urlpatterns

from civic.account import views
from civic.organisation import views as organisation

urlpatterns = decorate_urlpatterns(
    [
        path("", views.account, name="account"),
        path("trainer/", views.account_trainer, name="account-trainer"),
        path("close/", views.account_close, name="account-close"),
        path("second-factor/needed/", views.second_factor_needed, name="second-factor-needed"),
        path("second-factor/", include(second_factor)),
        path("devices/", include(devices)),
        path("organisation/login/", organisation.login, name="organisation_login"),
        path("organisation/login/callback/", organisation.callback, name="organisation_callback"),
        path("organisation/", include(connections)),
        path("", include(signing_in)),
    ],
    never_cache,
)

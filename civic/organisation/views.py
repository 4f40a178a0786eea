"""The two addresses of signing in through an organisation: where it starts, and where its server sends people back to."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from civic.organisation.provider import BROKEN, OrganisationClient

NAME = "organisation"


@never_cache
@require_http_methods(["GET", "POST"])
def login(request):
    """Start: asks first, and goes on when a form is sent."""
    known_or_404(request)
    return OAuth2LoginView.adapter_view(OrganisationClient(request, NAME))(request)


@never_cache
@require_safe
def callback(request):
    """End: whatever the server or somebody else sends here gives a page."""
    provider = known_or_404(request)
    try:
        return OAuth2CallbackView.adapter_view(OrganisationClient(request, NAME))(request)
    except BROKEN as error:
        return render_authentication_error(request, provider, exception=error)


def known_or_404(request):
    """The organisation that the settings name."""
    try:
        return get_adapter().get_provider(request, NAME)
    except SocialApp.DoesNotExist:
        raise Http404(_("Nobody signs in through an organisation here.")) from None

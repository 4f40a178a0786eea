"""What signing in changes in every request."""

from django.conf import settings
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.functional import SimpleLazyObject

from civic.account.person import signed_in
from civic.account.second_factor import guarded


class SecondFactor:
    """Whoever owes the second factor keeps no right until it has been shown (`civic.account.second_factor`)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SECOND_FACTOR:
            person = request.user
            request.user = SimpleLazyObject(lambda: guarded(request, person))
        return self.get_response(request)


class PersonInHeader:
    """Tells caches that a page with the header differs by person; what names somebody is kept by nobody else."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if getattr(request, "shows_person", False):
            patch_vary_headers(response, ["Cookie"])
            if signed_in(request):
                patch_cache_control(response, private=True, no_cache=True)
        return response

"""The addresses of a site that is a tool of learning platforms."""

from django.http import HttpResponse
from django.urls import path

from civic.urls import urlpatterns as ours

urlpatterns = [*ours, path("lti/launch/", lambda request: HttpResponse(), name="lti-launch")]

"""The desk's addresses that are ours in place of Wagtail's, under the same names."""

from allauth.account.views import logout
from django.urls import path, re_path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from civic.desk.areas import NOT_HERE, not_here
from civic.desk.bulk import bulk_action
from civic.desk.reports import ReviewsReport, ReviewStepsReport

behind_the_door = [
    path("bulk/<str:app_label>/<str:model_name>/<str:action>/", bulk_action),
    re_path(rf"^({'|'.join(NOT_HERE)})(/|$)", not_here),
    path("reports/workflow/", ReviewsReport.as_view()),
    path("reports/workflow/results/", ReviewsReport.as_view(results_only=True)),
    path("reports/workflow_tasks/", ReviewStepsReport.as_view()),
    path("reports/workflow_tasks/results/", ReviewStepsReport.as_view(results_only=True)),
]

urlpatterns = [
    path("login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("logout/", never_cache(logout)),
    *decorate_urlpatterns(decorate_urlpatterns(behind_the_door, require_admin_access), never_cache),
]

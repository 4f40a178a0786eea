"""The addresses of the LTI tool."""

from django.urls import path

from lessons.lti import views

urlpatterns = [
    path("login/", views.lti_login, name="lti-login"),
    path("launch/", views.lti_launch, name="lti-launch"),
    path("jwks/", views.lti_jwks, name="lti-jwks"),
    path("register/", views.lti_register, name="lti-register"),
    path("", views.lti_guide, name="lti-guide"),
    # A launch: the token opens it
    path("at/<str:token>/", views.lti_opened, name="lti-opened"),
    path("at/<str:token>/<int:session>/<int:screen>/", views.lti_screen, name="lti-screen"),
    path("pick/<str:token>/", views.lti_pick, name="lti-pick"),
    path("at/<str:token>/done/", views.lti_done, name="lti-done"),
]

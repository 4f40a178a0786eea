"""The addresses of spreadsheets at the desk, under /desk/sheets/."""

from django.urls import path

from cases.sheets import views

app_name = "sheets"
urlpatterns = [
    path("", views.sheet_list, name="list"),
    path("upload/", views.sheet_upload, name="upload"),
    path("<int:pk>/", views.sheet_import, name="import"),
    path("<int:pk>/confirm/", views.sheet_confirm, name="confirm"),
    path("<int:pk>/cancel/", views.sheet_cancel, name="cancel"),
    path("<int:pk>/marked.xlsx", views.sheet_marked, name="marked"),
    path("templates/<slug:name>.<slug:ending>", views.sheet_template, name="template"),
    path("exports/<slug:name>.<slug:ending>", views.sheet_export, name="export"),
]

"""Wagtail's settings, as far as they are the same everywhere. civic/settings.py adds what differs by place."""

DESK = {
    "WAGTAIL_SITE_NAME": "Civic Casebook",
    "WAGTAIL_ENABLE_UPDATE_CHECK": False,
    "WAGTAIL_ENABLE_WHATS_NEW_BANNER": False,
    "WAGTAILIMAGES_IMAGE_MODEL": "cases.Picture",
    "WAGTAILIMAGES_IMAGE_FORM_BASE": "cases.pictures.desk.DeskPictureForm",
    "WAGTAILDOCS_EXTENSIONS": ["csv", "docx", "odt", "pdf", "txt", "xlsx"],
    "TAGGIT_CASE_INSENSITIVE": True,
}

"""System checks: what would go wrong later, said at the start, with a way out."""

import os
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register

from cases.people import Group


@register(Tags.files)
def var_can_be_written(app_configs, **kwargs):
    """The index and the collected files need a folder to write to."""
    if os.access(settings.VAR_DIR, os.W_OK):
        return []
    return [
        Error(
            f"{settings.VAR_DIR} cannot be written to.",
            hint="Give the process the right to write there, or name another folder in VAR_DIR.",
            id="civic.E001",
        )
    ]


@register(Tags.urls)
def site_url_is_whole(app_configs, **kwargs):
    """Feeds and exports build absolute addresses from it."""
    parts = urlsplit(settings.SITE_URL)
    if parts.scheme in {"http", "https"} and parts.netloc and not parts.path:
        return []
    return [
        Error(
            f"SITE_URL is {settings.SITE_URL!r}.",
            hint="Write the scheme and the host, and nothing else: https://casebook.example.org.",
            id="civic.E002",
        )
    ]


@register(Tags.security)
def organisation_is_asked_safely(app_configs, **kwargs):
    """A secret and people's names go to the organisation's server, and what comes back is believed."""
    parts = urlsplit(settings.OIDC_SERVER)
    if not settings.OIDC_SERVER or (parts.netloc and parts.scheme in {"https", "http" if settings.DEBUG else "https"}):
        return []
    return [
        Error(
            f"OIDC_SERVER is {settings.OIDC_SERVER!r}.",
            hint="Write an address that begins with https://, such as https://login.example.org/realms/staff.",
            id="civic.E003",
        )
    ]


@register(Tags.security)
def organisation_puts_people_into_groups_that_there_are(app_configs, **kwargs):
    """Each pair is a value of the claim, and one of our groups."""
    wrong = [pair for pair in settings.OIDC_GROUPS if not _names_a_group(*pair.rpartition("="))]
    if not wrong:
        return []
    return [
        Error(
            f"OIDC_GROUPS has {', '.join(wrong)}.",
            hint=f"Write value=Group, with one of the groups {', '.join(Group)}: library-editors=Editor,trainers=Trainer.",
            id="civic.E004",
        )
    ]


def _names_a_group(value: str, _sign: str, name: str) -> bool:
    return bool(value.strip()) and name.strip() in set(Group)


@register(Tags.database, deploy=True)
def database_is_a_server(app_configs, **kwargs):
    """SQLite is for trying the library out; several editors and several web processes need a server."""
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        return []
    return [
        Warning(
            "The library is served from SQLite.",
            hint="Set DATABASE_URL to a PostgreSQL database, such as postgres://casebook@localhost/casebook.",
            id="civic.W001",
        )
    ]

"""
The one settings file.

With DEBUG=1 it needs nothing else. Without, it stops with a sentence when SECRET_KEY, ALLOWED_HOSTS or SITE_URL is missing.
Every variable that it reads stands in docs/settings.md.
"""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from civic import policy, signing_in
from civic.desk.wagtail_settings import DESK

BASE_DIR = Path(__file__).resolve().parent.parent


def env(name: str, default: str | None = None) -> str:
    """The variable's text; without a default, a missing or empty one stops the process and says so."""
    value = os.environ.get(name, default)
    if value is None or (default is None and not value.strip()):
        raise ImproperlyConfigured(
            f"{name} is not set. Set it in the environment, or set DEBUG=1 to develop on this machine."
        )
    return value


def env_bool(name: str, default: bool) -> bool:
    """The variable as a truth value; anything but 1/0, true/false, yes/no, on/off stops the process."""
    value = os.environ.get(name, str(default)).strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off", ""}:
        return False
    raise ImproperlyConfigured(f"{name} is {value!r}. Use 1 or 0 (true/false, yes/no, on/off).")


def env_int(name: str, default: int) -> int:
    """The variable as a whole number."""
    value = os.environ.get(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {value!r}. Use a whole number, such as {default}.") from None


def env_list(name: str, default: str | None = None) -> list[str]:
    """The variable as a list, separated by commas."""
    return [part.strip() for part in env(name, default).split(",") if part.strip()]


DEBUG = env_bool("DEBUG", False)
SECRET_KEY = env("SECRET_KEY", "for-development-on-this-machine-only" if DEBUG else None)
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]" if DEBUG else None)
SITE_URL = env("SITE_URL", "http://127.0.0.1:8000" if DEBUG else None).rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

VAR_DIR = Path(env("VAR_DIR", str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)
INDEX_DIR = Path(env("INDEX_DIR", str(VAR_DIR / "index")))
LIBRARY_DIR = BASE_DIR / "fixtures"

INSTALLED_APPS = [
    "taggit",
    "lessons.apps.LessonsConfig",
    "cases.apps.CasesConfig",
    "civic.apps.CivicConfig",
    "django_countries",
    "django_htmx",
    "csp",
    "post_office",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "lti_tool",
    "civic.desk.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "civic.account.middleware.SecondFactor",
    "civic.account.middleware.PersonInHeader",
    "civic.desk.door.DeskDoor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "civic.middleware.LibraryErrors",
]

ROOT_URLCONF = "civic.urls"
WSGI_APPLICATION = "civic.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "civic.account.person.person",
            ],
            "builtins": ["cases.templatetags.casebook", "django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]


def database(url: str) -> dict:
    """The database at the address, behind a pooler that hands out connections for a transaction at a time where there is one."""
    age = env_int("DATABASE_CONN_MAX_AGE", 60)
    found = dj_database_url.parse(url, conn_max_age=age, conn_health_checks=True)
    return found | {"DISABLE_SERVER_SIDE_CURSORS": env_bool("DATABASE_POOLED", False)}


DATABASES = {"default": database(env("DATABASE_URL", f"sqlite:///{VAR_DIR / 'casebook.sqlite3'}"))}
if replica := env("DATABASE_REPLICA_URL", ""):
    DATABASES["replica"] = database(replica) | {"TEST": {"MIRROR": "default"}}
    DATABASE_ROUTERS = ["cases.replica.ReplicaRouter"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Readers never wait for a writer, and a writer waits its turn instead of failing half-way.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = env("TIME_ZONE", "UTC")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "civic.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
ORIGINALS_DIR = VAR_DIR / "originals"

globals().update(policy.POLICY)
if SITE_URL.startswith("https://"):
    SECURE_SSL_REDIRECT = env_bool("SECURE_SSL_REDIRECT", True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env_bool("BEHIND_PROXY", False) else None
    SECURE_HSTS_SECONDS = env_int("SECURE_HSTS_SECONDS", 31_536_000)
    ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SECURE_PROXY_SSL_HEADER else 0
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True

globals().update(DESK)
WAGTAILADMIN_BASE_URL = SITE_URL

FINDER_PAGE_SIZE = 20
SHEETS_WORK = env("SHEETS_WORK", "process")

globals().update(signing_in.SIGNING_IN)
SIGN_UP = env_bool("SIGN_UP", True)
SECOND_FACTOR = env_bool("SECOND_FACTOR", not DEBUG)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
OIDC_SERVER = env("OIDC_SERVER", "")
OIDC_GROUPS_CLAIM = env("OIDC_GROUPS_CLAIM", "groups")
OIDC_GROUPS = env_list("OIDC_GROUPS", "")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": signing_in.organisation(
        server=OIDC_SERVER,
        name=env("OIDC_NAME", "your organisation"),
        client_id=env("OIDC_CLIENT_ID", None if OIDC_SERVER else ""),
        secret=env("OIDC_CLIENT_SECRET", None if OIDC_SERVER else ""),
    )
}

# E-mail is kept in the database until it is sent. In development it is printed at once, where no server is named.
MAIL_HOST = "localhost" if DEBUG else urlsplit(SITE_URL).hostname
EMAIL_BACKEND = "post_office.EmailBackend"
EMAIL_HOST = env("EMAIL_HOST", "" if DEBUG else "localhost")
EMAIL_PORT = env_int("EMAIL_PORT", 25)
EMAIL_HOST_USER = env("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env_bool("EMAIL_USE_TLS", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("EMAIL_FROM", f"Civic Casebook <casebook@{MAIL_HOST}>")
POST_OFFICE = {
    "BACKENDS": {"default": f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"},
    "DEFAULT_PRIORITY": "medium",
    "MAX_RETRIES": 40,
    "RETRY_INTERVAL": timedelta(minutes=30),
    "MESSAGE_ID_ENABLED": True,
    "MESSAGE_ID_FQDN": MAIL_HOST,
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", "INFO")},
    "loggers": {"post_office": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}

"""The site for the benchmark's web server: as `civic.wsgi`, outside development; where BENCH_KEEPING is 0, no page is kept."""

import os

from tests.bench.home import start_django


def made():
    """The application, after the settings."""
    start_django(dict(os.environ))
    from django.conf import settings

    if os.environ.get("BENCH_KEEPING") == "0":
        settings.CACHES["pages"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    from civic.wsgi import application

    return application


application = made()

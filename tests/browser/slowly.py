"""
Django's command line for a slow line: scripts and what scripts fetch come late.

SLOW=1 makes the tests of this folder serve the library through it. A test that is red then, and green without it,
leans on luck: it presses a key before the script is there that hears it. Often a reader could, too.
"""

import os
import sys
import time

LATE = {"script": 0.6, "empty": 0.6}
"""Seconds, by what the browser says that it asks for (Sec-Fetch-Dest); `empty` is what a script fetches."""


def slow(handler):
    """A WSGI handler whose answers come late."""
    answer = handler.__call__

    def answer_late(self, environ, start_response):
        time.sleep(LATE.get(environ.get("HTTP_SEC_FETCH_DEST"), 0))
        return answer(self, environ, start_response)

    handler.__call__ = answer_late


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "civic.settings")
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.handlers.wsgi import WSGIHandler
    from django.core.management import execute_from_command_line

    slow(StaticFilesHandler)
    slow(WSGIHandler)
    execute_from_command_line(sys.argv)

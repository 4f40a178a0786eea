"""The door for a web server (`gunicorn civic.wsgi`)."""

import os

from django.core.wsgi import get_wsgi_application

from civic.room import with_room
from civic.settled import settle_after_first_pages

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "civic.settings")
application = with_room(get_wsgi_application())
settle_after_first_pages()

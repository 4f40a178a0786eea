"""How a course is named in an address: by its slug, or by its slug and the key of its link."""

import re
import secrets

from django.utils.crypto import constant_time_compare
from django.utils.text import slugify

from lessons.models import Course

KEY = r"[-a-zA-Z0-9_]{22,43}"
LONGEST_SLUG = 60
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""What the end of a slug is made of: no letter that looks like another."""


class CourseConverter:
    """A slug, or a slug, a full stop and a key: whoever follows a link keeps the key on every page of the course."""

    regex = rf"[-a-zA-Z0-9_]{{1,80}}(?:\.{KEY})?"

    def to_python(self, value: str) -> str:
        """The text itself; what it opens is decided by `lessons.courses.access`."""
        return value

    def to_url(self, value: str) -> str:
        """The text itself."""
        return value


def new_key() -> str:
    """A key that nobody guesses: 128 bits."""
    return secrets.token_urlsafe(16)


def new_slug(title: str) -> str:
    """
    A slug for a trainer's course. Its end is made up, so that nobody learns from it which private courses there are, and
    nobody takes a name that the library's files may want.
    """
    start = slugify(title)[:LONGEST_SLUG].strip("-") or "course"
    while True:
        slug = f"{start}-{''.join(secrets.choice(LETTERS) for _ in range(6))}"
        if not Course.objects.filter(slug=slug).exists():
            return slug


def split(handle: str) -> tuple[str, str]:
    """The slug and the key of a name in an address."""
    slug, _dot, key = handle.partition(".")
    return slug, key


def opens(course: Course, key: str) -> bool:
    """Whether the key is the one of the course's link."""
    return bool(key) and bool(course.link_key) and constant_time_compare(key, course.link_key)


def is_handle(text: str) -> bool:
    """Whether the text could name a course in an address."""
    return bool(re.fullmatch(CourseConverter.regex, text))

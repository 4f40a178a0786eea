"""Somebody who tells a story, by the pages alone: what they see, what they send, what is in their mail."""

import re
from datetime import timedelta

import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from cases.models import Contribution
from cases.models.contribution import new_key
from cases.telling import suspicion
from tests.drawing import photograph
from tests.reading import soup, words

HOME = "203.0.113.7"
"""From where people write."""

LEAST = {
    "you": {"name": "Ada Okafor", "kind": "practitioner", "part": "Drove the bus", "named": "yes"},
    "title": {"title": "The bus", "summary": "No library came. A bus did."},
    "places": {"place": "Upper Valley", "country": "GB", "place_kind": "district"},
    "what-they-did": {"what_they_did": "They bought a bus."},
    "grounds": {"ground": "own"},
    "result": {"result": "mixed"},
}
"""What sending needs."""


def earlier(seconds=60):
    """A moment ago: whoever is there then has had time to type."""
    return time_machine.travel(timezone.now() - timedelta(seconds=seconds), tick=True)


def mark(seconds=60):
    """The mark of a page that was opened a moment ago."""
    with earlier(seconds):
        return suspicion.signed_form(new_key())


def sent(data):
    """What is filled in, with a picture in the place of its name."""
    return {**data, "file": SimpleUploadedFile(data["file"], photograph())} if "file" in data else data


class Author:
    """A person before a browser of their own."""

    def __init__(self, email="ada@example.org", name="Ada Okafor"):
        self.email, self.name, self.key = email, name, ""
        self.client = Client(REMOTE_ADDR=HOME)

    @classmethod
    def who_has_begun(cls, title="The bus", **kwargs):
        """Somebody who has begun a story and opened the link in their mail."""
        author = cls(**kwargs)
        author.begin(title)
        author.open_newest_link()
        return author

    def begin(self, title="The bus", **given):
        """Fill in the first page."""
        sent = {"title": title, "name": self.name, "email": self.email, "signed": mark(), **given}
        response = self.client.post("/tell/begin/", sent)
        if response.status_code == 302:
            self.key = response.url.split("/")[2]
        return response

    @property
    def story(self):
        """The contribution."""
        return Contribution.objects.get(key=self.key)

    def address(self, page=""):
        """A page of the story."""
        return f"/tell/{self.key}/{page}"

    def get(self, page=""):
        """Open a page."""
        return self.client.get(self.address(page))

    def see(self, page=""):
        """The words of a page."""
        return words(self.get(page))

    def seen(self, page):
        """The version of the page that is before them."""
        field = soup(self.get(page)).select_one("input[name=seen]")
        return field["value"] if field else "0"

    def write(self, page, seen=None, **data):
        """Send a page as it stands before them, or as it stood at the version `seen`."""
        return self.client.post(self.address(page), {"seen": self.seen(page) if seen is None else seen, **sent(data)})

    def add(self, step, **data):
        """Add one thing to a step that asks for many; what it says of records is meant as it is typed."""
        return self.client.post(self.address(f"{step}/new/"), sent(data))

    def tell_the_least(self):
        """Answer what sending needs."""
        for step, data in LEAST.items():
            send = self.add if step in {"places", "grounds"} else lambda step, **data: self.write(f"{step}/", **data)
            response = send(step, **data)
            assert response.status_code == 302, words(response)

    def press(self, page, do, **data):
        """Press a button."""
        return self.client.post(self.address(page), {"do": do, **data})

    def send(self, **given):
        """Send the story off."""
        return self.client.post(self.address("check/"), {"agreed": "on", **given})

    def mails(self):
        """Everything in their mail, the newest first."""
        return list(Email.objects.filter(to__contains=self.email).order_by("-pk"))

    def open_newest_link(self, do="open"):
        """Press the button behind the newest link in their mail."""
        return self.client.post(link_in(self.mails()[0]), {"do": do})

    def joins(self, key, other=None):
        """Open the link of an invitation to somebody else's story."""
        self.open_newest_link()
        self.key = key
        return self


def link_in(mail):
    """The path of the private link in a mail."""
    return re.search(r"/tell/open/[\w-]+/", mail.message)[0]

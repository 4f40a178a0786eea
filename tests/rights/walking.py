"""Asking for every address as somebody, and what came of it. Nothing that a request does stays."""

from django.db import transaction
from django.test import Client


def browser_of(person, **more) -> Client:
    """A browser in which the person is signed in; an error of ours comes as a page, as it would for them."""
    client = Client(raise_request_exception=False, **more)
    if person:
        client.force_login(person)
    return client


def outcome(response) -> str:
    """open; refused (403, or the way to signing in); nothing (404); closed (nobody sends this here); broken."""
    if response.status_code >= 500:
        return "broken"
    if response.status_code in {404, 405}:
        return "nothing" if response.status_code == 404 else "closed"
    signs_in = response.status_code == 302 and response["Location"].startswith("/account/login/?next=")
    return "refused" if response.status_code == 403 or signs_in else "open"


def ask(client: Client, method: str, address: str, **sent):
    """The answer to one request; what it wrote is taken back."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        response = getattr(client, method)(address, **sent)
        response.getvalue()
        transaction.set_rollback(True)
    client.cookies = cookies
    return response

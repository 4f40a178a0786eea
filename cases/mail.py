"""
E-mail: queued in the database together with what it is about, sent by `manage.py keep_house`, tried again until it is taken.

A mail is a template in templates/mail/ in plain text: its first line is the subject, an empty line, then the text.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.template.loader import render_to_string
from post_office import mail
from post_office.models import Email

from cases.addresses import absolute


def queue(
    template: str, to: str | Iterable[str], context: Mapping[str, Any], headers: Mapping[str, str] | None = None
) -> Email | None:
    """
    Queue the mail `templates/mail/<template>.txt` to one address or to several; None where there is none.

    It is written in the transaction of the caller: where that is rolled back, nothing is sent. The template also gets `site`, which
    goes in front of a path.
    """
    recipients = [to] if isinstance(to, str) else list(dict.fromkeys(to))
    recipients = [address for address in recipients if address]
    if not recipients:
        return None
    text = render_to_string(f"mail/{template}.txt", {**context, "site": absolute("")})
    subject, _line, body = text.strip().partition("\n")
    return mail.send(
        recipients, subject=" ".join(subject.split()), message=body.strip() + "\n", headers=dict(headers or {})
    )

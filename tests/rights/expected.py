"""
Who may open which address (GET), and who may send something there (POST). The default is: nobody.

N nobody in particular, C contributor, T trainer, R reviewer, E editor, A administrator, O owner. A row's address is as the URLconf has
it; `*` stands for anything, `{noun}` for any noun at the desk. The first row that fits counts; an address that no row fits fails.
"""

import re
from typing import NamedTuple

EVERYBODY = "NCTREAO"
SIGNED_IN = "CTREAO"
DESK = "REAO"
EDITORS = "EAO"
PEOPLE = "AO"
OWNER = "O"
NOBODY = ""

NOUNS = (
    "stories|organisations|leaders|places|sources|policy-areas|story-collections|lessons|frameworks|questions|tensions"
)


class Row(NamedTuple):
    """An address, who may open it, and who may send something there."""

    address: str
    opens: str
    sends: str


TABLE = [
    # The desk: every noun alike
    *(Row(f"desk/{{noun}}/{only}", NOBODY, EDITORS) for only in ("lock/*", "unlock/*")),
    Row("desk/{noun}/workflow/confirm_cancellation/*", DESK, DESK),
    Row("desk/{noun}/workflow/preview/*", EDITORS, NOBODY),
    *(
        Row(f"desk/{{noun}}/{changes}", EDITORS, EDITORS)
        for changes in (
            *("add/", "edit/*", "delete/*", "copy/*", "preview/*", "unpublish/*", "workflow/*"),
            *("history/*/revert/", "history/*/unschedule/"),
        )
    ),
    Row("desk/{noun}/*", DESK, NOBODY),
    Row("desk/choose/*/create/", NOBODY, NOBODY),
    Row("desk/choose/*", DESK, NOBODY),
    # The desk: people, and what only some work at
    Row("desk/users/*", PEOPLE, PEOPLE),
    Row("desk/groups/*", OWNER, OWNER),
    Row("desk/workflows/usage/*", OWNER, NOBODY),
    Row("desk/workflows/*", PEOPLE, PEOPLE),
    Row("desk/images/*/generate_url/*", NOBODY, NOBODY),
    Row("desk/images/*", EDITORS, EDITORS),
    Row("desk/api/main/^images/find/", NOBODY, NOBODY),
    Row("desk/api/main/^images/*", EDITORS, NOBODY),
    Row("desk/bulk/*", EDITORS, EDITORS),
    Row("desk/reports/workflow*", EDITORS, NOBODY),
    Row("desk/reports/site-history/*", DESK, NOBODY),
    # The desk: for everybody who works at it
    Row("desk/", DESK, NOBODY),
    Row("desk/account/", DESK, DESK),
    Row("desk/dismissibles/", DESK, NOBODY),
    Row("desk/editing-sessions/ping/*", NOBODY, EDITORS),
    Row("desk/editing-sessions/*", NOBODY, DESK),
    Row("desk/tag-autocomplete/*", DESK, DESK),
    Row("desk/sprite/", DESK, DESK),
    Row("desk/jsi18n/", DESK, NOBODY),
    # The desk: its door, which is everybody's; and what this library has nothing of
    Row("desk/login/", EVERYBODY, EVERYBODY),
    Row("desk/logout/", EVERYBODY, EVERYBODY),
    *(
        Row(f"desk/{nothing}*", NOBODY, NOBODY)
        for nothing in (
            *("pages/", "choose-", "documents/", "collections/", "reports/", "block-preview/", "snippets/"),
            *("api/", "test404/", "failwhale/", "password_reset/", "^."),
        )
    ),
    # One's own account
    *(
        Row(f"account/{own}", SIGNED_IN, NOBODY)
        for own in ("", "second-factor/", "second-factor/needed/", "second-factor/webauthn/")
    ),
    Row("account/trainer/", NOBODY, SIGNED_IN),
    Row("account/second-factor/recovery-codes/", SIGNED_IN, NOBODY),
    Row("account/organisation/", SIGNED_IN, SIGNED_IN),
    *(
        Row(f"account/{own}", SIGNED_IN, SIGNED_IN)
        for own in ("close/", "email/", "devices/", "password/change/", "password/set/", "reauthenticate/*")
    ),
    # Signing in and up: everybody's, some of them with nothing to send
    *(
        Row(f"account/{page}", EVERYBODY, NOBODY)
        for page in (
            *("inactive/", "confirm-email/", "password/reset/done/", "password/reset/key/done/"),
            *("organisation/login/cancelled/", "organisation/login/error/"),
        )
    ),
    Row("account/^confirm-email/*", EVERYBODY, NOBODY),
    Row("account/organisation/login/*", NOBODY, NOBODY),
    Row("account/organisation/signup/", EVERYBODY, EVERYBODY),
    *(Row(f"account/second-factor/{step}", EVERYBODY, EVERYBODY) for step in ("authenticate/", "webauthn/login/")),
    Row("account/second-factor/*", SIGNED_IN, SIGNED_IN),
    *(
        Row(f"account/{door}", EVERYBODY, EVERYBODY)
        for door in ("login/*", "logout/", "signup/", "password/reset/", "^password/reset/key/*")
    ),
    # What everybody reads
    Row("list/change/", NOBODY, EVERYBODY),
    Row("sitemap.xml", EVERYBODY, EVERYBODY),
    *(
        Row(f"{room}*", EVERYBODY, NOBODY)
        for room in (
            *("stories", "collections/", "list", "organisations/", "leaders/", "places/", "sources/", "lessons/"),
            *("frameworks/", "elements/", "questions/", "tensions/", "explore/", "schemas/", "about/"),
            *("healthz", "robots.txt"),
        )
    ),
    Row("", EVERYBODY, NOBODY),
]

REFUSED = Row("", NOBODY, NOBODY)
"""What holds for an address without a row, which fails by itself."""


def row_for(route: str) -> Row | None:
    """The first row that fits."""
    return next((row for row in TABLE if re.fullmatch(_pattern(row.address), route)), None)


def _pattern(address: str) -> str:
    parts = (re.escape(part) for part in address.split("*"))
    return ".*".join(parts).replace(re.escape("{noun}"), f"(?:{NOUNS})")

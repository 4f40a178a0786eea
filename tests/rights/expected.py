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
AUTHOR = "C"
"""Who tells the story of the walk."""
TRAINER = "T"
"""Whose courses are walked through: a public one, and one that asks to be public."""
JUDGES = "TEAO"
"""Who may see a course that asks to be public, and change it: its trainer, and who decides on it."""
BUILDERS = "TO"
"""Who may make courses."""

NOUNS = (
    "stories|organisations|leaders|places|sources|policy-areas|story-collections|lessons|frameworks|questions|tensions"
    "|statements"
)


class Row(NamedTuple):
    """An address, who may open it, and who may send something there."""

    address: str
    opens: str
    sends: str


TELLING = [
    # Telling a story: its pages are its authors'; a private link is everybody's who has it
    *(Row(f"tell/{page}", EVERYBODY, EVERYBODY) for page in ("begin/", "link/", "open/*")),
    *(Row(f"tell/{page}", EVERYBODY, NOBODY) for page in ("", "privacy/", "-/records/*")),
    *(Row(f"tell/<slug:key>/{read}", AUTHOR, NOBODY) for read in ("", "*/history/")),
    Row("tell/<slug:key>/*", AUTHOR, AUTHOR),
    # Signing off, suggesting, following: everybody's who has the link
    Row("sign/*/renew/", NOBODY, EVERYBODY),
    Row("sign/*", EVERYBODY, EVERYBODY),
    Row("stories/*/suggest/", EVERYBODY, EVERYBODY),
    Row("following/mine/", SIGNED_IN, NOBODY),
    *(Row(f"follow/{said}/", EVERYBODY, NOBODY) for said in ("asked", "forgotten")),
    Row("follow*", EVERYBODY, EVERYBODY),
]

LEARNING = [
    # The learning audit: everybody's who has the link
    Row("audit/mine/", SIGNED_IN, NOBODY),
    Row("audit/alone/-/where/", NOBODY, EVERYBODY),
    *(
        Row(f"audit/{read}", EVERYBODY, NOBODY)
        for read in (
            *("", "alone/", "alone/-/result/", "deleted/", "organise/<slug:key>/", "organise/<slug:key>/<int:number>*"),
            *("round/<slug:key>/result*", "sheet/<slug:key>/-/on/", "sheet/<slug:key>/-/own/"),
            "sheet/<slug:key>/-/together/",
        )
    ),
    Row("audit/*", EVERYBODY, EVERYBODY),
    # What learning platforms send, and what they open
    *(Row(f"lti/{sent}", NOBODY, EVERYBODY) for sent in ("launch/", "at/*/done/")),
    *(Row(f"lti/{read}", EVERYBODY, NOBODY) for read in ("", "jwks/", "at/*")),
    Row("lti/*", EVERYBODY, EVERYBODY),
]

COURSES = [
    # Courses: what leads to them asks who is not signed in to do so, on a page of its own
    Row("courses/", EVERYBODY, NOBODY),
    Row("courses/-/add/*", EVERYBODY, EVERYBODY),
    Row("courses/-/new/", "N" + BUILDERS, "N" + BUILDERS),
    Row("courses/-/invitation/*", SIGNED_IN, SIGNED_IN),
    # One that asks to be public
    Row("courses/<course:handle>/adapt/", TRAINER, TRAINER),
    Row("courses/<course:handle>/groups/", BUILDERS, BUILDERS),
    *(Row(f"courses/<course:handle>/{page}/", JUDGES, JUDGES) for page in ("sharing", "changes")),
    *(Row(f"courses/<course:handle>/{sent}/", NOBODY, JUDGES) for sent in ("study/keep", "study/take", "build/change")),
    # One that is public, of which its trainer makes a new version
    Row("courses/<course:handle>/revise/", NOBODY, TRAINER),
    Row("courses/<course:handle>/*", JUDGES, NOBODY),
    # Groups: everybody's who has the code; their answers are the trainer's
    *(Row(f"groups/<slug:code>/{read}", TRAINER, NOBODY) for read in ("results/", "answers.csv")),
    Row("groups/<slug:code>/change/", NOBODY, TRAINER),
    Row("groups/<slug:code>/", EVERYBODY, EVERYBODY),
    Row("groups/", EVERYBODY, NOBODY),
]

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
    *(Row(f"desk/{noun}/merge/*", EDITORS, EDITORS) for noun in ("organisations", "leaders", "places", "sources")),
    Row("desk/{noun}/merge/*", NOBODY, NOBODY),
    Row("desk/policy-areas/retire/*", NOBODY, NOBODY),
    *(Row(f"desk/{{noun}}/{does}/*", EDITORS, EDITORS) for does in ("retire", "bring-back", "check")),
    Row("desk/{noun}/*", DESK, NOBODY),
    Row("desk/choose/*/create/", NOBODY, NOBODY),
    Row("desk/choose/*", DESK, NOBODY),
    # The desk: what stands beside the records
    Row("desk/queue/", DESK, NOBODY),
    Row("desk/reviews/<int:pk>/", DESK, NOBODY),
    Row("desk/reviews/<int:pk>/start/", EDITORS, EDITORS),
    Row("desk/reviews/<int:pk>/remarks/add/", NOBODY, DESK),
    Row("desk/reviews/*", NOBODY, EDITORS),
    Row("desk/coverage/*", DESK, NOBODY),
    Row("desk/suggestions/new/", NOBODY, NOBODY),
    *(Row(f"desk/suggestions/{changes}/*", EDITORS, EDITORS) for changes in ("edit", "delete")),
    *(Row(f"desk/suggestions/{reads}*", EDITORS, NOBODY) for reads in ("history", "usage")),
    Row("desk/suggestions/*", DESK, NOBODY),
    Row("desk/contributions/look/*", EDITORS, EDITORS),
    Row("desk/contributions/*", EDITORS, NOBODY),
    *(Row(f"desk/releases/{changes}/*", EDITORS, EDITORS) for changes in ("new", "edit", "delete", "publish")),
    Row("desk/releases/*", EDITORS, NOBODY),
    Row("desk/courses/", EDITORS, NOBODY),
    Row("desk/courses/*", EDITORS, EDITORS),
    Row("desk/sheets/upload/", NOBODY, EDITORS),
    Row("desk/sheets/<int:pk>/confirm/", NOBODY, PEOPLE),
    Row("desk/sheets/<int:pk>/cancel/", NOBODY, PEOPLE),
    Row("desk/sheets/<int:pk>/*", PEOPLE, NOBODY),
    Row("desk/sheets/*", EDITORS, NOBODY),
    *(
        Row(f"desk/lti_{what}/{changes}/*", PEOPLE, PEOPLE)
        for what in ("platforms", "deployments")
        for changes in ("new", "edit", "delete")
    ),
    Row("desk/lti_*", PEOPLE, NOBODY),
    # The desk: people, and what only some work at
    Row("desk/users/*", PEOPLE, PEOPLE),
    Row("desk/groups/*", OWNER, OWNER),
    Row("desk/workflows/usage/*", OWNER, NOBODY),
    Row("desk/workflows/*", PEOPLE, PEOPLE),
    Row("desk/images/*/generate_url/*", NOBODY, NOBODY),
    Row("desk/images/*", EDITORS, EDITORS),
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
    *TELLING,
    *LEARNING,
    *COURSES,
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

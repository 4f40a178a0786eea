"""What every public page tells the browser, and what no template may hold."""

import re

import pytest

from tests.civic.pins import COUNTS
from tests.civic.test_query_counts import address
from tests.factories import StoryFactory
from tests.houses import ROOT

TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.html") if "wagtailadmin" not in path.parts)

PAGES = [
    "/",
    "/stories/",
    "/stories/bus/",
    "/lessons/",
    "/about/",
    "/no-such-page/",
    "/stories.json",
    "/stories.atom",
]

WRITING = {
    *(
        "story-suggest",
        "follow-record",
        "follow-stories",
        "follow-confirm",
        "follow-stop",
        "following",
        "following-stop",
    ),
    *("audit-alone-forget", "audit-alone-step", "audit-team", "audit-change", "audit-deed"),
    *("audit-round", "audit-sheet", "audit-sheet-step", "audit-sheet-leave", "course-new", "course-add"),
}
"""Pages with a form that is sent to them."""


@pytest.fixture
def bus(db):
    """A story to open."""
    return StoryFactory(slug="bus")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_it_sends_the_headers(client, bus, address, header, value):
    assert client.get(address)[header] == value


@pytest.mark.parametrize("address", PAGES)
def test_it_allows_our_own_files_and_nothing_else(client, bus, address):
    policy = dict(part.split(" ", 1) for part in client.get(address)["Content-Security-Policy"].split("; "))

    assert policy["default-src"] == policy["base-uri"] == "'none'"
    assert {policy[name] for name in ("script-src", "style-src", "connect-src", "form-action")} == {"'self'"}
    assert "unsafe" not in str(policy)


def test_it_sets_no_cookie_on_who_only_reads(client, bus):
    [client.get(address) for address in PAGES]

    assert dict(client.cookies) == {}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_it_asks_no_other_site(template):
    text = template.read_text(encoding="utf-8")

    assert re.findall(r"(?:src|href|action)=[\"'](?:https?:)?//", text) == []


def test_it_tells_robots_what_to_leave_alone(client):
    text = client.get("/robots.txt").content.decode()

    assert [line for line in text.splitlines() if line.startswith("Disallow")] == [
        "Disallow: /account/",
        "Disallow: /desk/",
        "Disallow: /stories/-/",
        "Disallow: /courses/-/",
        "Disallow: /list",
        "Disallow: /follow",
        "Disallow: /*?",
    ]
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in text


def test_it_maps_what_is_published(client, bus):
    StoryFactory(slug="draft", draft=True)
    StoryFactory(slug="gone", retired=True)

    text = client.get("/sitemap.xml").content.decode()

    assert "/stories/bus/</loc>" in text
    assert "draft" not in text
    assert "gone" not in text


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("name", sorted(set(COUNTS) - WRITING))
def test_it_only_reads_on_public_pages(client, db, name, method):
    assert getattr(client, method)(address(name)).status_code == 405


@pytest.mark.parametrize("address", ["/desk/", "/desk/snippets/cases/story/", "/desk/reports/site-history/"])
def test_it_lets_nobody_into_the_desk_who_has_not_signed_in(client, db, address):
    response = client.get(address)

    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/")

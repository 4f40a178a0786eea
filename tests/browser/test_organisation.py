"""Signing in through an organisation's own provider, a real one in a process of its own."""

import json
import re
import shutil
import socket
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE, ROOT, manage, wait_for
from tests.provider.__main__ import CLIENT, PASSWORD

MIRA = {
    "name": "Mira Novak",
    "email": "mira@elsewhere.example",
    "email_verified": True,
    "roles": {"casebook": ["library-editors", "staff"]},
}
STRANGER = {
    "name": "Sam Stranger",
    "email": "ada@elsewhere.example",
    "email_verified": False,
    "roles": {"casebook": []},
}
ADA = """
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
ada = User.objects.create_user("ada", email="ada@elsewhere.example", first_name="Ada", last_name="Okafor")
EmailAddress.objects.create(user=ada, email=ada.email, verified=True, primary=True)
"""


def free_port():
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Organisation:
    """The provider, and a library that lets people sign in through it."""

    def __init__(self, folder, tables, browser):
        shutil.copy(tables / "casebook.sqlite3", folder)
        self.folder, self.browser, self.processes = folder, browser, {}
        self.provider, self.library = (f"http://127.0.0.1:{free_port()}" for _process in range(2))
        self.says(people={"mira": MIRA, "ada": {**STRANGER, "email_verified": True}, "sam": STRANGER}, lies={})

    def says(self, **files):
        """What the provider says from now on."""
        for name, content in files.items():
            (self.folder / f"{name}.json").write_text(json.dumps(content))

    def serve_provider(self):
        """Start the provider."""
        callback = f"{self.library}/account/organisation/login/callback/"
        command = [sys.executable, "-m", "tests.provider", self.folder, self.provider.rpartition(":")[2], callback]
        self._serve("provider", {"args": command, "cwd": ROOT}, f"{self.provider}/login/")

    def serve_library(self):
        """Start the library, which knows the provider by its settings alone."""
        subprocess.run(**manage(self.folder, "shell", "-v0", "-c", ADA), check=True, stdout=subprocess.DEVNULL)
        started = manage(self.folder, "runserver", self.library.removeprefix("http://"), "--noreload")
        started["env"] |= {
            "SITE_URL": self.library,
            "OIDC_SERVER": f"{self.provider}/o",
            "OIDC_NAME": "Elsewhere Council",
            "OIDC_CLIENT_ID": CLIENT[0],
            "OIDC_CLIENT_SECRET": CLIENT[1],
            "OIDC_GROUPS": "library-editors=Editor,trainers=Trainer",
            "OIDC_GROUPS_CLAIM": "roles.casebook",
        }
        self._serve("library", started, f"{self.library}/account/login/")

    def _serve(self, name, started, address):
        log = self.folder / f"{name}.log"
        with log.open("w") as written:
            self.processes[name] = subprocess.Popen(**started, stdout=written, stderr=written)
        wait_for(address, self.processes[name], log)

    def stop(self, name):
        """Stop one of the two."""
        self.processes[name].terminate()
        self.processes.pop(name).wait(PATIENCE)

    def new_tab(self):
        """A tab of somebody who has been nowhere yet."""
        context = self.browser.new_context(base_url=self.library)
        context.set_default_timeout(PATIENCE * 500)
        return context.new_page()

    def sign_in(self, name, tab=None):
        """Sign in as one of the organisation's people; the tab in which that was done."""
        tab = tab or self.new_tab()
        tab.goto("/account/login/")
        tab.get_by_role("button", name="Sign in with Elsewhere Council").click()
        tab.get_by_label("Username").fill(name)
        tab.get_by_label("Password").fill(PASSWORD)
        tab.get_by_role("button", name="Sign in").click()
        tab.wait_for_url(f"{self.library}/**")
        return tab


@pytest.fixture(scope="module")
def served(browser, tables, tmp_path_factory):
    """Both, served for all tests of the module."""
    organisation = Organisation(tmp_path_factory.mktemp("organisation"), tables, browser)
    try:
        organisation.serve_provider()
        organisation.serve_library()
        yield organisation
    finally:
        for name in list(organisation.processes):
            organisation.stop(name)


@pytest.fixture
def organisation(served):
    """Both, with a provider that tells the truth until it is told otherwise."""
    served.says(people={"mira": MIRA, "ada": {**STRANGER, "email_verified": True}, "sam": STRANGER}, lies={})
    return served


def test_it_makes_an_account_and_puts_it_where_the_organisation_says(organisation):
    page = organisation.sign_in("mira")

    expect(page.get_by_role("heading", level=1)).to_have_text("Mira Novak")
    expect(page.locator(".lede")).to_have_text("Signed in with mira@elsewhere.example.")
    expect(page.get_by_text("You may write, change and publish everything")).to_be_visible()
    expect(page.get_by_text("You may tell stories of your own")).to_be_visible()
    expect(page.get_by_role("link", name="Through Elsewhere Council")).to_be_visible()


def test_it_runs_nothing_that_the_policy_refuses(organisation):
    page = organisation.new_tab()
    complaints = []
    page.on("console", lambda message: complaints.append(message) if message.type == "error" else None)

    organisation.sign_in("mira", page)

    ours = [message.text for message in complaints if not message.location["url"].startswith(organisation.provider)]
    assert ours == []


def test_it_joins_an_account_that_has_the_confirmed_address(organisation):
    page = organisation.sign_in("ada")

    expect(page.get_by_role("heading", level=1)).to_have_text("Ada Okafor")


def test_it_joins_no_account_by_an_address_that_is_not_confirmed(organisation):
    page = organisation.sign_in("sam")

    expect(page.get_by_role("heading", level=1)).to_have_text("Look into your mail")
    page.goto("/account/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_it_follows_the_organisation_at_each_sign_in_and_leaves_other_groups(organisation):
    organisation.sign_in("mira")
    organisation.says(people={"mira": {**MIRA, "roles": {"casebook": ["trainers"]}}})

    page = organisation.sign_in("mira")

    expect(page.get_by_text("You may put together courses of your own.")).to_be_visible()
    expect(page.get_by_text("You may tell stories of your own")).to_be_visible()
    expect(page.get_by_text("You may write, change and publish everything")).to_have_count(0)


@pytest.mark.parametrize(
    ("lie", "sentence"),
    [
        ({"nonce": "of another sign-in"}, "The token was made for another sign-in: its nonce does not fit."),
        (
            {"iss": "https://elsewhere.example"},
            "The token was made by another issuer than the server that is set here.",
        ),
        ({"aud": "another-site"}, "The token was made for another site."),
        ({"exp": 1_000_000_000}, "The token has run out."),
        ({"sub": "somebody else"}, "The server describes another person than the one in its token."),
        ({"signature": "forged"}, "The token's signature is not the server's."),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_it_refuses_a_token_that_lies(organisation, lie, sentence):
    organisation.says(lies=lie)

    page = organisation.sign_in("mira")

    expect(page.get_by_role("heading", level=1)).to_have_text("Signing in did not work")
    expect(page.locator(".lede")).to_contain_text(sentence)
    page.goto("/account/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_it_refuses_an_answer_that_it_did_not_ask_for(organisation):
    page = organisation.new_tab()

    page.goto("/account/organisation/login/callback/?code=a-code&state=somebody-elses")

    expect(page.locator(".lede")).to_contain_text("It was not begun in this browser, or more than ten minutes ago.")


def test_it_takes_an_answer_once(organisation):
    answers = []
    page = organisation.new_tab()
    page.on("request", lambda request: answers.append(request.url) if "/callback/" in request.url else None)
    organisation.sign_in("mira", page)

    page.goto(answers[0])

    expect(page.locator(".lede")).to_contain_text("It was not begun in this browser, or more than ten minutes ago.")


def test_it_asks_with_state_nonce_and_a_proof(organisation):
    asked = []
    page = organisation.new_tab()
    page.on("request", lambda request: asked.append(request.url) if "/o/authorize/" in request.url else None)
    organisation.sign_in("mira", page)

    query = parse_qs(urlsplit(asked[0]).query)

    assert {"state", "nonce", "code_challenge"} <= set(query)
    assert query["code_challenge_method"] == ["S256"]
    assert re.fullmatch("[0-9a-f]{64}", query["nonce"][0])


def test_it_says_that_the_server_cannot_be_reached(organisation):
    page = organisation.new_tab()
    organisation.stop("provider")
    try:
        page.goto("/account/login/")
        page.get_by_role("button", name="Sign in with Elsewhere Council").click()

        expect(page.locator(".lede")).to_contain_text("Its server cannot be reached, or did not answer as it should.")
    finally:
        (organisation.folder / "provider.sqlite3").unlink()
        organisation.serve_provider()

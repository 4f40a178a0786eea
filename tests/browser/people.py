"""A library at which people sign in: served by a process of its own, with a second factor asked of who can publish."""

import re
import shutil
import socket
import sqlite3
import subprocess

from tests.browser.conftest import PATIENCE, manage, wait_for
from tests.factories.person import PASSWORD

PEOPLE = f"""
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, User
for name, group in [("eva", "Editor"), ("rita", "Reviewer"), ("carl", "Contributor"), ("anna", "Administrator")]:
    user = User.objects.create_user(name, f"{{name}}@example.org", "{PASSWORD}", first_name=name.title(), last_name="Okafor")
    user.groups.add(Group.objects.get(name=group))
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
"""


def free_port():
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class PeoplesLibrary:
    """The library, its people and their mail. It is called by a name, because passkeys are bound to one."""

    def __init__(self, folder, tables, browser):
        self.folder, self.browser = folder, browser
        shutil.copy(tables / "casebook.sqlite3", folder)
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"

    def serve(self):
        """Start it; answers the process."""
        for command in (["shell", "-v0", "-c", PEOPLE], ["build_index"]):
            subprocess.run(**manage(self.folder, *command), check=True, stdout=subprocess.DEVNULL)
        started = manage(self.folder, "runserver", f"127.0.0.1:{self.port}", "--noreload")
        started["env"] |= {"SITE_URL": self.address, "SECOND_FACTOR": "1"}
        log = self.folder / "log"
        with log.open("w") as written:
            process = subprocess.Popen(**started, stdout=written, stderr=written)
        wait_for(f"{self.address}/account/login/", process, log)
        return process

    def new_tab(self, *, scripts=True):
        """A tab of somebody who has been nowhere yet."""
        context = self.browser.new_context(base_url=self.address, java_script_enabled=scripts)
        context.set_default_timeout(PATIENCE * 500)
        return context.new_page()

    def sign_in(self, name, page=None, *, password=PASSWORD):
        """A tab in which the person has given name and password."""
        page = page or self.new_tab()
        page.goto("/account/login/")
        page.get_by_label("E-mail address").fill(name)
        page.get_by_label("Password", exact=True).fill(password)
        page.get_by_role("button", name="Sign in", exact=True).click()
        return page

    def link_in_mail_to(self, address):
        """The first link in the newest mail to an address."""
        with sqlite3.connect(self.folder / "casebook.sqlite3") as database:
            [text] = database.execute(
                'select message from post_office_email where "to" = ? order by id desc limit 1', [address]
            ).fetchone()
        return re.search(r"https?://\S+", text)[0]

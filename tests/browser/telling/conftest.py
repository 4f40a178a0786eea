"""A library of its own that people write into, served by a process that can be killed, with a mail server beside it."""

import re
import shutil
import subprocess
from email import message_from_string, policy

import pytest
from aiosmtpd.controller import Controller

from tests.browser.conftest import PATIENCE, manage, wait_for
from tests.browser.watching import Watch
from tests.civic.test_keep_house import Postbox, free_port


class House:
    """The library on a port of its own."""

    def __init__(self, folder, postbox):
        self.folder, self.postbox, self.port, self.server = folder, postbox, free_port(), None

    @property
    def address(self):
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def manage(self, *arguments):
        """How a command is started on it."""
        started = manage(self.folder, *arguments)
        mail = {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(self.postbox.port), "SITE_URL": self.address}
        return {**started, "env": {**started["env"], **mail}}

    def open(self):
        """Serve it."""
        with (self.folder / "log").open("a") as log:
            command = ("runserver", f"127.0.0.1:{self.port}", "--noreload")
            self.server = subprocess.Popen(**self.manage(*command), stdout=log, stderr=log)
        wait_for(f"{self.address}/healthz", self.server, self.folder / "log")
        return self

    def kill(self):
        """End the server as a power cut would."""
        self.server.kill()
        self.server.wait(PATIENCE)

    def newest_link(self, to):
        """The private link in the newest mail to the address, once the house has sent what waits."""
        subprocess.run(**self.manage("keep_house"), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        texts = [text for recipients, text in self.postbox.mails if recipients == [to]]
        body = message_from_string(texts[-1], policy=policy.default).get_body().get_content()
        return re.search(r"http://\S+/tell/open/[\w-]+/", body)[0]


@pytest.fixture(scope="session")
def house(loaded_library, tmp_path_factory):
    """The library, and a real mail server on loopback."""
    postbox = Postbox()
    mail = Controller(postbox, hostname="127.0.0.1", port=0)
    mail.port = postbox.port = free_port()
    mail.start()
    folder = shutil.copytree(loaded_library, tmp_path_factory.mktemp("told") / "library")
    house = House(folder, postbox).open()
    yield house
    house.kill()
    mail.stop()


@pytest.fixture
def person(browser, house):
    """Opens a browser of its own for a person; no page may complain in its console."""
    opened = []

    def sit_down(width=360, height=740, *, scripts=True, scheme="light"):
        size = {"width": width, "height": height}
        context = browser.new_context(
            base_url=house.address, viewport=size, java_script_enabled=scripts, color_scheme=scheme
        )
        context.set_default_timeout(PATIENCE * 500)
        page = context.new_page()
        opened.append((context, Watch(page, house.address)))
        return page

    yield sit_down
    [context.close() for context, _watch in opened]
    assert [trouble for _context, watch in opened for trouble in watch.troubles] == []

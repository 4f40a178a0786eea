"""
A real Chromium before the real library.

The library is loaded once, into a database and an index of its own, and served by a process of its own, as
`make run` does: the tests only read it. Unlike pytest-django's live_server, this leaves the database of other
tests alone and needs no flushing between tests. With pytest-xdist the first process loads, the others copy.
A test that changes something copies it too, or the tables alone.
"""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.watching import Watch

ROOT = Path(__file__).resolve().parent.parent.parent
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE = 60
"""Seconds; half of it for one thing on a page. A busy machine is slow, and slowness is no fault of a page."""

expect.set_options(timeout=PATIENCE * 500)


def pytest_collection_modifyitems(items):
    """Everything in this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    """The browser's program, or its build without windows. Without one the tests are skipped, or fail where DEMAND names chromium."""
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium") or shutil.which("/usr/bin/chromium")
    if path:
        return path
    said = "There is no chromium on this machine. Install it (apt-get install chromium) to run these tests."
    if "chromium" in os.environ.get("DEMAND", "").split(","):
        pytest.fail(said)
    pytest.skip(said)


def manage(folder, *arguments):
    """How a command of manage.py is started on the library in `folder`; as on a slow line, where SLOW is set."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    environment = {**kept, "DEBUG": "1", "VAR_DIR": str(folder), "LOG_LEVEL": "WARNING"}
    program = ["-m", "tests.browser.slowly"] if os.environ.get("SLOW") else ["manage.py"]
    return {"args": [sys.executable, *program, *arguments], "env": environment, "cwd": ROOT}


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """Makes a folder by commands on it, once for all processes of this run."""
    mine = tmp_path_factory.getbasetemp()
    shared = mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine

    def make(name, *commands, come_from=None):
        folder = shared / name
        folder.mkdir(exist_ok=True)
        with (folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "ready").exists():
                if come_from:
                    shutil.copy(come_from / "casebook.sqlite3", folder)
                for command in commands:
                    subprocess.run(**manage(folder, *command), check=True, stdout=subprocess.DEVNULL)
                (folder / "ready").touch()
        return folder

    return make


@pytest.fixture(scope="session")
def tables(made_once):
    """A folder with a library that has its tables, and nothing in them."""
    return made_once("tables", ["migrate", "-v0"])


@pytest.fixture(scope="session")
def loaded_library(chromium, made_once, tables, tmp_path_factory):
    """A folder with the library as `fixtures/` has it."""
    shared = made_once("library", ["load_library", "fixtures"], ["build_index"], come_from=tables)
    return Path(shutil.copytree(shared, tmp_path_factory.getbasetemp() / "served-library"))


@pytest.fixture(scope="session")
def library(loaded_library):
    """The address of the library."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (loaded_library / "log").open("w") as log:
        server = subprocess.Popen(
            **manage(loaded_library, "runserver", f"127.0.0.1:{port}", "--noreload"), stdout=log, stderr=log
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", server, loaded_library / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(PATIENCE)


def wait_for(address, server, log):
    """Wait until the server answers; say what it said where it does not."""
    for _attempt in range(PATIENCE * 10):
        if server.poll() is not None:
            break
        try:
            with urlopen(address, timeout=PATIENCE):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The library did not start. It said:\n{log.read_text()[-3000:]}")


@pytest.fixture(scope="session")
def browser(chromium):
    """Chromium. Its event loop stays in this thread, where Django would refuse other tests the database."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def tabs(browser, library):
    """The tabs of this run, one for each kind of person: opening a tab takes longer than most pages do."""
    found = {}

    def tab(scripts, touch):
        if (scripts, touch) not in found:
            context = browser.new_context(base_url=library, java_script_enabled=scripts, has_touch=touch)
            context.set_default_timeout(PATIENCE * 500)
            found[scripts, touch] = context.new_page()
        return found[scripts, touch]

    return tab


@pytest.fixture
def visit(tabs, library):
    """Opens an address for a person. No page may complain in its console, or ask another origin."""
    watches = []

    def open_page(
        address="/",
        *,
        width=1280,
        height=900,
        scheme="light",
        motion="no-preference",
        scripts=True,
        touch=False,
    ):
        page = tabs(scripts, touch)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion=motion, media="screen")
        page.goto("about:blank")
        watches.append(Watch(page, library))
        page.goto(address)
        return page

    yield open_page
    for watch in watches:
        watch.stop()
    assert [trouble for watch in watches for trouble in watch.troubles] == []


@pytest.fixture
def finder(visit):
    """The finder on a wide screen, with scripts."""
    return visit("/stories/")


TRAINERS = """
from importlib import import_module
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import Group, User
trainers, _made = Group.objects.get_or_create(name="Trainer")
for name in ("ada", "ben"):
    user, _made = User.objects.get_or_create(username=name, first_name=name.capitalize(), email=f"{name}@example.org")
    user.groups.add(trainers)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    print(session.session_key)
"""


@pytest.fixture(scope="session")
def trainers(library, loaded_library):
    """Two trainers: the keys of their sessions."""
    done = subprocess.run(
        **manage(loaded_library, "shell", "-v0", "-c", TRAINERS), check=True, capture_output=True, text=True
    )
    return dict(zip(("ada", "ben"), done.stdout.split(), strict=True))


@pytest.fixture
def trainer(browser, library, trainers):
    """A window of a trainer's, who is signed in. No page may complain in its console, or ask another origin."""
    windows, watches = [], []

    def open_window(name="ada", address="/courses/", *, width=1280, height=900, scripts=True, touch=False):
        context = browser.new_context(
            base_url=library, java_script_enabled=scripts, has_touch=touch, viewport={"width": width, "height": height}
        )
        context.set_default_timeout(PATIENCE * 500)
        context.add_cookies([{"name": "sessionid", "value": trainers[name], "url": library}])
        windows.append(context)
        page = context.new_page()
        watches.append(Watch(page, library))
        page.goto(address)
        return page

    yield open_window
    for watch in watches:
        watch.stop()
    for context in windows:
        context.close()
    assert [trouble for watch in watches for trouble in watch.troubles] == []

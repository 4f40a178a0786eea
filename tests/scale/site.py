"""A site at scale on loopback: a database with its copy, a pooler, two web nodes, and a web server in front of them."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from tests.bench.home import ROOT
from tests.scale.needs import found
from tests.scale.readers import ask

CONFIGURATION = ROOT / "docs" / "scale"
PATIENCE = 300
NAMES = ("primary", "replica", "pooler", "front", "node1", "node2")
LOOPBACK = "127.0.0.1"


def free_ports(number: int) -> list[int]:
    """So many ports that nobody uses."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(number)]
        for each in sockets:
            each.bind((LOOPBACK, 0))
        return [each.getsockname()[1] for each in sockets]


class Site:
    """The parts of the site, each started and stopped by its name. Everything lies in one folder."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.ports = dict(zip(NAMES, free_ports(len(NAMES)), strict=True))
        self.running: dict[str, subprocess.Popen] = {}
        self.logs = folder / "logs"

    # The files of docs/scale, with this machine's addresses

    def configuration(self, name: str) -> str:
        """The file of that name, as it stands in docs/scale but for addresses, folders and passwords."""
        ports, text = self.ports, (CONFIGURATION / name).read_text()
        here = {
            "10.0.0.21 port=5432": f"{LOOPBACK} port={ports['primary']} user=casebook",
            "10.0.0.22 port=5432": f"{LOOPBACK} port={ports['replica']} user=casebook",
            "listen_port = 6432": f"listen_port = {ports['pooler']}",
            "auth_type = scram-sha-256": "auth_type = trust",
            "/etc/pgbouncer/userlist.txt": str(self.folder / "userlist.txt"),
            "10.0.0.11:8000": f"{LOOPBACK}:{ports['node1']}",
            "10.0.0.12:8000": f"{LOOPBACK}:{ports['node2']}",
            "listen 80;": f"listen {LOOPBACK}:{ports['front']};",
            "casebook.example.org": LOOPBACK,
            "/var/lib/casebook/static/": f"{self.folder}/node1/static/",
            "'10.0.0.21'": f"'{LOOPBACK}'",
            "'10.0.0.22'": f"'{LOOPBACK}'",
            "shared_buffers = 2GB": "shared_buffers = 64MB",
        }
        for there, ours in here.items():
            text = text.replace(there, ours)
        return text

    def environment(self, node: str, pooled: bool = True) -> dict[str, str]:
        """The settings of a node: those of docs/scale/casebook.env, with this machine's addresses."""
        lines = [line for line in (CONFIGURATION / "casebook.env").read_text().splitlines() if "=" in line[:30]]
        settings = dict(line.split("=", 1) for line in lines if not line.startswith("#"))
        port = self.ports["pooler"]
        settings |= {
            "SECRET_KEY": "for-this-machine-and-this-hour-only-" * 2,
            "ALLOWED_HOSTS": LOOPBACK,
            "SITE_URL": f"http://{LOOPBACK}:{self.ports['front']}",
            "DATABASE_URL": f"postgres://casebook@{LOOPBACK}:{port}/casebook",
            "DATABASE_REPLICA_URL": f"postgres://casebook@{LOOPBACK}:{port}/casebook_read",
            "VAR_DIR": str(self.folder / node),
            "INDEX_DIR": str(self.folder / node / "index"),
            "DJANGO_SETTINGS_MODULE": "civic.settings",
            "LOG_LEVEL": "WARNING",
        }
        if not pooled:
            settings["DATABASE_URL"] = f"postgres://casebook@{LOOPBACK}:{self.ports['primary']}/casebook"
            settings |= {"DATABASE_REPLICA_URL": "", "DATABASE_POOLED": "0"}
        return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **settings}

    # Parts

    def start(self, name: str, command: list[str], ready: Callable[[], bool], **options) -> None:
        """Start a part and wait until it answers."""
        self.logs.mkdir(exist_ok=True)
        with (self.logs / f"{name}.log").open("ab") as log:
            self.running[name] = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True, **options
            )
        deadline = time.monotonic() + PATIENCE
        while not ready():
            if self.running[name].poll() is not None or time.monotonic() > deadline:
                raise SystemExit(f"{name} did not start:\n{(self.logs / f'{name}.log').read_text()[-3000:]}")
            time.sleep(0.05)

    def stop(self, name: str, how: int = signal.SIGTERM) -> None:
        """
        Send the signal to the part, and wait until it has ended.

        SIGTERM goes to its first process, which ends the others; the rest goes to all of them, as runuser hands on nothing but SIGTERM.
        """
        process = self.running.pop(name)
        with suppress(ProcessLookupError):
            (os.kill if how == signal.SIGTERM else os.killpg)(process.pid, how)
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def answers(self, name: str) -> Callable[[], bool]:
        """Whether the part takes connections."""

        def ask() -> bool:
            with suppress(OSError), socket.create_connection((LOOPBACK, self.ports[name]), timeout=1):
                return True
            return False

        return ask

    def start_node(self, name: str) -> None:
        """A web node, with two workers."""
        address = (LOOPBACK, self.ports[name])
        bind = ["--bind", f"{address[0]}:{address[1]}", "--workers", "2", "--preload", "--log-level", "warning"]
        command = [sys.executable, "-m", "gunicorn", "civic.wsgi", *bind]
        self.start(name, command, lambda: serves(address), cwd=ROOT, env=self.environment(name))

    def start_pooler(self) -> None:
        """The pooler, as a user who is not root."""
        (self.folder / "userlist.txt").write_text('"casebook" ""\n')
        (self.folder / "pgbouncer.ini").write_text(self.configuration("pgbouncer.ini"))
        command = [*as_server(), found("pgbouncer"), str(self.folder / "pgbouncer.ini")]
        self.start("pooler", command, self.answers("pooler"))

    def start_front(self) -> None:
        """The web server."""
        folder = self.folder / "front"
        folder.mkdir()
        (folder / "casebook.conf").write_text(self.configuration("nginx.conf"))
        temporary = "".join(f"{kind}_temp_path {folder}/{kind}; " for kind in ("client_body", "proxy", "fastcgi"))
        more = "".join(f"{kind}_temp_path {folder}/{kind}; " for kind in ("uwsgi", "scgi"))
        (folder / "nginx.conf").write_text(
            f"daemon off; pid {folder}/pid; error_log stderr warn; events {{}}\n"
            f"{'user root; ' if os.geteuid() == 0 else ''}"
            f"http {{ access_log off; {temporary}{more} include {folder}/casebook.conf; }}\n"
        )
        self.start(
            "front", [found("nginx"), "-c", str(folder / "nginx.conf"), "-p", str(folder)], self.answers("front")
        )

    def prepare(self) -> None:
        """Tables, the library, and the static files of both nodes."""
        for command in ("migrate", "load_library", "collectstatic"):
            arguments = {"load_library": ["--no-progress"], "collectstatic": ["--noinput", "-v0"], "migrate": ["-v0"]}
            self.manage("node1", command, *arguments[command])
        shutil.copytree(self.folder / "node1" / "static", self.folder / "node2" / "static")

    def manage(self, node: str, *arguments: str) -> str:
        """What a management command on the node prints; it writes to the database itself."""
        environment = self.environment(node, pooled=False)
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
        )
        if done.returncode:
            raise SystemExit(f"manage.py {' '.join(arguments)[:80]} failed:\n{done.stderr[-3000:]}")
        return done.stdout

    def printed(self, node: str, script: str) -> Iterator[list[str]]:
        """What a process on the node that runs the script prints, word by word, line by line as it comes."""
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", script]
        with subprocess.Popen(
            command, cwd=ROOT, env=self.environment(node), stdout=subprocess.PIPE, text=True
        ) as process:
            yield from (line.split() for line in process.stdout)

    @property
    def address(self) -> tuple[str, int]:
        """Where readers come in."""
        return LOOPBACK, self.ports["front"]


def serves(address: tuple[str, int]) -> bool:
    """Whether the node there says that it can serve."""
    return ask(address, "/healthz")[0] == "200"


def as_server() -> list[str]:
    """What goes in front of a command that root must not run."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


@contextmanager
def own_site(folder: Path):
    """A site in the folder. However this ends, every part is stopped and the folder is deleted."""

    def told_to_stop(number, frame):
        raise SystemExit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, told_to_stop)
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o755)
    site = Site(folder)
    try:
        yield site
    finally:
        for name in reversed(list(site.running)):
            site.stop(name, signal.SIGINT if name in ("primary", "replica") else signal.SIGTERM)
        shutil.rmtree(folder, ignore_errors=True)

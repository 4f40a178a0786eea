"""A small web on loopback, for links to lead to."""

import time
from collections import Counter
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

ANSWERS = {
    "/there": (200, ""),
    "/gone": (404, ""),
    "/broken": (500, ""),
    "/moved": (301, "/there"),
    "/moved-to-gone": (302, "/gone"),
    "/round": (302, "/round"),
    "/members": (403, ""),
    "/nowhere": (302, ""),
    "/inside": (302, "http://169.254.169.254/latest/meta-data/"),
    "/file": (302, "file:///etc/passwd"),
    "/port": (302, "http://localhost:22/"),
}
"""What each path answers, and where it leads on."""


class Page(BaseHTTPRequestHandler):
    """Answers, and notes what it was asked."""

    def do_HEAD(self):
        """The head alone; one page knows only the whole, and one never comes to an end."""
        if self.path == "/drips":
            return self.drip()
        return self.answer(405 if self.path == "/whole" else None)

    def do_GET(self):
        """The whole page."""
        self.answer(200 if self.path == "/whole" else None)

    def drip(self):
        """A byte now and then, for as long as anybody listens."""
        with suppress(OSError):
            while True:
                self.wfile.write(b"H")
                time.sleep(0.05)

    def answer(self, status):
        """The status, and where it leads on."""
        self.server.asked[f"{self.command} {self.path}"] += 1
        self.server.agents.add(self.headers["User-Agent"])
        said, location = ANSWERS.get(self.path, (200, ""))
        self.send_response(status or said)
        if location:
            self.send_header("Location", location)
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""


@contextmanager
def small_web():
    """The web while it is up; `asked` counts the requests, `port` is where it listens."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    server.asked, server.agents, server.port = Counter(), set(), server.server_address[1]
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

"""What a page does that a reader does not see."""

import gzip

OF_OUR_MAKING = ("htmx:afterRequest", "htmx:sendAbort", "htmx:sendError", "net::ERR_INTERNET_DISCONNECTED")
"""What is called an error, and is meant: a newer request stops an older one; a test cuts the line."""


class Watch:
    """Follows a page: what it asks for, how heavy that is, and what its console complains about."""

    def __init__(self, page, origin):
        self.page, self.origin = page, origin
        self.troubles, self.responses = [], []
        self.listeners = {
            "console": self.console,
            "pageerror": self.error,
            "request": self.request,
            "response": self.response,
        }
        for event, listener in self.listeners.items():
            page.on(event, listener)

    def stop(self):
        """Look away."""
        for event, listener in self.listeners.items():
            self.page.remove_listener(event, listener)

    def console(self, message):
        """An error, such as a refusal by the Content-Security-Policy. The status of an error page is none."""
        own_status = message.location.get("url") == self.page.url and "status of" in message.text
        meant = any(text in message.text for text in OF_OUR_MAKING)
        if message.type == "error" and not own_status and not meant:
            self.troubles.append(f"{self.page.url}: {message.text}")

    def error(self, error):
        """A script that broke."""
        self.troubles.append(f"{self.page.url}: {error}")

    def request(self, request):
        """A request to anywhere else."""
        if not request.url.startswith((self.origin, "data:", "about:")):
            self.troubles.append(f"{self.page.url} asks another origin: {request.url}")

    def response(self, response):
        """Something that came."""
        self.responses.append(response)

    def weight(self):
        """The bytes of everything that came, compressed as a server would."""
        return sum(len(gzip.compress(response.body(), 6)) for response in self.responses)

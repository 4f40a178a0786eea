"""What a page does that a reader does not see."""

import gzip


class Watch:
    """Follows a page: what it asks for, how heavy that is, and what its console complains about."""

    def __init__(self, page, origin):
        self.page, self.origin = page, origin
        self.troubles, self.responses = [], []
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.troubles.append(f"{page.url}: {error}"))
        page.on("request", self.request)
        page.on("response", self.responses.append)

    def console(self, message):
        """An error in the console, such as a refusal by the Content-Security-Policy. The status of an error page is none."""
        own_status = message.location.get("url") == self.page.url and "status of" in message.text
        if message.type == "error" and not own_status:
            self.troubles.append(f"{self.page.url}: {message.text}")

    def request(self, request):
        """A request to anywhere else."""
        if not request.url.startswith((self.origin, "data:")):
            self.troubles.append(f"{self.page.url} asks another origin: {request.url}")

    def weight(self):
        """The bytes of everything that came, compressed as a server would."""
        return sum(len(gzip.compress(response.body(), 6)) for response in self.responses)

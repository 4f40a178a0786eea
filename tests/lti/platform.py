"""
A learning platform, in a process of its own: `python -m tests.lti.platform PORT`.

It holds one course with links, knows two people, and speaks LTI 1.3 as lti1p3platform has it: it begins logins, says who somebody is,
publishes its keys, takes deep links, hands out tokens, and keeps line items and what is reached on them. It registers tools by itself.
`/made/…` is for tests: what it knows as JSON, and orders to misbehave.
"""

import html
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit

from lti1p3platform.registration import Registration

from tests.lti.protocol import DEPLOYMENT, Asked, Grades, Launch, Platform, School, new_key, pem

MEMBER = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
PEOPLE = {"learner-7f3a": [f"{MEMBER}Learner"], "teacher-19c2": [f"{MEMBER}Instructor"]}
STORAGE = """
window.kept = {};
window.addEventListener("message", ({ data, source, origin }) => {
  if (!data || !/^lti\\.(put|get)_data$/.test(data.subject)) return;
  if (data.subject === "lti.put_data") window.kept[data.key] = data.value;
  source.postMessage({ ...data, subject: data.subject + ".response", value: window.kept[data.key] }, origin);
});
"""


class Handler(BaseHTTPRequestHandler):
    """The platform's addresses."""

    protocol_version = "HTTP/1.1"
    school: School

    def do_GET(self):
        """Pages, keys, and what tests ask."""
        self.answer({})

    def do_POST(self):
        """Forms, tokens, scores, registrations."""
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        self.answer(json.loads(sent) if "json" in self.headers.get("Content-Type", "") else dict(parse_qsl(sent)))

    def answer(self, sent):
        """By the first word of the path."""
        parts = urlsplit(self.path)
        query = dict(parse_qsl(parts.query))
        word, _slash, rest = parts.path.strip("/").partition("/")
        name = (word or "course").replace(".well-known", "configuration").replace("-", "_")
        try:
            status, kind, body = getattr(self, f"on_{name}")(rest, query, sent)
        except AttributeError as error:
            status, kind, body = 404, "text/plain", str(error)
        except Exception as error:
            status, kind, body = 500, "text/plain", repr(error)
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        if status == 302:
            self.send_header("Location", body)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text") else kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments):
        """Quiet."""

    def on_course(self, rest, query, sent):
        """The course: its links, and the way to make more. `show` opens one in a frame, as `who`."""
        who, show = query.get("who", "learner-7f3a"), query.get("show")
        frame = f'<iframe name="tool" title="Tool" width="1000" height="700" src="/begin?{urlencode({"who": who, "show": show})}"></iframe>'
        links = "".join(
            f'<li><a href="/?{urlencode({"who": who, "show": n})}">{html.escape(link["title"])}</a></li>'
            for n, link in enumerate(self.school.links)
        )
        page = f'<!doctype html><html lang="en"><title>Course</title><h1>Course</h1><ul>{links}</ul>{frame if show else ""}'
        return 200, "text/html", f"{page}<script>{STORAGE}</script>"

    def on_begin(self, rest, query, sent):
        """Begin a login of the tool."""
        link = self.link(query["show"])
        asked = {
            "iss": self.school.address,
            "client_id": self.school.client,
            "login_hint": query["who"],
            "lti_message_hint": query["show"],
            "lti_deployment_id": DEPLOYMENT,
            "target_link_uri": link.get("url") or self.school.tool["launch"],
        }
        if self.school.orders["storage"]:
            asked["lti_storage_target"] = "_parent"
        return 302, "text/html", f"{self.school.tool['login']}?{urlencode(asked)}"

    def link(self, show):
        """The link of that number; 'pick' is the making of new ones."""
        return {} if show == "pick" else self.school.links[int(show)]

    def on_auth(self, rest, query, sent):
        """Say who somebody is."""
        launch = Launch(Asked({"get_data": query, "form_data": {}, "method": "GET"}), Platform(school=self.school))
        launch.set_user_data(
            query["login_hint"],
            PEOPLE[query["login_hint"]],
            full_name="Ada Learner",
            email_address="ada@school.example",
        )
        launch.set_launch_presentation_claim("iframe", f"{self.school.address}/back")
        copied = "-copy" if self.school.orders["copied"] else ""
        launch.set_launch_context_claim(f"context-1{copied}", context_title="Public management")
        show = query["lti_message_hint"]
        if show == "pick":
            launch.set_dl(f"{self.school.address}/return", extra_data={"token": "echo"})
            return 200, "text/html", launch.lti_launch()
        link = self.link(show)
        launch.set_launch_url(link["url"])
        launch.set_resource_link_claim(f"link-{show}{copied}", title=link["title"])
        launch.set_custom_parameters_claim(self.substituted(link, show))
        if "lineItem" in link:
            base = f"{self.school.address}/lineitems"
            launch.set_ags(base, f"{base}/{show}", allow_creating_lineitems=False, results_service_enabled=False)
        return 200, "text/html", launch.lti_launch()

    def substituted(self, link, show):
        """The custom parameters of a link. A copy has lost its own, and knows what it was copied from."""
        if not self.school.orders["copied"]:
            return link.get("custom", {})
        asked = self.school.registered[-1]["https://purl.imsglobal.org/spec/lti-tool-configuration"][
            "custom_parameters"
        ]
        known = {"$ResourceLink.id.history": f"link-{show}", "$Context.id.history": "context-1"}
        return {name: known.get(value, value) for name, value in asked.items()}

    def on_jwks(self, rest, query, sent):
        """The keys that are published."""
        return 200, "application/json", {"keys": [Registration.get_jwk(pem(self.school.key))]}

    def on_return(self, rest, query, sent):
        """Take deep links."""
        items = Platform(school=self.school).validate_deeplinking_resp(sent)
        for item in items:
            if "lineItem" in item:
                self.school.lineitems[str(len(self.school.links))] = item["lineItem"]
            self.school.links.append(item)
        return 200, "text/html", f'<!doctype html><html lang="en"><title>Taken</title><h1>{len(items)} taken</h1>'

    def on_token(self, rest, query, sent):
        """Hand out a token."""
        if not self.school.orders["tokens"]:
            return 503, "text/plain", "Down for the night."
        return 200, "application/json", Platform(school=self.school).get_access_token(sent)

    def on_lineitems(self, rest, query, sent):
        """The grade service."""
        line, _slash, _scores = rest.partition("/")
        asked = {"method": self.command, "json": sent, "headers": self.headers, "get_data": query, "form_data": {}}
        base = f"{self.school.address}/lineitems"
        grades = Grades(Asked(asked), Platform(school=self.school), base, f"{base}/{line}", False, False)
        grades.school = self.school
        found = grades.handle_update_score(line)
        return found.code, found.media_type, found.result or {}

    def on_configuration(self, rest, query, sent):
        """What a tool needs to know to register."""
        here = self.school.address
        return (
            200,
            "application/json",
            {
                "issuer": here,
                "authorization_endpoint": f"{here}/auth",
                "token_endpoint": f"{here}/token",
                "jwks_uri": f"{here}/jwks",
                "registration_endpoint": f"{here}/register",
                "scopes_supported": ["openid", "https://purl.imsglobal.org/spec/lti-ags/scope/score"],
                "https://purl.imsglobal.org/spec/lti-platform-configuration": {
                    "product_family_code": "school",
                    "version": "1",
                    "messages_supported": [{"type": "LtiResourceLinkRequest"}, {"type": "LtiDeepLinkingRequest"}],
                },
            },
        )

    def on_register(self, rest, query, sent):
        """Register a tool."""
        if self.headers.get("Authorization") != "Bearer one-time":
            return 401, "application/json", {"error": "invalid_token"}
        self.school.registered.append(sent)
        self.school.client = f"client-{len(self.school.registered)}"
        self.school.tool = {
            "launch": sent["redirect_uris"][0],
            "login": sent["initiate_login_uri"],
            "jwks": sent["jwks_uri"],
        }
        tool = sent["https://purl.imsglobal.org/spec/lti-tool-configuration"] | {"deployment_id": DEPLOYMENT}
        return (
            200,
            "application/json",
            {**sent, "client_id": self.school.client, "https://purl.imsglobal.org/spec/lti-tool-configuration": tool},
        )

    def on_made(self, rest, query, sent):
        """What tests ask, and order."""
        if rest == "order":
            self.school.orders |= sent
        elif rest == "link":
            self.school.links.append(sent)
        elif rest == "tool":
            self.school.client, self.school.tool, self.school.keys = sent["client"], sent["tool"], sent["keys"]
        elif rest == "new-key":
            self.school.key = new_key()
        return 200, "application/json", self.school.known()


def main(port: int) -> None:
    """Serve."""
    Handler.school = School(f"http://localhost:{port}")
    ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]))

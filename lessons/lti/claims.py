"""What a learning platform says in a launch, read so that nothing it may send breaks us."""

from collections.abc import Mapping
from urllib.parse import urlsplit

LTI = "https://purl.imsglobal.org/spec/lti/claim/"
DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/"
GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership#"

TEACHING = {f"{MEMBERSHIP}{role}" for role in ("Instructor", "Administrator", "ContentDeveloper", "Mentor")}

LONGEST = 255


def text(value: object, longest: int = LONGEST) -> str:
    """The value where it is a text that a database holds, else ''."""
    fits = isinstance(value, str) and len(value) <= longest and "\x00" not in value
    return value if fits else ""


def mapping(claims: Mapping, name: str) -> Mapping:
    """The claim where it holds names and values, else an empty one."""
    found = claims.get(name)
    return found if isinstance(found, dict) else {}


def audiences(claims: Mapping) -> list[str]:
    """Whom the token is for."""
    found = claims.get("aud")
    return [part for part in (found if isinstance(found, list) else [found]) if text(part)]


def client_of(claims: Mapping) -> str:
    """Which of its audiences we are: the only one, or the one that it names as authorised."""
    found = audiences(claims)
    if len(found) == 1:
        return found[0]
    return azp if (azp := text(claims.get("azp"))) in found else ""


def custom(claims: Mapping, name: str, longest: int = LONGEST) -> str:
    """A custom parameter; '' where the platform has not filled in what it was asked for."""
    found = text(mapping(claims, f"{LTI}custom").get(name), longest)
    return "" if found.startswith("$") else found


def history(claims: Mapping, name: str) -> list[str]:
    """The earlier names of a link or a context, the nearest first."""
    return [part.strip() for part in custom(claims, name, 4000).split(",") if text(part.strip())][:50]


def lineitem(claims: Mapping) -> str:
    """Where the platform takes the completion of this person, or '': it takes none, or the person is one who teaches."""
    endpoint = mapping(claims, GRADES)
    scopes = endpoint.get("scope")
    if not isinstance(scopes, list) or SCORE not in scopes or teaches(claims):
        return ""
    return web_address(endpoint.get("lineitem"))


def teaches(claims: Mapping) -> bool:
    """Whether the platform says that the person teaches there, and does not learn."""
    roles = claims.get(f"{LTI}roles")
    roles = {role for role in roles if isinstance(role, str)} if isinstance(roles, list) else set()
    return bool(roles & TEACHING) and f"{MEMBERSHIP}Learner" not in roles


def web_address(value: object) -> str:
    """The value where it is an address of the web, else ''."""
    found = text(value, 1000)
    return found if origin(found) else ""


def origin(address: str) -> str:
    """Scheme, host and port of an address of the web, as a policy of the browser may name it; else ''."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    plain = host and all((letter.isalnum() and letter.isascii()) or letter in "-." for letter in host)
    return f"{parts.scheme}://{host}{port}" if parts.scheme in {"http", "https"} and plain else ""


def origins(registration, claims: Mapping) -> list[str]:
    """The sites of the platform: those of its registration, and those that it names in a launch that it has signed."""
    presentation, settings = (
        mapping(claims, f"{LTI}launch_presentation"),
        mapping(claims, f"{DEEP_LINKING}deep_linking_settings"),
    )
    named = [
        *(registration.issuer, registration.auth_url),
        *(presentation.get("return_url"), settings.get("deep_link_return_url")),
        *(mapping(claims, GRADES).get("lineitems"), mapping(claims, f"{LTI}tool_platform").get("url")),
    ]
    return list(dict.fromkeys(found for address in named if (found := origin(text(address, 2000)))))

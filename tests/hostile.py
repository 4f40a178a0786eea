"""Addresses that nobody would write by hand, the same for the same seed."""

import random
from urllib.parse import quote

from cases.facets import FACETS

OWN = ("story", "swap", "my-body", "my-country", "my-size", "my-mandate")
KNOWN = ("q", "sort", "page", "find", "element", "weight", "lens", *OWN, *(facet.key for facet in FACETS))
STRANGE = (
    "",
    "colour",
    "q[]",
    "result[0][1]",
    "__proto__",
    "q.q",
    "%00",
    "%ff%fe",
    "%c0%ae",
    "%F0%9F%97%91",
    "%",
    "%zz",
    "<script>",
    "*",
    "a" * 300,
)
TEXTS = (
    "",
    "failed",
    "political-community",
    "-1",
    "0",
    "999999999999999999999999",
    "1e9",
    "NaN",
    "٣",
    "²",
    "../../etc/passwd",
    "' OR 1=1 --",
    '"',
    '""""""',
    '"a b',
    "“",
    "-",
    "--",
    '-"',
    "title:(a OR b)^2~*",
    "{!lucene}",
    "[* TO *]",
    "a\\",
    "/.*/",
    "%s%n%d",
    "{{7*7}}",
    "{% debug %}",
    "\r\nSet-Cookie: a=b",
    "\x1f",
    "\x1e",
    "\x01\x02",
    "\ufffe\uffff",
    "\u202e\u2066abc",
    "e\u0301" * 60,
    "\ud83d\udc4d".encode("utf-16", "surrogatepass").decode("utf-16"),
    "ﬃ ß İ ı ſ",
    "你好 世界",
    "שלום عالم",
    "a" * 5000,
    "a " * 3000,
    "-a " * 200,
    '"a b c d e f g h i j k l m n o p" ' * 8,
)
ENCODED = ("%00", "%ff", "%c3%28", "%ed%a0%80", "%e2%82", "%2500", "+", "%26%3D", "%", "%u0041")


def hostile_queries(seed: int, many: int) -> list[str]:
    """Query strings: unknown and known parameters, repeated, empty, huge, binary and badly encoded."""
    chance = random.Random(seed)
    return ["&".join(_pair(chance) for _ in range(chance.choice((1, 1, 2, 3, 5, 12)))) for _ in range(many)]


def _pair(chance: random.Random) -> str:
    key = quote(chance.choice(KNOWN)) if chance.random() < 0.8 else chance.choice(STRANGE)
    kind = chance.random()
    if kind < 0.1:
        return key
    if kind < 0.3:
        return f"{key}={''.join(chance.choice(ENCODED) for _ in range(chance.randint(1, 4)))}"
    if kind < 0.5:
        return f"{key}={quote(bytes(chance.randrange(256) for _ in range(chance.randint(1, 30))))}"
    if kind < 0.6:
        return f"{key}={quote(''.join(chr(chance.randrange(1, 0xD800)) for _ in range(chance.randint(1, 40))))}"
    return f"{key}={quote(chance.choice(TEXTS))}"


def hostile_slugs(seed: int, many: int) -> list[str]:
    """What may stand where a slug stands: too long, foreign, encoded, climbing out."""
    chance = random.Random(seed)
    fixed = [
        "no-such-record",
        "a" * 2000,
        "..",
        "%2e%2e",
        "%00",
        "-",
        "_",
        "0",
        "index.php",
        "%ff",
        "caf%C3%A9",
        "a%2Fb",
    ]
    letters = "abc-_019%.~+ @:;,"
    return fixed + ["".join(chance.choice(letters) for _ in range(chance.randint(1, 90))) for _ in range(many)]

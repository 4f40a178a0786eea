"""An authenticator app, after RFC 6238, written here so that the library's own reckoning is not what checks it."""

import base64
import hmac
import struct
import time


def code_of(key: str, at: float | None = None) -> str:
    """The six figures that an app with this key shows now, or at that moment."""
    step = struct.pack(">Q", int(time.time() if at is None else at) // 30)
    digest = hmac.new(base64.b32decode(key), step, "sha1").digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place : place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"

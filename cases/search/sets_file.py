"""
The sets of stories as a file beside the index, so that a new process need not put them together.

The file is written before the index is committed with its name, and never changed. What has happened since is applied when it is read.
"""

import json
import os
import struct
import zlib
from array import array
from pathlib import Path

from cases.search.sets import Held, StorySets, compact

HEAD = struct.Struct("<8sIII")
MAGIC = b"CASESET1"


def file_of(folder: Path, name: str) -> Path:
    """Where the sets of the generation of that name are."""
    return folder / f"sets-{name}.bin"


def write_sets(file: Path, sets: StorySets) -> None:
    """Write the file, whole or not at all."""
    parts, directory, position = [], {}, 0
    for key, found in {"": {"": Held("", 0, sets.everyone)}, **sets.facets}.items():
        directory[key] = []
        for value, held in found.items():
            stories = compact(held.stories, sets.places)
            many = isinstance(stories, int)
            raw = stories.to_bytes((stories.bit_length() + 7) // 8, "little") if many else stories.tobytes()
            directory[key].append([value, held.label, held.total, int(many), position, len(raw)])
            parts.append(raw)
            position += len(raw)
    head = json.dumps({"places": sets.places, "facets": directory}, ensure_ascii=False, separators=(",", ":")).encode()
    body = b"".join(parts)
    waiting = file.with_suffix(f".{os.getpid()}")
    waiting.write_bytes(HEAD.pack(MAGIC, zlib.crc32(body, zlib.crc32(head)), len(head), len(body)) + head + body)
    waiting.replace(file)


def read_sets(file: Path) -> StorySets:
    """The sets in the file; OSError where it is not there or not whole."""
    raw = file.read_bytes()
    if len(raw) < HEAD.size:
        raise OSError(f"{file} has been cut off.")
    magic, checksum, head_length, body_length = HEAD.unpack_from(raw)
    start = HEAD.size + head_length
    if magic != MAGIC or len(raw) != start + body_length or zlib.crc32(memoryview(raw)[HEAD.size :]) != checksum:
        raise OSError(f"{file} does not hold what was written.")
    head = json.loads(raw[HEAD.size : start])
    facets = {
        key: {
            value: Held(label, total, _stories(raw[start + at : start + at + length], many))
            for value, label, total, many, at, length in rows
        }
        for key, rows in head["facets"].items()
    }
    everyone = facets.pop("")[""].stories
    return StorySets(facets, everyone, head["places"])


def _stories(raw: bytes, many: int) -> int | array:
    return int.from_bytes(raw, "little") if many else array("I", raw)

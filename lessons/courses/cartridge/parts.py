"""What a package is made of: its files, its resources, and the tree in which a platform shows them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a package, so that the same course gives the same bytes."""


@dataclass(frozen=True)
class Resource:
    """Something that a platform can open: its type, and its files by their path in the package, the one to open first."""

    identifier: str
    type: str
    files: dict[str, bytes]
    needs: tuple[str, ...] = ()
    """The identifiers of other resources whose files it uses."""
    opened: bool = True
    """Whether its first file is what is opened; a web link and a topic are opened by what stands in them."""


@dataclass
class Entry:
    """A line of the tree: a title with what it opens, or with further lines."""

    identifier: str
    title: str
    resource: Resource | None = None
    entries: list[Entry] = field(default_factory=list)


def zipped(files: dict[str, bytes]) -> bytes:
    """The files as one archive."""
    found = BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            told = zipfile.ZipInfo(path, OLDEST)
            told.compress_type, told.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(told, content)
    return found.getvalue()


def files_of(resources: Iterable[Resource]) -> dict[str, bytes]:
    """All files of the resources, by path."""
    return {path: content for resource in resources for path, content in resource.files.items()}

"""Reading the packages that platforms get: as their readers do, and no further."""

import posixpath
import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

CC = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
NAMES = {
    "cc": CC,
    "cp": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "lom": "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest",
    "wl": "http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3",
    "dt": "http://www.imsglobal.org/xsd/imsccv1p3/imsdt_v1p3",
    "blti": "http://www.imsglobal.org/xsd/imsbasiclti_v1p0",
    "q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2",
    "qti": "http://www.imsglobal.org/xsd/imsqti_v2p1",
}
NCNAME = re.compile(r"[A-Za-z_][\w.-]*")


@dataclass
class Package:
    """The files of a package, and its manifest."""

    files: dict[str, bytes]

    @classmethod
    def of(cls, content: bytes) -> "Package":
        """The package of that archive, whose names are all plain paths inside it."""
        archive = ZipFile(BytesIO(content))
        assert archive.testzip() is None
        return cls({name: archive.read(name) for name in archive.namelist()})

    @property
    def manifest(self):
        """The root of the manifest."""
        return etree.fromstring(self.files["imsmanifest.xml"])

    def all(self, path: str, file: str = "imsmanifest.xml") -> list:
        """What stands at the path in a file."""
        return etree.fromstring(self.files[file]).xpath(path, namespaces=NAMES)

    def resources(self, start: str) -> list[str]:
        """The first file of each resource of a type, in order."""
        return [
            found.xpath("string(*[local-name()='file']/@href)")
            for found in self.all("//*[local-name()='resource']")
            if found.get("type").startswith(start)
        ]

    def problems(self) -> list[str]:
        """What a reader of packages would stumble over."""
        return [*self._of_files(), *self._of_identifiers(), *self._of_tree()]

    def _of_files(self):
        listed = self.all("//*[local-name()='file']/@href")
        yield from (f"{name} stands in no resource" for name in set(self.files) - set(listed) - {"imsmanifest.xml"})
        yield from (f"{name} is not in the package" for name in listed if name not in self.files)
        yield from (f"{name} is no path inside" for name in self.files if posixpath.normpath(f"/{name}") != f"/{name}")
        yield from (f"{name} stands twice" for name in listed if listed.count(name) > 1)
        for name in (name for name in self.files if name.endswith((".xml", ".svg"))):
            if not self.files[name].startswith(b"<?xml version='1.0' encoding='UTF-8'?>"):
                yield f"{name} does not say that it is UTF-8"
            etree.fromstring(self.files[name])
        yield from (f"{name} is no UTF-8" for name, text in self.files.items() if "\ufffd" in text.decode())

    def _of_identifiers(self):
        names = self.all("//@identifier")
        yield from (f"{name} is no identifier" for name in names if not NCNAME.fullmatch(name))
        yield from (f"{name} is used twice" for name in names if names.count(name) > 1)
        known = set(self.all("//*[local-name()='resource']/@identifier"))
        referred = self.all("//@identifierref")
        yield from (f"{name} leads nowhere" for name in referred if name not in known)
        yield from (f"{name} is reached from nowhere" for name in known - set(referred) - {"test"})

    def _of_tree(self):
        for item in self.all("//cc:item[@identifierref]"):
            if len(item) != 1 or not item.findtext(f"{{{CC}}}title"):
                yield f"{item.get('identifier')} opens something and has more than a title"

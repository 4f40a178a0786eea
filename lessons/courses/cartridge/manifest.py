"""The manifest of a Common Cartridge 1.3: what the course is, the tree of its sessions, and every file."""

from collections.abc import Iterable

from lxml import etree

from lessons.courses.cartridge.parts import Entry, Resource
from lessons.courses.cartridge.xml import Maker, written
from lessons.models import Course

PROFILE = "http://www.imsglobal.org/profile/cc/ccv1p3"
MAKE = Maker(
    "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1",
    f"{PROFILE}/ccv1p3_imscp_v1p2_v1p0.xsd "
    f"http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest {PROFILE}/LOM/ccv1p3_lommanifest_v1p0.xsd",
    lom="http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest",
)
DEEDS = {
    "cc-by-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "cc-by-sa-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "cc-by-nc-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "cc0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
"""Where each licence stands."""


def manifest(course: Course, entries: Iterable[Entry], resources: Iterable[Resource]) -> bytes:
    """The file imsmanifest.xml."""
    root = MAKE.root("manifest", identifier=f"casebook-{course.slug}")
    _about(root, course)
    organization = MAKE.add(
        MAKE.add(root, "organizations"), "organization", identifier="course", structure="rooted-hierarchy"
    )
    top = MAKE.add(organization, "item", identifier="root")
    for entry in entries:
        _entry(top, entry)
    listed = MAKE.add(root, "resources")
    for resource in resources:
        _resource(listed, resource)
    return written(root)


def _about(root: etree._Element, course: Course) -> None:
    """Title, language, summary, who made it, and what may be done with it."""
    about = MAKE.add(root, "metadata")
    MAKE.add(about, "schema", "IMS Common Cartridge")
    MAKE.add(about, "schemaversion", "1.3.0")
    lom = MAKE.add(about, "lom:lom")
    general = MAKE.add(lom, "lom:general")
    _string(general, "title", course.title, course.language)
    MAKE.add(general, "lom:language", course.language)
    if course.summary:
        _string(general, "description", course.summary, course.language)
    made = MAKE.add(MAKE.add(lom, "lom:lifeCycle"), "lom:contribute")
    MAKE.add(MAKE.add(made, "lom:role"), "lom:value", "author")
    MAKE.add(made, "lom:entity", f"BEGIN:VCARD\nVERSION:3.0\nFN:{course.by}\nN:{course.by};;;;\nEND:VCARD")
    MAKE.add(MAKE.add(made, "lom:date"), "lom:dateTime", course.changed_at.date().isoformat())
    rights = MAKE.add(lom, "lom:rights")
    MAKE.add(MAKE.add(rights, "lom:copyrightAndOtherRestrictions"), "lom:value", "yes")
    credit = f" {course.credit}." if course.credit else ""
    licence = f"{course.by}: {course.get_licence_display()}, {DEEDS[course.licence]}.{credit}"
    _string(rights, "description", licence, course.language)


def _string(parent: etree._Element, tag: str, text: str, language: str) -> None:
    MAKE.add(MAKE.add(parent, f"lom:{tag}"), "lom:string", text, language=language)


def _entry(parent: etree._Element, entry: Entry) -> None:
    opens = {"identifierref": entry.resource.identifier} if entry.resource else {}
    found = MAKE.add(parent, "item", identifier=entry.identifier, **opens)
    MAKE.add(found, "title", entry.title)
    for below in entry.entries:
        _entry(found, below)


def _resource(listed: etree._Element, resource: Resource) -> None:
    path = next(iter(resource.files))
    opened = {"href": path} if resource.opened else {}
    found = MAKE.add(listed, "resource", identifier=resource.identifier, type=resource.type, **opened)
    for path in resource.files:
        MAKE.add(found, "file", href=path)
    for identifier in resource.needs:
        MAKE.add(found, "dependency", identifierref=identifier)

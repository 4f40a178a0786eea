"""Small help with XML: elements by short names, in the order in which they are written down."""

from lxml import etree

XSI = "http://www.w3.org/2001/XMLSchema-instance"
FORBIDDEN = dict.fromkeys(code for code in range(32) if chr(code) not in "\t\n\r")
"""Control characters that XML cannot hold."""


class Maker:
    """Makes elements of one namespace, and of others by their prefix: maker("lom:title")."""

    def __init__(self, namespace: str, schema: str = "", **others: str):
        self.names = {None: namespace, "xsi": XSI, **others}
        self.schema = f"{namespace} {schema}" if schema else ""

    def root(self, tag: str, **attributes: str) -> etree._Element:
        """The outermost element, with the namespaces."""
        found = etree.Element(self._tag(tag), {}, nsmap=self.names)
        if self.schema:
            found.set(f"{{{XSI}}}schemaLocation", self.schema)
        return _with(found, attributes)

    def add(self, parent: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
        """A further element inside another."""
        found = _with(etree.SubElement(parent, self._tag(tag)), attributes)
        if text:
            found.text = clean(text)
        return found

    def _tag(self, tag: str) -> str:
        prefix, colon, name = tag.rpartition(":")
        return f"{{{self.names[prefix if colon else None]}}}{name}"


def _with(element: etree._Element, attributes: dict[str, str]) -> etree._Element:
    for name, value in attributes.items():
        element.set(name.rstrip("_"), clean(str(value)))
    return element


def clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return str(text).translate(FORBIDDEN)


def written(root: etree._Element) -> bytes:
    """The file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)

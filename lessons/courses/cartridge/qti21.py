"""The questions of a course alone, as a package of QTI 2.1: one file a question, and a test with a section for each session."""

from lxml import etree

from lessons.choices import TEST_KINDS, ItemKind
from lessons.courses.cartridge.pages import topic_html
from lessons.courses.cartridge.parts import zipped
from lessons.courses.cartridge.qti12 import answer_html
from lessons.courses.cartridge.xml import Maker, written
from lessons.models import Course, Item
from lessons.options import options_of, several_right

QTI = Maker("http://www.imsglobal.org/xsd/imsqti_v2p1", "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1p2.xsd")
PACKAGE = Maker(
    "http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"
)
MATCH = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
RESPONSE = "RESPONSE"


def questions_zip(course: Course) -> bytes:
    """The package."""
    sessions = {
        f"s{place}": (session, [item for item in session.items.all() if item.kind in TEST_KINDS])
        for place, session in enumerate(course.sessions.all(), 1)
    }
    named = {
        place: (session.title, {f"{place}q{number}": item for number, item in enumerate(items, 1)})
        for place, (session, items) in sessions.items()
        if items
    }
    items = {name: item for _title, rows in named.values() for name, item in rows.items()}
    files = {f"items/{name}.xml": _item(name, item, course.language) for name, item in items.items()}
    test = {"test.xml": _test(course, named)} if items else {}
    return zipped({"imsmanifest.xml": _manifest(course, items), **test, **files})


def _manifest(course: Course, items: dict[str, Item]) -> bytes:
    root = PACKAGE.root("manifest", identifier=f"casebook-{course.slug}-questions")
    about = PACKAGE.add(root, "metadata")
    PACKAGE.add(about, "schema", "QTIv2.1 Package")
    PACKAGE.add(about, "schemaversion", "1.0.0")
    PACKAGE.add(root, "organizations")
    resources = PACKAGE.add(root, "resources")
    if items:
        test = PACKAGE.add(resources, "resource", identifier="test", type="imsqti_test_xmlv2p1", href="test.xml")
        PACKAGE.add(test, "file", href="test.xml")
        for name in items:
            PACKAGE.add(test, "dependency", identifierref=name)
    for name in items:
        path = f"items/{name}.xml"
        found = PACKAGE.add(resources, "resource", identifier=name, type="imsqti_item_xmlv2p1", href=path)
        PACKAGE.add(found, "file", href=path)
    return written(root)


def _test(course: Course, named: dict[str, tuple[str, dict[str, Item]]]) -> bytes:
    root = QTI.root("assessmentTest", identifier="test", title=course.title)
    part = QTI.add(root, "testPart", identifier="all", navigationMode="nonlinear", submissionMode="individual")
    for place, (title, rows) in named.items():
        section = QTI.add(part, "assessmentSection", identifier=place, title=title, visible="true")
        for name in rows:
            QTI.add(section, "assessmentItemRef", identifier=name, href=f"items/{name}.xml")
    return written(root)


def _item(name: str, item: Item, language: str) -> bytes:
    title = " ".join(item.text.split())[:120]
    root = QTI.root("assessmentItem", identifier=name, title=title, adaptive="false", timeDependent="false")
    root.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    (_essay if item.kind == ItemKind.OPEN else _choice)(root, item)
    return written(root)


def _declare(root: etree._Element, cardinality: str, kind: str, right: list[str]) -> None:
    response = QTI.add(root, "responseDeclaration", identifier=RESPONSE, cardinality=cardinality, baseType=kind)
    if right:
        correct = QTI.add(response, "correctResponse")
        for key in right:
            QTI.add(correct, "value", key)
    score = QTI.add(root, "outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float")
    QTI.add(QTI.add(score, "defaultValue"), "value", "0")


def _choice(root: etree._Element, item: Item) -> None:
    options = options_of(item.options)
    several = several_right(options)
    keys = [option.key for option in options if option.right]
    _declare(root, "multiple" if several else "single", "identifier", keys)
    QTI.add(root, "outcomeDeclaration", identifier="SAID", cardinality="single", baseType="identifier")
    body = QTI.add(root, "itemBody")
    _html(body, topic_html(item))
    most = "0" if several else "1"
    interaction = QTI.add(body, "choiceInteraction", responseIdentifier=RESPONSE, shuffle="false", maxChoices=most)
    for option in options:
        choice = QTI.add(interaction, "simpleChoice", option.text, identifier=option.key)
        if option.feedback:
            inline = {"outcomeIdentifier": RESPONSE, "identifier": option.key, "showHide": "show"}
            QTI.add(choice, "feedbackInline", option.feedback, **inline)
    _score(root, bool(item.answer))
    if item.answer:
        told = QTI.add(root, "modalFeedback", outcomeIdentifier="SAID", identifier="all", showHide="show")
        _html(told, answer_html(item.answer))


def _score(root: etree._Element, says: bool) -> None:
    """One point for what is right; and what is said to everybody."""
    if not says:
        QTI.add(root, "responseProcessing", template=MATCH)
        return
    processing = QTI.add(root, "responseProcessing")
    condition = QTI.add(QTI.add(processing, "responseCondition"), "responseIf")
    match = QTI.add(condition, "match")
    QTI.add(match, "variable", identifier=RESPONSE)
    QTI.add(match, "correct", identifier=RESPONSE)
    score = QTI.add(condition, "setOutcomeValue", identifier="SCORE")
    QTI.add(score, "baseValue", "1", baseType="float")
    said = QTI.add(processing, "setOutcomeValue", identifier="SAID")
    QTI.add(said, "baseValue", "all", baseType="identifier")


def _essay(root: etree._Element, item: Item) -> None:
    """A field to write in; the model answer is for whoever marks."""
    _declare(root, "single", "string", [])
    body = QTI.add(root, "itemBody")
    if item.answer:
        _html(QTI.add(body, "rubricBlock", view="scorer tutor"), answer_html(item.answer))
    _html(body, topic_html(item))
    QTI.add(body, "extendedTextInteraction", responseIdentifier=RESPONSE, expectedLines="8")


def _html(parent: etree._Element, html: str) -> None:
    """The paragraphs, lists and quotations of a text, as elements of the format; it has the same names for them."""
    for element in etree.fromstring(f"<div>{html}</div>"):
        for one in element.iter():
            one.tag = f"{{{QTI.names[None]}}}{one.tag}"
            for name in set(one.attrib) - {"href"}:
                del one.attrib[name]
        parent.append(element)

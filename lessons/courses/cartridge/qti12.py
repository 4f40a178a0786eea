"""Questions as QTI 1.2, in the profile of the Common Cartridge."""

from collections.abc import Sequence

from lxml import etree

from lessons.choices import ItemKind
from lessons.courses.cartridge.pages import topic_html
from lessons.courses.cartridge.xml import Maker, written
from lessons.models import Item
from lessons.options import Option, options_of, several_right

TYPE = "imsqti_xmlv1p2/imscc_xmlv1p3/assessment"
MAKE = Maker(
    "http://www.imsglobal.org/xsd/ims_qtiasiv1p2",
    "http://www.imsglobal.org/profile/cc/ccv1p3/ccv1p3_qtiasiv1p2p1_v1p0.xsd",
)


def assessment(identifier: str, title: str, items: Sequence[Item], models: bool = True) -> bytes:
    """The questions as one assessment, in their order; with or without the model answers of open ones."""
    root = MAKE.root("questestinterop")
    found = MAKE.add(root, "assessment", ident=identifier, title=title)
    _told(
        found,
        "qtimetadata",
        {"cc_profile": "cc.exam.v0p1", "qmd_assessmenttype": "Examination", "cc_maxattempts": "unlimited"},
    )
    section = MAKE.add(found, "section", ident="root_section")
    for place, item in enumerate(items, 1):
        _item(section, f"{identifier}-q{place}", item, models)
    return written(root)


def profile_of(item: Item) -> str:
    """What kind of question it is, in the words of the profile."""
    if item.kind == ItemKind.OPEN:
        return "cc.essay.v0p1"
    return f"cc.multiple_{'response' if several_right(options_of(item.options)) else 'choice'}.v0p1"


def _told(parent: etree._Element, tag: str, fields: dict[str, str]) -> None:
    """Labels and entries about the question."""
    data = MAKE.add(parent, tag)
    for label, entry in fields.items():
        one = MAKE.add(data, "qtimetadatafield")
        MAKE.add(one, "fieldlabel", label)
        MAKE.add(one, "fieldentry", entry)


def _item(section: etree._Element, identifier: str, item: Item, models: bool) -> None:
    name = " ".join(item.text.split())
    found = MAKE.add(section, "item", ident=identifier, title=name if len(name) <= 80 else f"{name[:79]}…")
    fields = {"cc_profile": profile_of(item)}
    if item.kind == ItemKind.OPEN:
        fields |= {"qmd_computerscored": "No"}
    _told(MAKE.add(found, "itemmetadata"), "qtimetadata", fields)
    presentation = MAKE.add(found, "presentation")
    _words(presentation, topic_html(item))
    if item.kind == ItemKind.OPEN:
        _essay(found, presentation, item.answer if models else "")
    else:
        _choice(found, presentation, item)


def _words(parent: etree._Element, html: str, kind: str = "text/html") -> None:
    MAKE.add(MAKE.add(parent, "material"), "mattext", html.strip(), texttype=kind)


def _essay(found: etree._Element, presentation: etree._Element, model: str) -> None:
    """A field to write in, and the model answer, which a platform shows to whoever marks, or afterwards, or to everybody."""
    response = MAKE.add(presentation, "response_str", ident=_response(found), rcardinality="Single")
    MAKE.add(MAKE.add(response, "render_fib"), "response_label", ident="answer1", rshuffle="No")
    if model:
        scoring = MAKE.add(found, "resprocessing")
        MAKE.add(
            MAKE.add(scoring, "outcomes"), "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal"
        )
        condition = _condition(scoring, "No")
        MAKE.add(MAKE.add(condition, "conditionvar"), "other")
        _shows(condition, "solution", "Solution")
        feedback = MAKE.add(found, "itemfeedback", ident="solution")
        material = MAKE.add(MAKE.add(feedback, "solution"), "solutionmaterial")
        _words(MAKE.add(material, "flow_mat"), answer_html(model))


def answer_html(answer: str) -> str:
    """What is said afterwards, or the model answer."""
    return topic_html(Item(text=answer))


def _choice(found: etree._Element, presentation: etree._Element, item: Item) -> None:
    """The answers; what is said to each that is chosen, and to everybody; and which are right."""
    options = options_of(item.options)
    several = "Multiple" if several_right(options) else "Single"
    response = MAKE.add(presentation, "response_lid", ident=_response(found), rcardinality=several)
    choices = MAKE.add(response, "render_choice")
    for option in options:
        _words(MAKE.add(choices, "response_label", ident=option.key), option.text, "text/plain")
    scoring = MAKE.add(found, "resprocessing")
    MAKE.add(MAKE.add(scoring, "outcomes"), "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    _right(scoring, item, _response(found))
    for option in (option for option in options if option.feedback):
        condition = _condition(scoring, "Yes")
        _equals(MAKE.add(condition, "conditionvar"), _response(found), option)
        _shows(condition, f"{option.key}_fb")
    if item.answer:
        condition = _condition(scoring, "Yes")
        MAKE.add(MAKE.add(condition, "conditionvar"), "other")
        _shows(condition, "general_fb")
    told = {f"{option.key}_fb": option.feedback for option in options if option.feedback}
    for name, text in told.items():
        _feedback(found, name, text, "text/plain")
    if item.answer:
        _feedback(found, "general_fb", answer_html(item.answer))


def _condition(scoring: etree._Element, goes_on: str) -> etree._Element:
    found = MAKE.add(scoring, "respcondition")
    found.set("continue", goes_on)
    return found


def _response(found: etree._Element) -> str:
    """The name of what people answer: one of its own for each question."""
    return f"{found.get('ident')}-response"


def _equals(parent: etree._Element, response: str, option: Option) -> None:
    MAKE.add(parent, "varequal", option.key, respident=response)


def _right(scoring: etree._Element, item: Item, response: str) -> None:
    """
    The one that is right; where several are, all of them and no other. It is tested first, and says itself what is said to the right
    answers: readers of the format take whatever is tested before it for right, too.
    """
    options = options_of(item.options)
    right = [option for option in options if option.right]
    condition = _condition(scoring, "No")
    variable = MAKE.add(condition, "conditionvar")
    if several_right(options):
        variable = MAKE.add(variable, "and")
        for option in options:
            _equals(variable if option.right else MAKE.add(variable, "not"), response, option)
    else:
        _equals(variable, response, right[0])
    MAKE.add(condition, "setvar", "100", action="Set", varname="SCORE")
    for option in right:
        if option.feedback:
            _shows(condition, f"{option.key}_fb")
    if item.answer:
        _shows(condition, "general_fb")


def _shows(condition: etree._Element, name: str, kind: str = "Response") -> None:
    MAKE.add(condition, "displayfeedback", feedbacktype=kind, linkrefid=name)


def _feedback(found: etree._Element, name: str, text: str, kind: str = "text/html") -> None:
    _words(MAKE.add(MAKE.add(found, "itemfeedback", ident=name), "flow_mat"), text, kind)

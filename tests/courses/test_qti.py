"""Questions for platforms: QTI 1.2 in the profile of the Common Cartridge, and QTI 2.1 alone."""

import pytest

from lessons.options import Option
from tests.courses.packages import Package
from tests.factories import CourseFactory

pytestmark = pytest.mark.django_db

A, B, C = (Option(text).key for text in ("Ask <them>", "Wait", "Both"))


def options(*right):
    """Three answers, those at the places right, two with something said."""
    told = [("Ask <them>", "They know & tell."), ("Wait", "Too late."), ("Both", "")]
    return [
        {"text": text, "right": place in right, **({"feedback": said} if said else {})}
        for place, (text, said) in enumerate(told)
    ]


@pytest.fixture
def course():
    """One of each question."""
    return CourseFactory(
        slug="asks",
        items=[
            {"kind": "choice", "text": "Which?", "options": options(0), "answer": "Ask *first*."},
            {"kind": "choice", "text": "Which ones?", "options": options(0, 2), "for_participants": "In pairs."},
            {"kind": "open", "text": "And then?", "answer": "- On Monday\n- or on Tuesday"},
            {"kind": "open", "text": "And last?"},
        ],
    )


@pytest.fixture
def exam(client, course):
    """Answers what stands in the assessment of the cartridge."""
    package = Package.of(client.get("/courses/asks/cartridge.imscc").content)
    [file] = package.resources("imsqti")
    return lambda path: package.all(path, file)


@pytest.fixture
def package(client, course):
    """The package of the questions alone."""
    return Package.of(client.get("/courses/asks/questions.zip").content)


def test_it_names_the_profile_of_each_question(exam):
    entry = "q:itemmetadata//q:qtimetadatafield[q:fieldlabel='cc_profile']/q:fieldentry/text()"

    assert exam(f"//q:item/{entry}") == [
        "cc.multiple_choice.v0p1",
        "cc.multiple_response.v0p1",
        "cc.essay.v0p1",
        "cc.essay.v0p1",
    ]
    assert exam("//q:assessment/q:qtimetadata//q:fieldentry/text()")[0] == "cc.exam.v0p1"


def test_it_asks_for_one_answer_or_for_several(exam):
    assert exam("//q:response_lid/@rcardinality") == ["Single", "Multiple"]
    assert exam("//q:item[1]//q:response_label/@ident") == [A, B, C]
    assert exam("//q:item[1]//q:response_label[1]//q:mattext/text()") == ["Ask <them>"]
    assert exam("string(//q:item[2]/q:presentation/q:material)").strip() == "<p>Which ones?</p>\n<p>In pairs.</p>"


def test_it_tests_what_is_right_before_anything_else_and_stops_there(exam):
    first = "/q:resprocessing/q:respcondition[1]"

    assert exam(f"//q:item[1]{first}/q:conditionvar/q:varequal/text()") == [A]
    assert exam(f"//q:item[2]{first}/q:conditionvar/q:and/q:varequal/text()") == [A, C]
    assert exam(f"//q:item[2]{first}/q:conditionvar/q:and/q:not/q:varequal/text()") == [B]
    assert exam(f"//q:item{first}/@continue") == ["No", "No", "No"]
    assert exam(f"//q:item{first}/q:setvar/text()") == ["100", "100"]


def test_it_has_what_each_condition_shows_and_shows_what_it_has(exam):
    shown = {
        (link.getparent().getparent().getparent().get("ident"), link.get("linkrefid"))
        for link in exam("//q:displayfeedback")
    }
    there = {(told.getparent().get("ident"), told.get("ident")) for told in exam("//q:itemfeedback")}

    assert shown == there
    assert len(there) == 6


def test_it_names_answers_that_are_there(exam):
    named = {(name.get("respident"), name.text) for name in exam("//q:varequal")}
    there = {(label.getparent().getparent().get("ident"), label.get("ident")) for label in exam("//q:response_label")}

    assert named <= there
    assert len(set(exam("//q:item/@ident"))) == 4
    assert len(set(exam("//q:response_lid/@ident | //q:response_str/@ident"))) == 4


def test_it_says_to_whom_chose_it_what_is_written_and_to_everybody_the_rest(exam):
    told = {
        name: exam(f"string(//q:item[1]/q:itemfeedback[@ident='{name}'])").strip() for name in (f"{A}_fb", "general_fb")
    }

    assert told == {f"{A}_fb": "They know & tell.", "general_fb": "<p>Ask <em>first</em>.</p>"}


def test_it_gives_the_model_answer_as_the_solution(exam):
    assert "<li>On Monday</li>" in exam("string(//q:item[3]//q:solution//q:mattext)")
    assert exam("//q:item[3]//q:displayfeedback/@feedbacktype") == ["Solution"]
    assert exam("//q:item[4]/q:itemfeedback") == []


def test_it_leaves_the_model_answers_out_where_that_is_asked_for(client, course):
    package = Package.of(client.get("/courses/asks/cartridge.imscc", {"bare": "1"}).content)

    assert not [name for name, text in package.files.items() if b"On Monday" in text]
    assert package.problems() == []


def test_it_packs_the_questions_alone(package):
    types = package.all("//cp:resource/@type")

    assert package.problems() == []
    assert types == ["imsqti_test_xmlv2p1", *["imsqti_item_xmlv2p1"] * 4]
    assert package.all("//qti:assessmentItemRef/@href", "test.xml") == [f"items/s1q{n}.xml" for n in range(1, 5)]


def test_it_declares_what_is_right(package):
    right = [package.all("//qti:correctResponse/qti:value/text()", f"items/s1q{n}.xml") for n in range(1, 5)]
    most = [package.all("string(//qti:choiceInteraction/@maxChoices)", f"items/s1q{n}.xml") for n in (1, 2)]

    assert right == [[A], [A, C], [], []]
    assert most == ["1", "0"]


def test_it_tells_the_answers_apart_by_their_names(package):
    choices = package.all("//qti:simpleChoice", "items/s1q1.xml")

    assert [choice.get("identifier") for choice in choices] == [A, B, C]
    assert [choice.text for choice in choices] == ["Ask <them>", "Wait", "Both"]
    assert package.all("//qti:feedbackInline/@identifier", "items/s1q1.xml") == [A, B]


def test_it_says_something_to_everybody_where_there_is_something_to_say(package):
    said = "string(//qti:modalFeedback[@identifier='all'])"

    assert package.all(said, "items/s1q1.xml").strip() == "Ask first."
    assert package.all("string(//qti:responseProcessing/@template)", "items/s1q2.xml").endswith("match_correct")


def test_it_keeps_the_model_answer_for_who_marks(package):
    assert package.all("//qti:rubricBlock/@view", "items/s1q3.xml") == ["scorer tutor"]
    assert package.all("//qti:rubricBlock//qti:li/text()", "items/s1q3.xml") == ["On Monday", "or on Tuesday"]


def test_it_packs_a_course_without_questions(client):
    CourseFactory(slug="silent", items=[{}])

    package = Package.of(client.get("/courses/silent/questions.zip").content)

    assert package.problems() == []
    assert set(package.files) == {"imsmanifest.xml"}

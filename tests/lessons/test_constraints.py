"""The upper floor's promises, kept by the database and said in sentences by the records."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from cases.choices import OrganisationKind, PlaceKind
from lessons.choices import Often, Stance, Strength, Voice
from lessons.models import Evidence, Illustration, Relation, Reply, Round, Sheet
from tests.constraints import ITSELF, case, refused_by_database, refused_by_record, refused_twin
from tests.factories import (
    AuditFactory,
    ElementFactory,
    EvidenceFactory,
    FrameworkFactory,
    IllustrationFactory,
    LessonFactory,
    QuestionFactory,
    RelationFactory,
    ReplyFactory,
    RoundFactory,
    SheetFactory,
    SideFactory,
    StatementFactory,
    TensionFactory,
)

pytestmark = pytest.mark.django_db

PINPOINT = "A section or a page needs a source. Choose the source."

CHECKS = [
    case("audit_name_not_empty", AuditFactory, {"name": ""}, "name must not be empty."),
    case(
        "audit_body_one_of",
        AuditFactory,
        {"body": "circus"},
        f"body must be one of: {', '.join(OrganisationKind.values)}.",
    ),
    case(
        "audit_place_one_of", AuditFactory, {"place": "moon"}, f"place must be one of: {', '.join(PlaceKind.values)}."
    ),
    case("element_pinpoint_has_source", ElementFactory, {"page": "4"}, PINPOINT),
    case("element_name_not_empty", ElementFactory, {"name": ""}, "name must not be empty."),
    case("element_meaning_not_empty", ElementFactory, {"meaning": ""}, "meaning must not be empty."),
    case("element_not_its_own_mirror", ElementFactory, {"mirrors": ITSELF}, "An element cannot mirror itself."),
    case(
        "evidence_stance_one_of",
        EvidenceFactory,
        {"stance": "proves"},
        f"stance must be one of: {', '.join(Stance.values)}.",
    ),
    case(
        "evidence_strength_one_of",
        EvidenceFactory,
        {"strength": "certain"},
        f"strength must be one of: {', '.join(Strength.values)}.",
    ),
    case(
        "evidence_what_happened_not_empty",
        EvidenceFactory,
        {"what_happened": ""},
        "what_happened must not be empty.",
    ),
    case(
        "evidence_has_pinpoint",
        EvidenceFactory,
        {"section": ""},
        "Evidence needs a pinpoint. Give the section or the page of the source.",
    ),
    case("framework_pinpoint_has_source", FrameworkFactory, {"section": "Results"}, PINPOINT),
    case("framework_title_not_empty", FrameworkFactory, {"title": ""}, "title must not be empty."),
    case("framework_summary_not_empty", FrameworkFactory, {"summary": ""}, "summary must not be empty."),
    case("illustration_pinpoint_has_source", IllustrationFactory, {"page": "4"}, PINPOINT),
    case("lesson_sentence_not_empty", LessonFactory, {"sentence": ""}, "sentence must not be empty."),
    case("question_question_not_empty", QuestionFactory, {"question": ""}, "question must not be empty."),
    case("relation_note_not_empty", RelationFactory, {"note": ""}, "note must not be empty."),
    case("reply_statement_not_empty", ReplyFactory, {"statement": ""}, "statement must not be empty."),
    case("reply_often_one_of", ReplyFactory, {"often": "daily"}, f"often must be one of: {', '.join(Often.values)}."),
    case(
        "round_ends_after_it_opens",
        RoundFactory,
        {"closes_on": date(1999, 1, 1)},
        "The last day must not lie before the day on which it opened.",
    ),
    case("sheet_voice_one_of", SheetFactory, {"voice": "king"}, f"voice must be one of: {', '.join(Voice.values)}."),
    case("side_name_not_empty", SideFactory, {"name": ""}, "name must not be empty."),
    case("side_claim_not_empty", SideFactory, {"claim": ""}, "claim must not be empty."),
    case(
        "side_has_pinpoint",
        SideFactory,
        {"section": ""},
        "A claim needs a pinpoint. Give the section or the page of the source.",
    ),
    case(
        "statement_retired_with_reason",
        StatementFactory,
        {"retired_because": "Nobody understood it."},
        "What is retired is hidden from readers, and says why.",
    ),
    case("statement_text_not_empty", StatementFactory, {"text": ""}, "text must not be empty."),
    case("statement_example_not_empty", StatementFactory, {"example": ""}, "example must not be empty."),
    case("statement_next_step_not_empty", StatementFactory, {"next_step": ""}, "next_step must not be empty."),
    case("tension_title_not_empty", TensionFactory, {"title": ""}, "title must not be empty."),
    case("tension_summary_not_empty", TensionFactory, {"summary": ""}, "summary must not be empty."),
]


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_database(broken):
    assert broken.constraint in refused_by_database(broken)


@pytest.mark.parametrize("broken", CHECKS)
def test_it_is_refused_by_the_record_in_a_sentence(broken):
    assert refused_by_record(broken) == [broken.sentence]


def test_it_refuses_a_second_piece_of_the_same_stance():
    """evidence_once."""
    first = EvidenceFactory()
    same = {name: getattr(first, name) for name in ("story", "lesson", "source", "stance", "section")}

    twin = Evidence(**same, strength="claimed", what_happened="It happened again.")

    assert refused_twin(twin) == ["The story has evidence of this stance on this lesson already. Add to that."]


def test_it_refuses_a_story_under_an_element_twice():
    """illustration_once."""
    first = IllustrationFactory()

    twin = Illustration(story=first.story, element=first.element)

    assert refused_twin(twin) == ["The story is under this element already."]


@pytest.mark.parametrize(("near", "far"), [("origin", "element"), ("element", "origin")])
def test_it_refuses_to_relate_two_elements_twice(near, far):
    """relation_once, relation_once_either_way."""
    first = RelationFactory()

    twin = Relation(origin=getattr(first, near), element=getattr(first, far), note="Again.")

    assert set(refused_twin(twin)) == {
        "The two elements are related already, from one side or the other. Add to that note."
    }


def test_it_refuses_an_element_related_to_itself():
    """relation_not_to_itself."""
    element = ElementFactory()

    twin = Relation(origin=element, element=element, note="The same.")

    assert refused_twin(twin) == ["An element cannot be related to itself."]


def test_it_says_before_saving_that_the_other_element_has_it_already():
    first = RelationFactory()
    twin = Relation(origin=first.element, element=first.origin, note="Again.")

    with pytest.raises(ValidationError, match="related already"):
        twin.clean()


def test_it_refuses_a_quotation_that_the_licence_does_not_allow():
    evidence = EvidenceFactory(source__title="All rights reserved")
    evidence.quotation = "Word for word."

    said = refused_by_clean(evidence)

    assert said == ["The licence of “All rights reserved” allows no quotation. Tell it in your own words."]


def test_it_takes_a_quotation_that_the_licence_allows():
    evidence = EvidenceFactory(source__quotable=True, quotation="Word for word.")

    evidence.full_clean()

    assert evidence.quotation


def test_it_refuses_a_second_round_of_the_same_number():
    """round_number_once."""
    first = RoundFactory()

    twin = Round(audit=first.audit, number=1, key_hash="other", questions=first.questions)

    assert refused_twin(twin) == ["The audit has a round of this number already."]


def test_it_refuses_two_sheets_at_one_place():
    """sheet_place_once."""
    first = SheetFactory(place=1)

    twin = Sheet(round=first.round, key_hash="other", place=1)

    assert refused_twin(twin) == ["Another sheet of the round was handed in at this place."]


def test_it_refuses_a_second_reply_to_the_same_statement():
    """reply_once."""
    first = ReplyFactory()

    twin = Reply(sheet=first.sheet, statement=first.statement, often="never")

    assert refused_twin(twin) == ["The sheet has a reply to this statement already. Change that."]


def refused_by_clean(record) -> list[str]:
    """What the record answers to being checked as the desk checks it."""
    with pytest.raises(ValidationError) as caught:
        record.full_clean()
    return caught.value.messages

"""What the files may not say of how a record stands."""

import pytest

from tests.library.standing import RETIRED, reword

REFUSED = [
    ("retired: 2027-03-04\n", "retired: Say why it was retired."),
    ("retired_because: It mixed two.\n", "retired_because: This is only for what is retired."),
    ("see_instead: other\n", "see_instead: This is only for what is retired."),
    (RETIRED.replace("other", "little"), "see_instead: “little” is the record itself."),
    (RETIRED.replace("other", "nobody"), "see_instead: there is no story “nobody”"),
    ("retired: yesterday\nretired_because: x\n", "retired: “yesterday” is not a day."),
    ("version: 0\n", "version: "),
    ("changes:\n- date: 2027-01-01\n", "changes[1]: "),
    ("formerly:\n- little\n", "“little” is the slug of a story in this folder."),
    ("formerly:\n- other\n", "“other” is the slug of a story in this folder."),
    ("formerly:\n- Not A Slug\n", "formerly[1]: "),
]


@pytest.mark.parametrize(("lines", "problem"), REFUSED)
def test_it_says_in_which_line_something_is_wrong(refusals, small, story, other, lines, problem):
    story.write_text(story.read_text() + lines)

    said = refusals(small)

    assert [line for line in said if line.startswith("stories/little.yaml:") and problem in line] != []


def test_it_refuses_two_records_with_one_former_name(refusals, small, story, other):
    story.write_text(f"{story.read_text()}formerly:\n- tiny\n")
    other.write_text(f"{other.read_text()}formerly:\n- tiny\n")

    assert any("“tiny” is a former name of “little” already" in line for line in refusals(small))


def test_it_refuses_a_new_record_under_a_name_that_leads_elsewhere(refusals, load, told, story, other):
    load(told)
    reword(story, "- tiny\n", "")
    story.unlink()
    other.rename(other.with_name("tiny.yaml"))

    assert any("“tiny” is a former name of “little”, whose address leads there." in line for line in refusals(told))

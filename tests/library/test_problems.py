"""Somebody who edits files by hand is told of every problem, with its line and what would be right."""

import pytest

EVIDENCE = """\
- lesson: start-with-a-small-visible-win
  stance: supports
  strength: measured
  what_happened: Again.
  source: civic-entrepreneurship-1998
"""


def changed(story, old, new):
    text = story.read_text()
    assert old in text
    story.write_text(text.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- kirklees", "- kirkles", "6: places[1]: there is no place “kirkles”; did you mean “kirklees”?"),
        ("- kirklees", "- atlantis-below", "6: places[1]: there is no place “atlantis-below”."),
        ("result: mixed", "resalt: mixed", "3: resalt: There is no key “resalt”; did you mean “result”?"),
        ("result: mixed\n", "", "1: The key “result” is missing. Add it."),
        (
            "mixed",
            "good",
            "3: result: “good” is not one of the words here. Write one of: succeeded, mixed, failed,",
        ),
        ("mixed", "", "3: result: There is nothing here. Write one of the words, or leave the key out."),
        (
            "title: A story with little in it",
            "title: 1998",
            "1: title: “1998” is a number. Write a text. If it is meant",
        ),
        (
            "title: A",
            "title: " + "A" * 60,
            "1: title: The text has 84 characters; 70 are allowed. Shorten it.",
        ),
        ("title: A story with little in it", 'title: " "', "1: title: The text is empty."),
        ("title: A story with little in it", 'title: "\\x07A"', "1: title: The control character U+0007"),
        (
            "- kirklees",
            "- kirklees\n- kirklees",
            "7: places[2]: “kirklees” stands in this list already. Delete one.",
        ),
        ("places:\n- kirklees", "places: kirklees", "5: places: “kirklees” is a text. Write a list"),
        (
            "depth: mention",
            "year_from: 1998\nyear_to: 1993",
            "5: year_to: The last year, 1993, lies before the first",
        ),
        (
            "depth: mention",
            "year_from: 19933",
            "4: year_from: 19933 is too large. Write a number from 1 to 9999.",
        ),
        ("depth: mention", "part_of: little", "4: part_of: This runs in a circle (little → little)."),
        ("depth: mention", "tags: [a, A]", "4: tags[2]: The tag “A” stands here already. Delete one."),
        ("depth: mention", "updated: 2026-13-01", "4: updated: “2026-13-01” is not a day."),
        ("  section: Learning from failure", "", "8: evidence[1]: Evidence needs a pinpoint. Add “section:”"),
        (
            "stance: supports",
            "stance: praises",
            "9: evidence[1].stance: “praises” is not one of the words here.",
        ),
        (
            "They began small.",
            "They began.\n  quotation: Small",
            "12: evidence[1].quotation: The licence of the source",
        ),
        (
            "lesson: start-with-a-small-visible-win",
            "lesson: nobody",
            "8: evidence[1].lesson: there is no lesson “nobody”.",
        ),
    ],
)
def test_it_says_what_is_wrong_with_a_story(refusals, small, story, old, new, said):
    changed(story, old, new)

    found = [problem for problem in refusals(small) if problem.startswith("stories/little.yaml")]

    assert any(f"stories/little.yaml:{said}" in problem for problem in found), found


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (
            "roles:\n- realm: political\n  part: led\n",
            "15: roles[1]: A role has either “leader:” (a slug) or “group:”",
        ),
        (
            "roles:\n- leader: mel-usher\n  group: x\n  realm: political\n  part: led\n",
            "15: roles[1]: A role has either",
        ),
        ("adaptations:\n- kept: x\n", "15: adaptations[1]: An adaptation has either “from_story:”"),
        (
            "adaptations:\n- from_story: little\n",
            "15: adaptations[1].from_story: A story cannot take something from itself.",
        ),
        (
            "measures:\n- indicator: a\n  kind: output\n  result: 5 %\n",
            "17: measures[1].result: “5 %” is not a figure.",
        ),
        (
            "measures:\n- indicator: a\n  kind: output\n  result: 1,600\n",
            "17: measures[1].result: “1,600” is not a figure.",
        ),
        (
            "measures:\n- indicator: a\n  kind: output\n  comparator_figure: 3\n",
            "17: measures[1].comparator_figure: Say in words what this figure is of.",
        ),
        (
            "milestones:\n- date: 1993-13\n  text: x\n",
            "15: milestones[1].date: “1993-13” is not a date. Write 1993,",
        ),
        (
            "milestones:\n- date: 1995/1993\n  text: x\n",
            "15: milestones[1].date: The span “1995/1993” runs backwards",
        ),
        (
            "milestones:\n- date: 1993\n  text: x\n  page: 4\n",
            "15: milestones[1]: A section or a page needs a source.",
        ),
        (f"more: 1\n{EVIDENCE}", "15: This is not YAML"),
    ],
)
def test_it_says_what_is_wrong_with_a_part(refusals, small, story, part, said):
    story.write_text(story.read_text() + part)

    found = refusals(small)

    assert any(f"stories/little.yaml:{said}" in problem for problem in found), found


def test_it_says_which_part_stands_twice(refusals, small, story):
    story.write_text(f"{story.read_text()}{EVIDENCE}  section: Learning from failure\n")

    assert refusals(small) == [
        "stories/little.yaml:14: evidence[2]: lesson “start-with-a-small-visible-win” and stance “supports” "
        "stands here already, in evidence[1]. Join the two, or delete one.",
    ]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("Fine.\n\n  <script>alert(1)</script>\n", 16, "HTML such as “<script>alert(1)” is refused."),
        ("Fine.\n\n  # Big\n", 16, "This is a heading."),
        ("[x](javascript:alert(1))\n", 14, "The link target “javascript:alert(1” is refused."),
        ("Fine.\n  ```\n  code\n  ```\n", 15, "This is a code block."),
    ],
)
def test_it_gives_the_line_within_a_text(refusals, small, story, text, line, said):
    story.write_text(f"{story.read_text()}problem: |\n  {text}")

    found = refusals(small)

    assert any(f"stories/little.yaml:{line + 1}: problem: {said}" in problem for problem in found), found


def test_it_reports_everything_at_once_in_order(refusals, small, story):
    changed(story, "mixed", "good")
    changed(story, "- kirklees", "- kirkles")
    changed(story, "observed", "seen")
    (small / "leaders.yaml").write_text("- slug: a\n  name: A\n- slug: a\n  name: B\n- name: C\n")
    (small / "stories" / "second.yaml").write_bytes(b"\xff")

    found = [problem.split(": ")[0:2] for problem in refusals(small)]

    assert found == [
        ["leaders.yaml:3", "[2].slug"],
        ["leaders.yaml:5", "[3]"],
        ["stories/little.yaml:3", "result"],
        ["stories/little.yaml:6", "places[1]"],
        ["stories/little.yaml:10", "evidence[1].strength"],
        ["stories/second.yaml:1", "The byte 0xFF (byte 1 of the file) is not UTF-8. Save the file as UTF-8."],
    ]


def test_it_wants_evidence_for_every_lesson(refusals, small):
    lessons = small / "lessons.yaml"
    lessons.write_text(f"{lessons.read_text()}- slug: unheard-of\n  sentence: Nobody tried this.\n")

    assert refusals(small) == [
        "lessons.yaml:3: [2]: No story has evidence on the lesson “unheard-of”. Add some to a story, "
        "or delete the lesson."
    ]


def test_it_takes_evidence_in_the_database_for_enough(load, small, story):
    load(small)
    story.unlink()

    assert "Nothing changes" in load(small)


def test_it_refuses_places_that_lie_in_a_circle(refusals, small):
    places = small / "places.yaml"
    rest = "- slug: b\n  name: B\n  country: GB\n  kind: city\n  within: a\n"
    places.write_text(f"{places.read_text()}- slug: a\n  name: A\n  country: GB\n  kind: city\n  within: b\n{rest}")

    said = refusals(small)

    assert [problem.partition("(")[2].partition(")")[0] for problem in said] == ["a → b → a", "a → b → a"]


def test_it_refuses_a_name_that_must_be_its_own(refusals, small):
    areas = small / "policy-areas.yaml"
    areas.write_text(f"{areas.read_text()}- slug: schools\n  name: Education\n")

    assert "“Education” is the name of “education” already. Choose another." in refusals(small)[0]


def test_it_does_not_complain_of_references_into_a_file_that_it_cannot_read(refusals, small):
    (small / "places.yaml").write_text("- 'slug\n")

    assert [problem.partition(":")[0] for problem in refusals(small)] == ["places.yaml"]

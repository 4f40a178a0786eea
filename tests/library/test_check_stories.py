"""The command that says what a good editor would look at again, and a load that says the same."""

from io import StringIO

import pytest
from django.core.management import call_command

from cases.models import Story

THIN = "stories/little.yaml: citations: The story rests on no source."


@pytest.fixture
def checked(db):
    """What the command prints."""

    def run(*slugs, **options):
        out = StringIO()
        call_command("check_stories", *slugs, stdout=out, **options)
        return out.getvalue()

    return run


def test_it_prints_a_line_for_each_finding_and_the_sums(load, small, checked):
    load(small)

    printed = checked()

    assert "little: citations: The story rests on no source." in printed
    assert "(source, blocks)" in printed
    assert "    1  No source (source)" in printed


def test_it_prints_what_blocks_alone(load, small, checked):
    load(small)

    assert "warns)" not in checked(blocking=True)
    assert checked(check="place") == "Nothing was found.\n"
    assert checked("no-such-story") == "Nothing was found.\n"


def test_it_loads_the_same_story_with_and_without_warnings(load, small):
    assert THIN not in load(small)
    assert THIN in load(small, warn=True)


def test_it_warns_of_what_a_load_would_bring_and_brings_nothing(load, small):
    assert THIN in load(small, warn=True, dry_run=True)

    assert not Story.objects.exists()


def test_it_keeps_replies_and_the_reason_for_no_place_in_files(load, dump, small, story, tmp_path):
    reply = "  reply_offered_on: 2026-05-03\n  reply_answered_on: 2026-05-09\n  reply_note: He agreed.\n"
    role = f"roles:\n- leader: mel-usher\n  realm: managerial\n  part: led\n{reply}"
    story.write_text(story.read_text().replace("places:\n- kirklees\n", "no_place: It compares two bodies.\n") + role)
    load(small)

    text = dump(tmp_path / "out")["stories/little.yaml"].decode()

    assert reply in text
    assert "no_place: It compares two bodies.\n" in text
    assert "Nothing changes" in load(tmp_path / "out")


def test_it_refuses_a_reply_from_before_the_offer(small, story, refusals):
    role = "roles:\n- leader: mel-usher\n  realm: managerial\n  part: led\n  reply_answered_on: 2026-05-09\n"
    story.write_text(story.read_text() + role)

    assert "roles[1].reply_answered_on: A reply cannot be older than the offer." in refusals(small)[0]

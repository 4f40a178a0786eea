"""Who signed a story off is in the library's files, too."""

import pytest

from cases.models import Signature

SIGNED = """\
signed_off:
- kind: practitioner
  name: Ann Ode
  given_on: 2026-05-03
- kind: scholar
  given_on: 2026-05-09
  reason: Nobody has studied it.
"""


def test_it_comes_out_as_it_went_in(load, dump, small, story, tmp_path):
    story.write_text(story.read_text() + SIGNED)
    load(small)

    text = dump(tmp_path / "out")["stories/little.yaml"].decode()

    assert SIGNED in text
    assert "Nothing changes" in load(tmp_path / "out")


def test_it_is_shown_to_readers(load, small, story, client):
    story.write_text(story.read_text() + SIGNED)
    load(small)

    page = client.get("/stories/little/").content.decode()

    assert "Ann Ode" in page
    assert "Published without the sign-off of a scholar, because: Nobody has studied it." in page
    assert "changed since" not in page


def test_it_keeps_signatures_when_something_else_is_loaded_anew(load, small, story):
    story.write_text(story.read_text() + SIGNED)
    load(small)
    before = set(Signature.objects.values_list("pk", flat=True))

    story.write_text(story.read_text().replace("result: mixed", "result: failed"))
    load(small)

    assert set(Signature.objects.values_list("pk", flat=True)) == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  name: Ann Ode\n", "  name: Ann Ode\n  reason: x\n", "Give either the name of who signed it off"),
        ("  given_on: 2026-05-03\n", "", "signed_off[1]: The key “given_on” is missing"),
        ("  given_on: 2026-05-03\n", "  given_on: soon\n", "“soon” is not a day"),
        ("kind: scholar", "kind: wizard", "signed_off[2].kind"),
        ("kind: scholar", "kind: practitioner", "stands here already"),
    ],
)
def test_it_refuses_what_is_no_signature(small, story, refusals, old, new, said):
    story.write_text(story.read_text() + SIGNED.replace(old, new))

    assert said in " ".join(refusals(small))

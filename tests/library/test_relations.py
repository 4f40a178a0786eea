"""Relations between elements and tensions between sources, in files."""

import shutil

import pytest
from django.conf import settings

from lessons.models import Element, Relation, Side, Tension

LENS = """\
title: {name} lens
summary: A lens.
elements:
- slug: {name}
  name: The {name} element
  meaning: |
    It means this.
{more}"""
RELATES = """\
  relates:
  - element: {other}
    note: Both ask the residents.
"""
TENSION = """\
title: Copy or adapt?
order: 2
summary: Two sources differ.
sides:
- name: Copy
  claim: It can be copied.
  source: civic-entrepreneurship-1998
  section: Spreading entrepreneurship
  lessons:
  - start-with-a-small-visible-win
- name: Adapt
  claim: It cannot.
  source: civic-entrepreneurship-1998
  section: Introduction
  elements:
  - alpha
  - omega
would_decide: |
  A count.
"""


@pytest.fixture
def lens(small):
    """Writes the file of a lens with one element, related to those named."""

    def write(name, *others):
        (small / "frameworks").mkdir(exist_ok=True)
        more = RELATES.format(other=others[0]) if others else ""
        more += "".join(f"  - element: {other}\n    note: Both ask.\n" for other in others[1:])
        (small / "frameworks" / f"{name}.yaml").write_text(LENS.format(name=name, more=more))

    return write


@pytest.fixture
def tension(small, lens):
    """The file of a tension, with two lenses beside it."""
    lens("alpha")
    lens("omega")
    (small / "tensions").mkdir()
    file = small / "tensions" / "copy.yaml"
    file.write_text(TENSION)
    return file


@pytest.mark.parametrize(("one", "other"), [("alpha", "omega"), ("omega", "alpha")])
def test_it_relates_elements_in_whatever_order_the_files_come(load, small, lens, one, other):
    lens(one, other)
    lens(other)

    load(small)

    assert Relation.objects.values_list("origin__slug", "element__slug").get() == (one, other)
    assert "Nothing changes" in load(small)


def test_it_writes_relations_back_as_they_were(load, dump, small, lens, tmp_path):
    lens("alpha", "zeta", "omega")
    lens("omega")
    lens("zeta")
    load(small)

    written = dump(tmp_path / "out")["frameworks/alpha.yaml"].decode()

    assert "  relates:\n  - element: omega\n    note: Both ask.\n  - element: zeta\n" in written
    assert "Nothing changes" in load(tmp_path / "out")


def test_it_replaces_a_relation_that_differs_and_keeps_the_element(load, small, lens):
    lens("alpha", "omega")
    lens("omega")
    load(small)
    element = Element.objects.get(slug="alpha")
    lens("alpha")

    load(small)

    assert not Relation.objects.exists()
    assert Element.objects.get(slug="alpha").pk == element.pk


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (["omega", "omega"], "frameworks/alpha.yaml:11: elements[1].relates[2]: element “omega” stands here already"),
        (["alpha"], "frameworks/alpha.yaml:9: elements[1].relates[1].element: An element cannot be related to itself."),
        (["omegas"], "frameworks/alpha.yaml:9: elements[1].relates[1].element: there is no element “omegas”; did you"),
    ],
)
def test_it_says_what_is_wrong_with_a_relation(refusals, small, lens, others, said):
    lens("alpha", *others)
    lens("omega")

    assert any(problem.startswith(said) for problem in refusals(small))


def test_it_refuses_a_pair_that_the_other_file_has(refusals, small, lens):
    lens("alpha", "omega")
    lens("omega", "alpha")

    assert refusals(small) == [
        "frameworks/omega.yaml:9: elements[1].relates[1].element: The element “alpha” says so of this one already. "
        "Keep one of the two, or join their notes."
    ]


def test_it_refuses_a_pair_that_the_database_has(load, refusals, small, lens):
    lens("alpha", "omega")
    lens("omega")
    load(small)
    (small / "frameworks" / "alpha.yaml").unlink()
    lens("omega", "alpha")

    assert "The element “alpha” says so of this one already." in refusals(small)[0]


def test_it_refuses_to_drop_an_element_to_which_another_lens_relates(load, refusals, small, lens):
    lens("alpha", "omega")
    lens("omega")
    load(small)
    shutil.move(small / "frameworks" / "omega.yaml", small / "frameworks" / "last.yaml")
    (small / "frameworks" / "alpha.yaml").unlink()
    lens("omega")
    (small / "frameworks" / "last.yaml").unlink()
    file = small / "frameworks" / "omega.yaml"
    file.write_text(file.read_text().replace("slug: omega", "slug: ending"))

    assert "The element “omega” is missing here, but the framework “alpha” uses it." in refusals(small)[0]


def test_it_loads_a_tension_with_its_sides(load, small, tension):
    load(small)

    copy, adapt = Side.objects.order_by("sort_order")
    assert (copy.name, copy.section, copy.lessons.get().slug) == (
        "Copy",
        "Spreading entrepreneurship",
        "start-with-a-small-visible-win",
    )
    assert sorted(adapt.elements.values_list("slug", flat=True)) == ["alpha", "omega"]
    assert "Nothing changes" in load(small)


def test_it_writes_a_tension_back_byte_for_byte(load, dump, small, tension, tmp_path):
    load(small)

    assert dump(tmp_path / "out")["tensions/copy.yaml"].decode() == TENSION


def test_it_changes_the_lessons_of_a_side(load, small, tension):
    load(small)
    tension.write_text(TENSION.replace("  lessons:\n  - start-with-a-small-visible-win\n", ""))

    said = load(small)

    assert "tensions: 0 added, 1 changed (copy)" in said
    assert not Side.objects.filter(lessons__isnull=False).exists()
    assert Tension.objects.get().sides.count() == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  section: Introduction\n", "", "11: sides[2]: A claim needs a pinpoint."),
        ("- name: Adapt", "- name: Copy", "11: sides[2]: name “Copy” stands here already"),
        ("  - alpha", "  - alpa", "16: sides[2].elements[1]: there is no element “alpa”; did you mean “alpha”?"),
        (TENSION[TENSION.index("- name: Adapt") :], "", "1: A tension has two or three sides."),
    ],
)
def test_it_says_what_is_wrong_with_a_tension(refusals, small, tension, old, new, said):
    tension.write_text(TENSION.replace(old, new))

    assert any(problem.startswith(f"tensions/copy.yaml:{said}") for problem in refusals(small))


def test_it_describes_both_in_the_published_schemas():
    schemas = settings.BASE_DIR / "docs" / "schemas"

    assert '"relates"' in (schemas / "frameworks.schema.json").read_text()
    assert '"would_decide"' in (schemas / "tensions.schema.json").read_text()

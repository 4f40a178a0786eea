"""What a file may say of how a record stands."""

KEYS = """\
published: 2026-11-22
updated: 2027-02-03
version: 3
changes:
- version: 2
  date: 2026-12-01
  note: The second year.
- version: 3
  date: 2027-02-03
  note: What the crews said.
checked: 2027-02-03
review_by: 2029-02-03
formerly:
- smaller
- tiny
"""
RETIRED = """\
retired: 2027-03-04
retired_because: It mixed two.
see_instead: other
"""


def reword(file, old, new):
    """Changes some words of a file."""
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))

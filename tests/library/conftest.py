"""Folders to load, and what loading them says."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.library.standing import KEYS

STORY = """\
title: A story with little in it
summary: Something was tried, and this says so.
result: mixed
depth: mention
places:
- kirklees
evidence:
- lesson: start-with-a-small-visible-win
  stance: supports
  strength: observed
  what_happened: They began small.
  source: civic-entrepreneurship-1998
  section: Learning from failure
"""
LESSONS = """\
- slug: start-with-a-small-visible-win
  sentence: Start with a small win.
"""


@pytest.fixture
def whole(tmp_path) -> Path:
    """A copy of the library itself."""
    return Path(shutil.copytree(settings.LIBRARY_DIR, tmp_path / "whole"))


@pytest.fixture
def small(tmp_path) -> Path:
    """A folder with one small story, one lesson, and the library's places, leaders and sources."""
    folder = tmp_path / "small"
    (folder / "stories").mkdir(parents=True)
    for name in ("places", "leaders", "sources", "policy-areas"):
        shutil.copy(settings.LIBRARY_DIR / f"{name}.yaml", folder)
    (folder / "lessons.yaml").write_text(LESSONS)
    (folder / "stories" / "little.yaml").write_text(STORY)
    return folder


@pytest.fixture
def story(small) -> Path:
    """The file of the small story."""
    return small / "stories" / "little.yaml"


@pytest.fixture
def other(small, story):
    """The file of a second story."""
    file = small / "stories" / "other.yaml"
    file.write_text(story.read_text().replace("A story with little", "Another story with little"))
    return file


@pytest.fixture
def told(small, story, other):
    """The folder, with everything said of how the small story stands."""
    story.write_text(story.read_text() + KEYS)
    return small


@pytest.fixture
def load(db):
    """Loads a folder and answers what the command printed."""

    def run(folder: Path, **options) -> str:
        out = StringIO()
        call_command("load_library", folder, stdout=out, stderr=out, progress=False, **options)
        return out.getvalue()

    return run


@pytest.fixture
def refusals(db):
    """Loads a folder that must be refused, and answers the lines that say why."""

    def run(folder: Path) -> list[str]:
        err = StringIO()
        with pytest.raises(CommandError, match="the library is as before"):
            call_command("load_library", folder, stdout=StringIO(), stderr=err, progress=False)
        return err.getvalue().splitlines()

    return run


@pytest.fixture
def dump(db):
    """Dumps the library into a folder and answers its files as bytes."""

    def run(folder: Path, **options) -> dict[str, bytes]:
        call_command("dump_library", folder, stdout=StringIO(), stderr=StringIO(), progress=False, **options)
        return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*.yaml"))}

    return run

"""The mails about accounts: each that allauth may send has a text of ours."""

from pathlib import Path

import allauth
import pytest
from django.template.loader import get_template

from tests.houses import ROOT

FOLDER = Path(allauth.__file__).parent / "templates"
ENDING = "_message.txt"
NEVER_SENT = {"base", "password_reset_code"}
"""What others are made from, and what a setting of ours never asks for."""

PHONES = {"phone_verification_sent.txt", "phone_verified.txt"}


def of_allauth():
    """The names under which allauth sends mail."""
    found = (path.relative_to(FOLDER).as_posix().removesuffix(ENDING) for path in FOLDER.glob(f"*/email/*{ENDING}"))
    return sorted(name for name in found if name.rpartition("/")[2] not in NEVER_SENT)


@pytest.mark.parametrize("name", of_allauth())
def test_it_has_a_text_of_ours_for_each(name):
    text = get_template(f"mail/{name.replace('/email/', '/')}.txt").render({})

    assert "[" not in text.strip().partition("\n")[0]


@pytest.mark.parametrize("app", ["account", "mfa", "socialaccount", "usersessions"])
def test_it_has_a_sentence_of_ours_for_each_that_a_page_shows(app):
    theirs = {path.name for path in (FOLDER / app / "messages").glob("*.txt")} - PHONES
    ours = {path.name for path in (ROOT / "templates" / app / "messages").glob("*.txt")}

    assert theirs - ours == set()

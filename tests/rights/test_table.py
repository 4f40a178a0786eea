"""The table of rights: the database and docs/rights.md hold what stands in it, and nothing else."""

import re

import pytest
from django.apps import apps
from django.contrib.auth.models import Group as StoredGroup
from django.contrib.auth.models import Permission
from django.core.management import call_command
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from cases.people import Group
from civic import rights
from civic.rights import TABLE, WORDS, models_of, names_of, rights_of, set_rights
from tests.houses import ROOT

ASKED = re.compile(r"""["'](auth|cases|lessons|lti_tool|wagtailadmin)\.(\w+)["']""")
"""How code writes a right that it asks for: the app, and the right's name."""


def held(name):
    """The group's rights in the database."""
    return set(StoredGroup.objects.get(name=name).permissions.values_list("content_type__app_label", "codename"))


@pytest.mark.parametrize("name", Group)
def test_it_gives_each_group_what_the_table_says(db, name):
    assert held(name) == set().union(*(names_of(name, row) for row in TABLE if not row.in_collections))


@pytest.mark.parametrize("name", Group)
def test_it_gives_rights_to_pictures_by_collection(db, name):
    found = GroupCollectionPermission.objects.filter(group__name=name)

    assert {(row.permission.content_type.app_label, row.permission.codename) for row in found} == set().union(
        *(names_of(name, row) for row in TABLE if row.in_collections)
    )


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_it_names_rights_that_there_are(db, row):
    known = set(Permission.objects.values_list("content_type__app_label", "codename"))

    assert models_of(row)
    assert set().union(*(names_of(name, row) for name in Group)) <= known


def asked_for():
    """The rights that the code names."""
    files = (path for floor in ("cases", "lessons", "civic") for path in (ROOT / floor).rglob("*.py"))
    known = set(Permission.objects.values_list("content_type__app_label", "codename"))
    return known & {found for path in files for found in ASKED.findall(path.read_text())}


def test_it_gives_every_right_that_the_code_asks_for_to_somebody(db):
    assert len(asked_for()) >= 8
    assert asked_for() <= held(Group.ADMINISTRATOR) | held(Group.TRAINER)


def test_it_puts_rights_right_on_a_database_of_any_age(db):
    editor = StoredGroup.objects.get(name=Group.EDITOR)
    editor.permissions.set([Permission.objects.get(codename="delete_group")])
    StoredGroup.objects.get(name=Group.TRAINER).delete()

    call_command("migrate", verbosity=0)

    assert ("cases", "publish_story") in held(Group.EDITOR)
    assert ("auth", "delete_group") not in held(Group.EDITOR)
    assert StoredGroup.objects.filter(name=Group.TRAINER).exists()


def test_it_follows_the_table_when_it_grows(db, monkeypatch):
    row = rights.Row("tags", "taggit.tag", {Group.EDITOR: "change"})
    monkeypatch.setattr(rights, "TABLE", (*TABLE, row))

    set_rights()

    assert ("taggit", "change_tag") in held(Group.EDITOR)
    assert ("taggit", "change_tag") in held(Group.ADMINISTRATOR)
    assert ("taggit", "change_tag") not in held(Group.REVIEWER)


def test_it_leaves_groups_alone_that_people_made(db):
    own = StoredGroup.objects.create(name="Archivists")
    own.permissions.add(Permission.objects.get(codename="view_story"))

    set_rights()

    assert held("Archivists") == {("cases", "view_story")}


def test_it_takes_away_rights_to_pages(db):
    page = apps.get_model("wagtailcore.Page").objects.first()
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(
        group=StoredGroup.objects.get(name=Group.EDITOR), page=page, permission=permission
    )

    set_rights()

    assert not GroupPagePermission.objects.exists()


def test_it_has_no_groups_of_wagtails(db):
    assert set(StoredGroup.objects.values_list("name", flat=True)) == set(Group)


def documented():
    """The rows of the table in docs/rights.md: the noun, and the words for each group."""
    lines = re.findall(r"^\| (.+) \|$", (ROOT / "docs/rights.md").read_text(), re.M)
    heads, _rule, *rows = ([cell.strip() for cell in line.split("|")] for line in lines)
    return {row[0]: dict(zip(heads[1:], row[1:], strict=True)) for row in rows}


def said(group, row):
    """The cell that the table in words has for a group."""
    return ", ".join(str(WORDS[right]) for right in rights_of(group, row)) or "–"


def test_it_says_the_same_in_words():
    assert documented() == {row.name: {group: said(group, row) for group in Group} for row in TABLE}


def test_it_gives_an_administrator_all_that_an_editor_may():
    assert all(names_of(Group.EDITOR, row) <= names_of(Group.ADMINISTRATOR, row) for row in TABLE)

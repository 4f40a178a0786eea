"""
Who may do what: one table, from which the database is set after every migration (`set_rights`).

A row says which group may do what to a noun. An Administrator may do all that an Editor may. A Contributor needs no right: whoever has
signed in may tell a story. docs/rights.md says the same in words. People who need other rights get a group of their own, made by a
superuser; the groups here hold exactly what stands here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.models import Group as StoredGroup
from django.contrib.auth.models import Permission
from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission
from wagtail.snippets.models import get_snippet_models

from cases.models.record import Record
from cases.people import Group

READ = "view"
WRITE = "view add change publish lock unlock delete"


@dataclass(frozen=True)
class Row:
    """
    What the groups may do to a noun: the rights by group, each set as words such as ``view add change``.

    A word with an underscore, such as ``merge_records``, is the whole name of a right that a model has of its own.
    """

    name: str
    """The noun in words, as docs/rights.md and the account page have it."""
    model: str
    """Its model, such as ``cases.story``; ``records`` for every record of the library, each of them alike."""
    may: Mapping[Group, str]
    in_collections: bool = False
    """Whether Wagtail asks for the right by collection of files, as it does for images."""


TABLE = (
    Row("the desk", "wagtailadmin.admin", {Group.REVIEWER: "access", Group.EDITOR: "access"}),
    Row("records of the library", "records", {Group.REVIEWER: READ, Group.EDITOR: WRITE}),
    Row("two records that are one", "cases.formerslug", {Group.EDITOR: "merge_records"}),
    Row("releases", "cases.release", {Group.EDITOR: "view add change publish delete"}),
    Row("pictures", "wagtailimages.image", {Group.EDITOR: "add change choose"}, in_collections=True),
    Row("contributions", "cases.contribution", {Group.EDITOR: "change"}),
    Row("imports of spreadsheets", "cases.sheetimport", {Group.EDITOR: "add", Group.ADMINISTRATOR: "add change"}),
    Row("courses", "lessons.course", {Group.TRAINER: "add", Group.EDITOR: "publish"}),
    Row("learning platforms", "lti_tool.ltiregistration", {Group.ADMINISTRATOR: "view add change delete"}),
    Row("deployments of platforms", "lti_tool.ltideployment", {Group.ADMINISTRATOR: "view add change delete"}),
    Row("people and their groups", "auth.user", {Group.ADMINISTRATOR: "view add change delete"}),
    Row("workflows", "wagtailcore.workflow", {Group.ADMINISTRATOR: "add change delete"}),
    Row("steps of workflows", "wagtailcore.task", {Group.ADMINISTRATOR: "add change delete"}),
)

WORDS = {
    "access": _("enter"),
    "view": _("see"),
    "add": _("add"),
    "change": _("change"),
    "publish": _("publish"),
    "lock": _("lock"),
    "unlock": _("unlock"),
    "delete": _("delete"),
    "choose": _("use"),
    "merge_records": _("merge"),
}
"""What the rights are called in docs/rights.md."""

ALLOWS = {
    Group.CONTRIBUTOR: _("You may tell stories of your own, and follow what becomes of them."),
    Group.REVIEWER: _("You may read every record and draft at the desk, and sign off when it is your turn."),
    Group.EDITOR: _("You may write, change and publish everything in the library."),
    Group.TRAINER: _("You may put together courses of your own."),
    Group.ADMINISTRATOR: _("You may do all that an editor may, and decide who belongs to which group."),
}
"""What membership means, in words."""


def models_of(row: Row) -> list:
    """The models that the row is about."""
    if row.model == "records":
        return [model for model in get_snippet_models() if issubclass(model, Record)]
    return [apps.get_model(row.model)]


def rights_of(group: Group, row: Row) -> list[str]:
    """What the group may do to the row's noun, as words; an Administrator also what an Editor may."""
    granted = row.may.get(group, "").split()
    if group == Group.ADMINISTRATOR:
        granted += [right for right in row.may.get(Group.EDITOR, "").split() if right not in granted]
    return granted


def names_of(group: Group, row: Row) -> set[tuple[str, str]]:
    """The group's rights to the noun as the database names them: the app, and such as ``change_story``."""
    return {
        (model._meta.app_label, right if "_" in right else f"{right}_{model._meta.model_name}")
        for model in models_of(row)
        for right in rights_of(group, row)
    }


@transaction.atomic
def set_rights() -> None:
    """Give each group exactly what stands in the table; groups that people made themselves are left alone."""
    known = {(p.content_type.app_label, p.codename): p for p in Permission.objects.select_related("content_type")}
    for name in Group:
        group, _made = StoredGroup.objects.get_or_create(name=name)
        held = {in_files: set() for in_files in (False, True)}
        for row in TABLE:
            held[row.in_collections] |= names_of(name, row)
        group.permissions.set([known[right] for right in held[False] if right in known])
        _set_for_files(group, [known[right] for right in held[True] if right in known])
        GroupPagePermission.objects.filter(group=group).delete()


def _set_for_files(group: StoredGroup, permissions: list[Permission]) -> None:
    root = Collection.get_first_root_node()
    held = GroupCollectionPermission.objects.filter(group=group)
    held.exclude(collection=root, permission__in=permissions).delete()
    for permission in permissions if root else []:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def after_migrating(app_config, **kwargs) -> None:
    """Set the rights once all apps have been migrated, so that they are right on a database of any age."""
    with_models = [config for config in apps.get_app_configs() if config.models_module]
    if app_config == with_models[-1] and GroupCollectionPermission._meta.db_table in tables_of(connection):
        set_rights()


def tables_of(database) -> set[str]:
    """The tables that there are: somebody may migrate one app alone, before the others."""
    return set(database.introspection.table_names())

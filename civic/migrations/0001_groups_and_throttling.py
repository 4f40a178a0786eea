"""
The groups of people, and the table in which attempts to sign in are counted.

What the groups may do is set after every migration, from civic/rights.py. The two groups and the workflow that Wagtail brings for trees
of pages go away where nobody is in them and nothing went through it.
"""

from django.core.management import call_command
from django.db import migrations

GROUPS = ("Contributor", "Reviewer", "Editor", "Trainer", "Administrator")
FOR_PAGES = ("Editors", "Moderators")


def make_groups(apps, schema_editor):
    group_model = apps.get_model("auth", "Group")
    for name in GROUPS:
        group_model.objects.get_or_create(name=name)


def remove_what_is_for_pages(apps, schema_editor):
    group_model = apps.get_model("auth", "Group")
    workflow_model = apps.get_model("wagtailcore", "Workflow")
    task_model = apps.get_model("wagtailcore", "GroupApprovalTask")
    unused = group_model.objects.filter(name__in=FOR_PAGES, user__isnull=True)
    tasks = task_model.objects.filter(groups__in=unused, task_states__isnull=True).exclude(groups__name__in=GROUPS)
    workflow_model.objects.filter(workflow_tasks__task__in=tasks.values("pk"), workflow_states__isnull=True).delete()
    task_model.objects.filter(pk__in=list(tasks.values_list("pk", flat=True)), workflow_tasks__isnull=True).delete()
    unused.delete()


def make_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailadmin", "0005_editingsession_is_editing"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.RunPython(make_groups, migrations.RunPython.noop),
        migrations.RunPython(remove_what_is_for_pages, migrations.RunPython.noop),
        migrations.RunPython(make_cache_table, migrations.RunPython.noop),
    ]

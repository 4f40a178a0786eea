from django.db import migrations

NAME = "Co-creation review"
GROUPS = ("Editor", "Reviewer", "Administrator")


def make(apps, schema_editor):
    """A practitioner and a scholar sign off, in either order; an editor publishes. Stories go this way."""
    content_types = apps.get_model("contenttypes", "ContentType").objects
    workflows = apps.get_model("wagtailcore", "Workflow").objects
    if workflows.filter(name=NAME).exists():
        return

    def content_type(model):
        return content_types.get_or_create(app_label="cases", model=model)[0]

    sign_offs = apps.get_model("cases", "SignOffTask").objects
    signing = {"active": True, "content_type": content_type("signofftask")}
    editing = apps.get_model("cases", "EditorTask").objects.create(
        name="An editor publishes", active=True, content_type=content_type("editortask")
    )
    groups = {name: apps.get_model("auth", "Group").objects.get_or_create(name=name)[0] for name in GROUPS}
    editing.groups.add(groups["Editor"], groups["Administrator"])
    tasks = [
        sign_offs.create(name="A practitioner signs off", kind="practitioner", **signing),
        sign_offs.create(name="A scholar signs off", kind="scholar", **signing),
        editing,
    ]
    workflow = workflows.create(name=NAME, active=True)
    for place, task in enumerate(tasks):
        apps.get_model("wagtailcore", "WorkflowTask").objects.create(
            workflow=workflow, task_id=task.pk, sort_order=place
        )
    apps.get_model("wagtailcore", "WorkflowContentType").objects.get_or_create(
        content_type=content_type("story"), defaults={"workflow": workflow}
    )


def unmake(apps, schema_editor):
    """Take the workflow away again, with its steps."""
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=NAME).delete()
    for model in ("SignOffTask", "EditorTask"):
        pks = list(apps.get_model("cases", model).objects.values_list("pk", flat=True))
        apps.get_model("wagtailcore", "Task").objects.filter(pk__in=pks).delete()


class Migration(migrations.Migration):
    replaces = [("cases", "0008_co_creation_review")]

    dependencies = [
        ("cases", "0001_squashed_0013_pictures"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make, unmake)]

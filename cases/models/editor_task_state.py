"""How the editor's step stands in a workflow."""

from wagtail.models import TaskState


class EditorTaskState(TaskState):
    """One turn of a workflow at the editor's step."""

    exclude_fields_in_copy = []

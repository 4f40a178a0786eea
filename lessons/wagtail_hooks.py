"""What the upper floor adds to the desk."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cases.desk.story import EXTRA_TABS
from lessons.desk import LessonsGroup, element_chooser, lessons_tab

register_snippet(LessonsGroup)
EXTRA_TABS.append(lessons_tab)


@hooks.register("register_admin_viewset")
def choose_elements():
    """Elements are parts of a framework; others choose them."""
    return element_chooser

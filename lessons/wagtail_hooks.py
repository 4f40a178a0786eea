"""What the upper floor adds to the desk."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cases.desk.panels import NOTICES
from cases.desk.story import EXTRA_TABS
from lessons.courses.desk import CoursesPanel, course_desk
from lessons.desk import LessonsGroup, element_chooser, lessons_tab
from lessons.lti.desk import platforms

register_snippet(LessonsGroup)
EXTRA_TABS.append(lessons_tab)
NOTICES.append(CoursesPanel)


@hooks.register("register_admin_viewset")
def choose_elements():
    """Elements are parts of a framework; others choose them."""
    return element_chooser


@hooks.register("register_admin_viewset")
def decide_on_courses():
    """Courses are built on the public side; the desk decides which are public."""
    return course_desk


@hooks.register("register_admin_viewset")
def register_platforms():
    """Administrators decide which learning platforms may open what stands here."""
    return platforms

"""Courses at the desk: which ask to be public, which are, and which are touched by a change of a record."""

from django import forms
from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import Panel
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.viewsets.base import ViewSet

from cases.models import Story
from lessons.choices import Visibility
from lessons.courses.access import may_publish
from lessons.courses.building.journal import Refused
from lessons.courses.sharing import publish, send_back, share
from lessons.models import Course, Framework, Item, Lesson

RIGHT = "lessons.publish_course"


def state_of(course: Course) -> str:
    """Where a course stands, in words."""
    if course.asked_at:
        return _("Asks to be public")
    return _("Public") if course.live else _("Taken back")


class CourseIndexView(BaseListingView):
    """The courses that ask, and those that are public."""

    page_title = gettext_lazy("Courses")
    header_icon = "list-ol"
    index_url_name = "course_desk:index"
    default_ordering = None
    columns = [
        TitleColumn("title", label=gettext_lazy("Title"), url_name="course_desk:decide", get_title_id=None),
        Column("by", label=gettext_lazy("By")),
        Column("state", label=gettext_lazy("State"), accessor=state_of),
        DateColumn("asked_at", label=gettext_lazy("Asked")),
        Column("waiting", label=gettext_lazy("Changed records"), accessor=lambda course: course.waiting or ""),
    ]

    def get_base_queryset(self):
        """Those that ask first, the longest waiting before the others."""
        return Course.objects.for_desk()

    def get_breadcrumbs_items(self):
        """Home and here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


class DecisionForm(forms.Form):
    """What the editors decide."""

    do = forms.ChoiceField(
        choices=[("publish", _("Make it public")), ("send-back", _("Send it back")), ("take-back", "")]
    )
    reason = forms.CharField(
        label=gettext_lazy("What should be changed first"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self):
        """Sending back needs a reason."""
        cleaned = super().clean()
        if cleaned.get("do") == "send-back" and not cleaned.get("reason"):
            self.add_error("reason", _("Say what should be changed first: the trainers get it as a mail."))
        return cleaned


def decide(course: Course, form: DecisionForm) -> str:
    """Do what was decided; answers a sentence."""
    if form.cleaned_data["do"] == "publish":
        return _("“%s” is public.") % publish(course=course)
    if form.cleaned_data["do"] == "take-back":
        share(course=course, visibility=Visibility.PRIVATE)
        return _("“%s” is shown to its trainers only.") % course
    send_back(course=course, reason=form.cleaned_data["reason"])
    return _("“%s” was sent back, and its trainers are told why.") % course


@require_http_methods(["GET", "HEAD", "POST"])
def course_decide(request, pk):
    """A course, with what can be decided about it."""
    course = Course.objects.for_desk().filter(pk=pk).first()
    if course is None:
        messages.warning(request, _("That course asks for nothing any more, and is not public."))
        return redirect("course_desk:index")
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, decide(course, form))
            return redirect("course_desk:index")
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return render(request, "wagtailadmin/desk/course.html", {"course": course, "form": form, "state": state_of(course)})


class CourseDesk(ViewSet):
    """The desk's two screens of courses."""

    icon = "list-ol"
    add_to_admin_menu = True
    menu_label = gettext_lazy("Courses")
    menu_order = 120

    def get_menu_item(self, order=None):
        """For those who may decide."""
        item = type("CoursesMenuItem", (MenuItem,), {"is_shown": lambda self, request: may_publish(request.user)})
        return item(self.menu_label, self.menu_url, name="courses", icon_name=self.icon, order=order or self.menu_order)

    def get_urlpatterns(self):
        """The list and the decision."""
        only = permission_required(RIGHT, raise_exception=True)
        return [
            path("", only(CourseIndexView.as_view()), name="index"),
            path("<int:pk>/", only(course_decide), name="decide"),
        ]


course_desk = CourseDesk("course_desk", url_prefix="courses")


class CoursesPanel(Panel):
    """Above the fields of a record that courses use: which they are, so that an editor knows before publishing."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one record."""

        template_name = "wagtailadmin/desk/courses_panel.html"

        def is_shown(self):
            """Where a course uses the record."""
            return (
                isinstance(self.instance, Story | Lesson | Framework) and bool(self.instance.pk) and bool(self.courses)
            )

        @property
        def courses(self):
            """The courses, each with how many people teach it."""
            if not hasattr(self, "_courses"):
                items = Item.objects.pointing_at(self.instance)
                self._courses = list(Course.objects.holding(items).with_trainers())
            return self._courses

        def get_context_data(self, parent_context=None):
            """The courses in words."""
            people = sum(course.trainer_count for course in self.courses)
            return {**super().get_context_data(parent_context), "courses": self.courses, "people": people}

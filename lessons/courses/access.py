"""Who may see, teach, change and share a course."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.vary import vary_on_cookie

from cases.people import Group, members
from cases.private import private
from cases.retired import Gone
from lessons.choices import Right
from lessons.courses.addresses import opens, split
from lessons.models import Course


def may_build(user) -> bool:
    """Whether the user may make courses: a trainer, or whoever else has the right."""
    if not user.is_authenticated:
        return False
    return user.has_perm("lessons.add_course") or members(Group.TRAINER).filter(pk=user.pk).exists()


def may_publish(user) -> bool:
    """Whether the user may make courses public."""
    return user.has_perm("lessons.publish_course")


@dataclass
class Access:
    """What somebody may do with a course."""

    course: Course
    user: object
    by_link: bool = False

    @cached_property
    def right(self) -> str:
        """The right that the user has as one of its trainers, or ''."""
        if not self.user.is_authenticated:
            return ""
        return self.course.trainers.filter(user=self.user).values_list("right", flat=True).first() or ""

    @cached_property
    def publishes(self) -> bool:
        """Whether the user may make it public, or take it back."""
        return self.user.is_authenticated and may_publish(self.user)

    @property
    def owns(self) -> bool:
        """Whether it is theirs."""
        return self.right == Right.OWNER

    @property
    def teaches(self) -> bool:
        """Whether they may see what is for the facilitator."""
        return bool(self.course.live or self.right or self.judges)

    @property
    def judges(self) -> bool:
        """Whether they are to see a course of somebody else, which asks to be made public; or of nobody."""
        return bool(self.publishes and (self.course.asked_at or not self.course.trainers.exists()))

    @property
    def sees(self) -> bool:
        """Whether they may see what is for participants."""
        return self.teaches or self.by_link

    @property
    def changes(self) -> bool:
        """Whether they may build. What is public is changed by those who may publish; others change a copy, and ask again."""
        if self.course.live:
            return self.publishes
        return self.right in (Right.OWNER, Right.EDIT) or self.judges

    @property
    def decides(self) -> bool:
        """Whether they may answer to records that have changed: the words are the library's, so a public course needs nobody's leave."""
        return self.right in (Right.OWNER, Right.EDIT) or self.publishes

    @property
    def revises(self) -> bool:
        """Whether they may make a copy that is to take the place of what is public."""
        return self.course.live and not self.changes and self.right in (Right.OWNER, Right.EDIT)


def access_to(request: HttpRequest, handle: str, whole: bool = True) -> Access:
    """
    The course of that name with what the visitor may do; Http404 where they may not even know that it is there.

    Without `whole` its sessions and items are not fetched.
    """
    slug, key = split(handle)
    course = (Course.objects.for_page() if whole else Course.objects.all()).filter(slug=slug).first()
    if course is None:
        raise Http404(f"There is no course “{slug}”.")
    found = Access(course, request.user, by_link=opens(course, key))
    if found.by_link and not found.right:
        course.handle = handle
    if found.sees:
        return found
    if course.first_published_at and not key:
        raise Gone(course)
    raise Http404(f"There is no course “{slug}”.")


def for_visitors(view: Callable) -> Callable:
    """A page of a course, for whoever may see it. No cache keeps it, and no robot lists it unless the course is public."""

    @wraps(view)
    @never_cache
    @vary_on_cookie
    def answer(request, handle, *args, **kwargs):
        access = access_to(request, handle)
        response = view(request, access, *args, **kwargs)
        if not access.course.live:
            response["X-Robots-Tag"] = "noindex"
        return response

    return answer


def for_teaching(view: Callable) -> Callable:
    """A page of a course that shows what is for the facilitator."""

    @wraps(view)
    @for_visitors
    def answer(request, access, *args, **kwargs):
        if not access.teaches:
            raise PermissionDenied(_("These pages are for those who teach the course."))
        return view(request, access, *args, **kwargs)

    return answer


def for_people(view: Callable) -> Callable:
    """A page for somebody who is signed in; others are asked to, and come back."""
    return wraps(view)(private(login_required(view)))


def sign_in_url(request: HttpRequest) -> str:
    """Where somebody signs in and comes back here; nothing for who is signed in."""
    return "" if request.user.is_authenticated else redirect_to_login(request.path).url


def for_changing(view: Callable) -> Callable:
    """A page for those who may change the course."""

    @wraps(view)
    @for_people
    def answer(request, handle, *args, **kwargs):
        access = access_to(request, handle, whole=False)
        if not access.changes:
            raise PermissionDenied(_("You may see this course, but not change it."))
        return view(request, access, *args, **kwargs)

    return answer

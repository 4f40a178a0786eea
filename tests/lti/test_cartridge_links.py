"""The links of a cartridge open live pages: a platform that has taken the file in launches them as it launches any other."""

import pytest

from lessons.models import Course
from tests.courses.packages import Package
from tests.factories import CourseFactory, TrainerFactory
from tests.lti.school import LTI
from tests.reading import words

pytestmark = pytest.mark.django_db

KEY = "k" * 22


@pytest.fixture
def custom(bus):
    """Makes a course, and answers what the link to its second session tells the tool, as a trainer takes it away."""

    def taken_in(client, **fields):
        course = CourseFactory(slug="trust", items=[{"story": bus}], **fields)
        course.sessions.create(title="What now", sort_order=9).items.create(kind="question", text="And now?")
        client.force_login(TrainerFactory(course=course, right="owner").user)
        package = Package.of(client.get("/courses/trust/cartridge.imscc", {"live": "1"}).content)
        [_first, file] = package.resources("imsbasiclti_xmlv1p3")
        names = package.all("//blti:custom/*/@name", file)
        return dict(zip(names, package.all("//blti:custom/*/text()", file), strict=True))

    return taken_in


def test_it_opens_the_session_of_a_public_course(client, custom, opened):
    told = custom(client)

    assert "What now" in words(opened(**{f"{LTI}custom": told}))


def test_it_opens_the_session_of_a_course_that_is_shared_by_link(client, custom, opened):
    told = custom(client, draft=True, link_key=KEY)

    assert "What now" in words(opened(**{f"{LTI}custom": told}))


def test_it_opens_nothing_once_the_link_is_ended(client, custom, launch):
    told = custom(client, draft=True, link_key=KEY)

    Course.objects.update(link_key="")

    assert launch(**{f"{LTI}custom": told}).status_code == 404


def test_it_asks_the_platform_what_a_copy_was_copied_from(client, custom):
    assert custom(client)["link_history"] == "$ResourceLink.id.history"
